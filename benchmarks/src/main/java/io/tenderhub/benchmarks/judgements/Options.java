package io.tenderhub.benchmarks.judgements;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the caller wants evaluated.
 *
 * @param data folder or file of tenders
 * @param judgements other ones than those of the project
 * @param pool where to write what nobody has judged
 * @param all show single queries of the test set too
 */
record Options(Optional<Path> data, Optional<Path> judgements, Optional<Path> pool, boolean all) {

    static Options of(String[] arguments) {
        Options options = new Options(Optional.empty(), Optional.empty(), Optional.empty(), false);
        for (int at = 0; at < arguments.length; at++) {
            switch (arguments[at]) {
                case "--judgements" ->
                    options =
                            new Options(options.data, Optional.of(Path.of(arguments[++at])), options.pool, options.all);
                case "--pool" ->
                    options = new Options(
                            options.data, options.judgements, Optional.of(Path.of(arguments[++at])), options.all);
                case "--all" -> options = new Options(options.data, options.judgements, options.pool, true);
                default ->
                    options = new Options(
                            Optional.of(Path.of(arguments[at])), options.judgements, options.pool, options.all);
            }
        }
        return options;
    }
}
