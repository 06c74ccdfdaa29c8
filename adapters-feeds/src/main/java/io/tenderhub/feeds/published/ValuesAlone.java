package io.tenderhub.feeds.published;

import io.tenderhub.tender.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** The values of fields exactly as {@link Field} reads them, for whoever does not want the warnings. */
public final class ValuesAlone {
    private static final Warnings UNWANTED = Warnings.unwanted();

    private ValuesAlone() {}

    /** As {@link Field#text()} of a text. */
    public static Optional<String> text(String published) {
        return TextReader.read(published, "", UNWANTED);
    }

    /** Whether cleaning takes a character away from the ends of a text. */
    public static boolean isBlank(char found) {
        return TextReader.isBlank(found);
    }

    /** Whether a text has to be looked through for HTML. */
    public static boolean mayHaveHtml(String text) {
        return Html.mayBeIn(text);
    }

    /** Whether {@link Field#statedText()} takes a cleaned text for absent. */
    public static boolean isPlaceholder(String cleaned) {
        return TextReader.isPlaceholder(cleaned);
    }

    /** As {@link Field#date()} of a text. */
    public static Optional<Instant> date(String published) {
        return published.isBlank() ? Optional.empty() : DateStyle.ISO.read(published, "", UNWANTED);
    }

    /**
     * As {@link MoneyField} reads an amount that is a number.
     *
     * @param currency cleaned
     */
    public static Optional<Money> money(BigDecimal amount, Optional<String> currency) {
        return MoneyField.isSound(amount)
                ? currency.flatMap(MoneyField::currency).map(code -> new Money(amount, code))
                : Optional.empty();
    }
}
