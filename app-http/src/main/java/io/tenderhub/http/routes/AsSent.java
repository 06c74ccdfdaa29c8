package io.tenderhub.http.routes;

import io.tenderhub.failure.FieldProblem;
import io.tenderhub.failure.InvalidInputException;
import java.util.function.Supplier;

/** Tells problems with a change of a workspace entry by the names of what was sent, not by those of the entry. */
final class AsSent {
    private static final String SEEN = "seen";

    private AsSent() {}

    /**
     * @param inEntry where in the entry stands what the body changes, such as {@code tasks.1.}; empty for the whole of it
     * @throws InvalidInputException what the change throws, with paths in the request
     */
    static <T> T in(String inEntry, Supplier<T> change) {
        try {
            return change.get();
        } catch (InvalidInputException e) {
            throw new InvalidInputException(
                    e.subject(),
                    e.problems().stream().map(problem -> said(inEntry, problem)).toList());
        }
    }

    private static FieldProblem said(String inEntry, FieldProblem problem) {
        if (problem.path().equals(SEEN)) {
            return new FieldProblem(ClockTag.IF_MATCH.name(), ClockTag.WANTED);
        }
        return problem.path().startsWith(inEntry)
                ? new FieldProblem(problem.path().substring(inEntry.length()), problem.message())
                : problem;
    }
}
