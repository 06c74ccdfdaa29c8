package io.tenderhub.analytics;

import io.tenderhub.tender.Award;
import io.tenderhub.tender.Money;
import io.tenderhub.tender.Tender;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What counts as spent, when and by whom, and how it is ordered. */
public final class SpendRules {
    /**
     * Statuses of awards that bind nobody, in lower case (OCDS codelist "awardStatus"). Awards of any other status, and those
     * published without one, count.
     */
    public static final Set<String> NOT_IN_FORCE = Set.of("pending", "cancelled", "unsuccessful");

    private static final Comparator<Spend> BY_NAME =
            Comparator.comparing(spend -> spend.name().orElse("\uffff"));

    /** The largest sum first; of equal ones by name, without one last. */
    static final Comparator<Spend> MOST_FIRST = Comparator.comparing(
                    (Spend spend) -> spend.spent().amount(), Comparator.reverseOrder())
            .thenComparing(BY_NAME);

    /** By name, the last one first. */
    static final Comparator<Spend> LATEST_FIRST =
            Comparator.comparing((Spend spend) -> spend.name().orElse("")).reversed();

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    /** A day of another millennium is a slip. */
    private static final Instant EARLIEST = Instant.parse("1000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");

    private SpendRules() {}

    public static boolean isInForce(Award award) {
        return award.status()
                .map(status -> status.toLowerCase(Locale.ROOT))
                .filter(NOT_IN_FORCE::contains)
                .isEmpty();
    }

    /** Its value, if it is one that can be added up. */
    public static Optional<Money> counted(Optional<Money> value) {
        return value.filter(money -> isCurrency(money.currency()));
    }

    public static boolean isCurrency(String code) {
        return CURRENCY.matcher(code).matches();
    }

    /** The date of the award; where it has none, or one before the year 1000 or after 2999, the tender's release date. */
    public static Instant spentAt(Award award, Tender tender) {
        return award.date()
                .filter(date -> !date.isBefore(EARLIEST) && date.isBefore(LATEST))
                .orElse(tender.releaseDate());
    }

    /**
     * Who was awarded together, as one name: each once, by name, between semicolons. What part of an award each of them gets is
     * not published (OCDS has awards of their own for those who are awarded apart), so it is neither divided nor counted twice.
     *
     * @return empty if there is no name
     */
    public static Optional<String> together(Collection<String> suppliers) {
        String names = suppliers.stream()
                .filter(name -> !name.isBlank())
                .distinct()
                .sorted()
                .collect(Collectors.joining("; "));
        return Optional.of(names).filter(text -> !text.isEmpty());
    }

    /** The same amount, without zeros at the end of a fraction. */
    public static BigDecimal plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
