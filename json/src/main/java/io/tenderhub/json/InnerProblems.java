package io.tenderhub.json;

import io.tenderhub.failure.FieldProblem;
import io.tenderhub.failure.InvalidInputException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Tells what is wrong with a part as what is wrong with the whole. */
final class InnerProblems {
    private InnerProblems() {}

    /**
     * Reads a part.
     *
     * @param problems where to note what is wrong with it
     * @param path of the part, empty for the whole
     * @return empty if something is
     */
    static <T> Optional<T> collect(List<FieldProblem> problems, String path, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (InvalidInputException e) {
            e.problems()
                    .forEach(problem -> problems.add(
                            new FieldProblem(ObjectShape.inside(path, problem.path()), problem.message())));
            return Optional.empty();
        }
    }
}
