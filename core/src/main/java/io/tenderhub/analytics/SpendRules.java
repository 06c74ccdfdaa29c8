package io.tenderhub.analytics;

import io.tenderhub.tender.Award;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;

/** What counts as spent, and how it is ordered. */
public final class SpendRules {
    /**
     * Statuses of awards that bind nobody, in lower case (OCDS codelist "awardStatus"). Awards of any other status, and those
     * published without one, count.
     */
    public static final Set<String> NOT_IN_FORCE = Set.of("pending", "cancelled", "unsuccessful");

    /** The largest sum first; of equal ones by name. */
    public static final Comparator<BuyerSpend> MOST_FIRST = Comparator.comparing(
                    (BuyerSpend spend) -> spend.spent().amount(), Comparator.reverseOrder())
            .thenComparing(BuyerSpend::buyer);

    private SpendRules() {}

    public static boolean isInForce(Award award) {
        return award.status()
                .map(status -> status.toLowerCase(Locale.ROOT))
                .filter(NOT_IN_FORCE::contains)
                .isEmpty();
    }

    /** The same amount, without zeros at the end of a fraction. */
    public static BigDecimal plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
