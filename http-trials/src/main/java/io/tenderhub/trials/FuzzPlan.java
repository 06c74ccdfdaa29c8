package io.tenderhub.trials;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the command was asked for.
 *
 * @param known values to begin with, by the names of parameters
 */
record FuzzPlan(URI service, Duration time, long seed, Tokens tokens, Map<String, String> known, List<String> leftOut) {
    static final String USAGE = """
            usage: http-trials/run fuzz URL [--seconds N] [--seed X] [--token SCHEME=TOKEN]… [--known PARAMETER=VALUE]…
                                        [--leave-out OPERATION]…
            a token comes from the environment variable that is named after @, as in --token session=@SESSION""";

    /** @throws IllegalArgumentException if it can't be understood */
    static FuzzPlan of(List<String> arguments, Map<String, String> environment, long anySeed) {
        if (arguments.isEmpty() || arguments.size() % 2 == 0) {
            throw new IllegalArgumentException("an address, and then flags with values");
        }
        long seconds = 60;
        long seed = anySeed;
        Map<String, List<String>> tokens = new HashMap<>();
        Map<String, String> known = new HashMap<>();
        List<String> leftOut = new ArrayList<>();
        for (int at = 1; at < arguments.size(); at += 2) {
            String value = arguments.get(at + 1);
            switch (arguments.get(at)) {
                case "--seconds" -> seconds = Long.parseLong(value);
                case "--seed" -> seed = Long.parseLong(value);
                case "--token" ->
                    tokens.computeIfAbsent(left(value), scheme -> new ArrayList<>())
                            .add(token(right(value), environment));
                case "--known" -> known.put(left(value), right(value));
                case "--leave-out" -> leftOut.add(value);
                default -> throw new IllegalArgumentException("no flag is called " + arguments.get(at));
            }
        }
        return new FuzzPlan(
                URI.create(arguments.get(0)), Duration.ofSeconds(seconds), seed, new Tokens(tokens), known, leftOut);
    }

    private static String token(String given, Map<String, String> environment) {
        return given.startsWith("@") ? environment.getOrDefault(given.substring(1), "") : given;
    }

    private static String left(String pair) {
        return pair.substring(0, equals(pair));
    }

    private static String right(String pair) {
        return pair.substring(equals(pair) + 1);
    }

    private static int equals(String pair) {
        int at = pair.indexOf('=');
        if (at < 1) {
            throw new IllegalArgumentException("NAME=VALUE is wanted, not " + pair);
        }
        return at;
    }
}
