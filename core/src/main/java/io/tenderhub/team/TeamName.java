package io.tenderhub.team;

import io.tenderhub.failure.FieldProblem;
import io.tenderhub.failure.InvalidInputException;
import java.util.List;
import java.util.Optional;

/** What a team may be called. */
final class TeamName {
    private static final int LONGEST = 100;

    private TeamName() {}

    /**
     * @return the name without blanks around it
     * @throws InvalidInputException if it does not have 1 to 100 characters, or holds control characters
     */
    static String of(String given) {
        String name = given.strip();
        problem(name).ifPresent(problem -> {
            throw new InvalidInputException("team", List.of(problem));
        });
        return name;
    }

    /** What is wrong with a name without blanks around it. */
    static Optional<FieldProblem> problem(String name) {
        return name.isEmpty() || name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl)
                ? Optional.of(
                        new FieldProblem("name", "must have 1 to " + LONGEST + " characters and no control characters"))
                : Optional.empty();
    }
}
