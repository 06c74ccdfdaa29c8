package io.tenderhub.failure;

import java.util.List;
import java.util.stream.Collectors;

/** Input that breaks a rule; says every problem at once, each with the path of its field. */
public final class InvalidInputException extends TenderHubException {
    private final String subject;
    private final transient List<FieldProblem> problems;

    /**
     * @param subject what was being read, such as {@code profile company.json}
     * @param problems at least one
     */
    public InvalidInputException(String subject, List<FieldProblem> problems) {
        super(subject + ": " + problems.stream().map(FieldProblem::toString).collect(Collectors.joining("; ")), null);
        this.subject = subject;
        this.problems = List.copyOf(problems);
    }

    public InvalidInputException(String subject, String path, String message) {
        this(subject, List.of(new FieldProblem(path, message)));
    }

    public String subject() {
        return subject;
    }

    public List<FieldProblem> problems() {
        return problems;
    }
}
