package io.tenderhub.analytics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What spending is told apart by. */
public enum SpendDimension {
    /** The buyer of the tender, or the procuring entity where no buyer is named. */
    BUYER,
    PROVINCE,
    /** Main procurement category. */
    CATEGORY,
    /** {@code 2026-11}: the month of the award, see {@link SpendRules#spentAt}. */
    MONTH,
    /** Who was awarded; those who were awarded together are one, see {@link SpendRules#together}. */
    SUPPLIER;

    /** {@code buyer}, {@code province}, {@code category}, {@code month}, {@code supplier}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<SpendDimension> ofCode(String code) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.code().equals(code))
                .findFirst();
    }

    /** The latest month first; of everything else the largest sum first, of equal ones by name, without a name last. */
    public Comparator<Spend> order() {
        return this == MONTH ? SpendRules.LATEST_FIRST : SpendRules.MOST_FIRST;
    }
}
