package io.tenderhub.http.endpoint;

import io.tenderhub.failure.FieldProblem;
import java.util.List;

/** A failure that only HTTP knows, such as a body that is too large. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemKind kind;
    private final transient List<FieldProblem> problems;

    /** @param detail what was wrong and what to do, in one sentence that may be shown to anybody */
    public ProblemException(ProblemKind kind, String detail) {
        this(kind, detail, List.of());
    }

    public ProblemException(ProblemKind kind, String detail, List<FieldProblem> problems) {
        super(detail);
        this.kind = kind;
        this.problems = List.copyOf(problems);
    }

    public ProblemKind kind() {
        return kind;
    }

    public List<FieldProblem> problems() {
        return problems;
    }
}
