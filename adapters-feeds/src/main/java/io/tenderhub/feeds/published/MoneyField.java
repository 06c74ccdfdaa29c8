package io.tenderhub.feeds.published;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenderhub.tender.Money;
import io.tenderhub.tender.WarningCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads an OCDS value: {@code {"amount": 1250000, "currency": "ZAR"}}. */
public final class MoneyField {
    /** More digits than any real amount has; stores could not hold them. */
    private static final int MOST_DIGITS = 30;

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    /** A database's own way to write numbers in JSON, met at one publisher. */
    private static final List<String> EXTENDED_JSON =
            List.of("$numberLong", "$numberInt", "$numberDecimal", "$numberDouble");

    private MoneyField() {}

    public static Optional<Money> read(Field value) {
        Optional<BigDecimal> amount = amount(value.child("amount"));
        if (amount.isEmpty()) {
            return Optional.empty();
        }
        Field currencyField = value.child("currency");
        Optional<String> currency = currencyField.text().flatMap(MoneyField::currency);
        if (currency.isEmpty()) {
            currencyField.warn(WarningCode.CURRENCY_MISSING, "The amount has no currency code; treated as absent.");
        }
        return currency.map(code -> new Money(amount.get(), code));
    }

    private static Optional<BigDecimal> amount(Field field) {
        if (field.isAbsent()) {
            return Optional.empty();
        }
        JsonNode node = field.node();
        Optional<String> written = written(node);
        if (written.isEmpty() && !node.isNumber()) {
            field.unexpected("a number", "treated as absent");
            return Optional.empty();
        }
        if (written.filter(String::isBlank).isPresent()) {
            field.warn(WarningCode.EMPTY_TEXT, "An empty amount is treated as absent.");
            return Optional.empty();
        }
        Optional<BigDecimal> amount = written.isPresent() ? AmountText.read(written.get()) : number(node);
        if (amount.isPresent() && amount.get().signum() == 0) {
            field.warn(
                    WarningCode.VALUE_NOT_DISCLOSED,
                    "An amount of 0 means that the value is not disclosed; treated as absent.");
            return Optional.empty();
        }
        Optional<BigDecimal> sound = amount.filter(MoneyField::isSound);
        if (sound.isEmpty()) {
            field.warn(
                    WarningCode.UNREADABLE_AMOUNT,
                    Warnings.quote(written.orElseGet(node::asText))
                            + " is not an amount above zero; treated as absent.");
        } else if (written.isPresent()) {
            field.warn(
                    WarningCode.AMOUNT_AS_STRING,
                    Warnings.quote(written.get()) + " is a text; read as "
                            + sound.get().toPlainString() + ".");
        }
        return sound;
    }

    private static Optional<BigDecimal> number(JsonNode node) {
        boolean infinite = (node.isDouble() || node.isFloat()) && !Double.isFinite(node.doubleValue());
        return infinite ? Optional.empty() : Optional.of(node.decimalValue());
    }

    static Optional<String> currency(String text) {
        String code = text.toUpperCase(Locale.ROOT);
        return CURRENCY.matcher(code).matches() ? Optional.of(code) : Optional.empty();
    }

    /** Whether it is above zero and has no more digits than stores can hold. */
    static boolean isSound(BigDecimal amount) {
        long whole = (long) amount.precision() - amount.scale();
        return amount.signum() > 0 && amount.scale() <= MOST_DIGITS && whole <= MOST_DIGITS;
    }

    private static Optional<String> written(JsonNode node) {
        if (node.isTextual()) {
            return Optional.of(node.textValue());
        }
        return EXTENDED_JSON.stream()
                .map(node::path)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .findFirst();
    }
}
