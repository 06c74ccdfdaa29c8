package io.tenderhub.team;

import io.tenderhub.failure.InvalidInputException;

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
        if (name.isEmpty() || name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidInputException(
                    "team", "name", "must have 1 to " + LONGEST + " characters and no control characters");
        }
        return name;
    }
}
