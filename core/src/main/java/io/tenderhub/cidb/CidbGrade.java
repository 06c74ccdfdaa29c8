package io.tenderhub.cidb;

import static java.util.Objects.requireNonNull;

/**
 * A contractor grading designation such as {@code 5GB}.
 *
 * @param grade 1–9, compared as a number
 */
public record CidbGrade(CidbClass cidbClass, int grade) {
    public CidbGrade {
        requireNonNull(cidbClass);
        if (grade < 1 || grade > 9) {
            throw new IllegalArgumentException("a CIDB grade is 1 to 9, not " + grade);
        }
    }

    @Override
    public String toString() {
        return grade + cidbClass.name();
    }
}
