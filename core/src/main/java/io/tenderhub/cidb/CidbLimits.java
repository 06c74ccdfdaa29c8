package io.tenderhub.cidb;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Up to which tender value in rand a grade may be awarded work, as one gazetted table.
 *
 * @param inForceFrom the first day on which the table holds
 * @param source where it is published
 * @param upperLimits of grades 1 to 8, rising; grade 9 has no limit
 */
public record CidbLimits(LocalDate inForceFrom, String source, List<BigDecimal> upperLimits) {
    private static final int HIGHEST_GRADE = 9;
    private static final CidbLimits OF_2019 = new CidbLimits(
            LocalDate.of(2019, 10, 7),
            "Government Gazette 42561, tender value ranges in force from 7 October 2019",
            List.of(
                    BigDecimal.valueOf(500_000),
                    BigDecimal.valueOf(1_000_000),
                    BigDecimal.valueOf(3_000_000),
                    BigDecimal.valueOf(6_000_000),
                    BigDecimal.valueOf(10_000_000),
                    BigDecimal.valueOf(20_000_000),
                    BigDecimal.valueOf(60_000_000),
                    BigDecimal.valueOf(200_000_000)));
    /** The newest first. */
    private static final List<CidbLimits> TABLES = List.of(OF_2019);

    public CidbLimits {
        requireNonNull(inForceFrom);
        requireNonNull(source);
        upperLimits = List.copyOf(upperLimits);
        if (upperLimits.size() != HIGHEST_GRADE - 1) {
            throw new IllegalArgumentException("grades 1 to 8 have a limit each, not " + upperLimits.size());
        }
    }

    /** The table in force on a day; empty before the first one known here. */
    public static Optional<CidbLimits> on(LocalDate day) {
        return TABLES.stream().filter(table -> !day.isBefore(table.inForceFrom)).findFirst();
    }

    /** The newest table. */
    public static CidbLimits newest() {
        return TABLES.get(0);
    }

    /**
     * The highest tender value a grade may be awarded, in rand; empty for grade 9, which has no limit.
     *
     * @throws IllegalArgumentException if there is no such grade
     */
    public Optional<BigDecimal> upperLimit(int grade) {
        if (grade < 1 || grade > HIGHEST_GRADE) {
            throw new IllegalArgumentException("a CIDB grade is 1 to 9, not " + grade);
        }
        return grade == HIGHEST_GRADE ? Optional.empty() : Optional.of(upperLimits.get(grade - 1));
    }

    /** The lowest grade that may be awarded work of this tender value in rand. */
    public int gradeNeeded(BigDecimal rand) {
        for (int grade = 1; grade < HIGHEST_GRADE; grade++) {
            if (rand.compareTo(upperLimits.get(grade - 1)) <= 0) {
                return grade;
            }
        }
        return HIGHEST_GRADE;
    }
}
