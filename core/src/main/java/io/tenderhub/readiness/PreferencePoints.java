package io.tenderhub.readiness;

import static java.util.Objects.requireNonNull;

import io.tenderhub.requirement.PreferenceSystem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How South African organs of state score prices and preferences, as one version of the regulations.
 *
 * @param inForceFrom the first day on which they hold
 * @param source where they are published
 * @param eightyTwentyUpTo the highest value in rand, taxes included, under the 80/20 system; above it 90/10 applies
 * @param points80 by B-BBEE level 1 to 8; used as an assumption where a tender does not state its specific goals
 * @param points90 likewise for 90/10
 */
public record PreferencePoints(
        LocalDate inForceFrom,
        String source,
        BigDecimal eightyTwentyUpTo,
        List<Integer> points80,
        List<Integer> points90) {
    private static final PreferencePoints OF_2022 = new PreferencePoints(
            LocalDate.of(2023, 1, 16),
            "Preferential Procurement Regulations, 2022 (in force 16 January 2023); points by B-BBEE level as in the"
                    + " regulations of 2017, assumed where a tender does not state its goals",
            BigDecimal.valueOf(50_000_000),
            List.of(20, 18, 14, 12, 8, 6, 4, 2),
            List.of(10, 9, 6, 5, 4, 3, 2, 1));
    /** The newest first. */
    private static final List<PreferencePoints> VERSIONS = List.of(OF_2022);

    public PreferencePoints {
        requireNonNull(inForceFrom);
        requireNonNull(source);
        requireNonNull(eightyTwentyUpTo);
        points80 = List.copyOf(points80);
        points90 = List.copyOf(points90);
    }

    /** The version in force on a day; empty before the first one known here. */
    public static Optional<PreferencePoints> on(LocalDate day) {
        return VERSIONS.stream()
                .filter(version -> !day.isBefore(version.inForceFrom))
                .findFirst();
    }

    /** The newest version. */
    public static PreferencePoints newest() {
        return VERSIONS.get(0);
    }

    /** The system that applies to a value in rand. */
    public PreferenceSystem systemFor(BigDecimal rand) {
        return rand.compareTo(eightyTwentyUpTo) <= 0 ? PreferenceSystem.EIGHTY_TWENTY : PreferenceSystem.NINETY_TEN;
    }

    /**
     * Points of levels 1 to 8.
     *
     * @throws IllegalArgumentException for {@link PreferenceSystem#BOTH}, which has no points of its own
     */
    public List<Integer> bbbeePoints(PreferenceSystem system) {
        return switch (system) {
            case EIGHTY_TWENTY -> points80;
            case NINETY_TEN -> points90;
            case BOTH -> throw ambiguous();
        };
    }

    /**
     * Points of one bidder.
     *
     * @param level 1–8; empty for a non-compliant contributor, who gets 0
     * @throws IllegalArgumentException for {@link PreferenceSystem#BOTH}, or if there is no such level
     */
    public int bbbeePoints(PreferenceSystem system, Optional<Integer> level) {
        List<Integer> points = bbbeePoints(system);
        if (level.isEmpty()) {
            return 0;
        }
        if (level.get() < 1 || level.get() > points.size()) {
            throw new IllegalArgumentException("a B-BBEE level is 1 to 8, not " + level.get());
        }
        return points.get(level.get() - 1);
    }

    /**
     * Points for a price: {@code Ps = 80 (or 90) × (1 − (Pt − Pmin) / Pmin)}.
     *
     * @param price of the bid under consideration, Pt
     * @param lowest price of all acceptable bids, Pmin, above 0
     * @return two decimals, half up; below 0, as the formula has it, for a price above twice the lowest
     * @throws IllegalArgumentException for {@link PreferenceSystem#BOTH}, or if a price is not possible
     */
    public BigDecimal pricePoints(PreferenceSystem system, BigDecimal price, BigDecimal lowest) {
        if (lowest.signum() <= 0) {
            throw new IllegalArgumentException("the lowest price is above 0, not " + lowest);
        }
        if (price.compareTo(lowest) < 0) {
            throw new IllegalArgumentException("no price is below the lowest: " + price + " < " + lowest);
        }
        BigDecimal most = switch (system) {
            case EIGHTY_TWENTY -> BigDecimal.valueOf(80);
            case NINETY_TEN -> BigDecimal.valueOf(90);
            case BOTH -> throw ambiguous();
        };
        // One division at the end, so that only the result is rounded.
        return most.multiply(lowest.add(lowest).subtract(price)).divide(lowest, 2, RoundingMode.HALF_UP);
    }

    private static IllegalArgumentException ambiguous() {
        return new IllegalArgumentException("either 80/20 or 90/10");
    }
}
