package io.tenderhub.readiness;

/**
 * Where a policy draws its lines. Points are 0–100; shares are 0–1 of a criterion's weight.
 *
 * @param bidFrom points from which bidding is recommended
 * @param prepareFrom points below which not to bid is recommended; at most {@code bidFrom}
 * @param comfortableDays days before closing that leave nothing to be desired, 1 or more
 * @param contractShare the part of the tender's value that the largest contract or the turnover must reach, above 0
 * @param yearsShare what the years count for within experience; the size of past work counts for the rest
 * @param sameSector share for a tender of the company's sector, or of no evident one, in none of the company's words
 * @param otherSector share for the company's words in a tender of another sector, where they are only beside the point;
 *     at most {@code sameSector}
 * @param cidbConditional share for a potentially emerging contractor one grade short
 * @param cidbWithPartner share where a joint venture reaches the grade; at most {@code cidbConditional}
 * @param partOfCountry share where the work is all over the country and the company covers a part
 * @param missingDocument share lost with each missing registration or certificate
 */
public record Thresholds(
        int bidFrom,
        int prepareFrom,
        int comfortableDays,
        double contractShare,
        double yearsShare,
        double sameSector,
        double otherSector,
        double cidbConditional,
        double cidbWithPartner,
        double partOfCountry,
        double missingDocument) {
    public static final Thresholds USUAL = new Thresholds(60, 30, 14, 0.5, 0.6, 0.6, 0.3, 0.7, 0.5, 0.5, 0.25);
}
