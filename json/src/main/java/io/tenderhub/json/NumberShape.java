package io.tenderhub.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import io.tenderhub.failure.FieldProblem;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A number, perhaps a whole one, perhaps within bounds. */
final class NumberShape extends Shape {
    static final NumberShape ANY = new NumberShape(false, Optional.empty(), Optional.empty(), Notes.NONE);

    /** More digits than any amount has; a longer text would only cost time to read. */
    private static final Pattern WRITTEN = Pattern.compile("-?\\d{1,25}(\\.\\d{1,10})?");

    private final boolean whole;
    private final Optional<BigDecimal> least;
    private final Optional<BigDecimal> most;

    private NumberShape(boolean whole, Optional<BigDecimal> least, Optional<BigDecimal> most, Notes notes) {
        super(notes);
        this.whole = whole;
        this.least = least;
        this.most = most;
    }

    static NumberShape wholeWithin(long least, long most) {
        return new NumberShape(
                true, Optional.of(BigDecimal.valueOf(least)), Optional.of(BigDecimal.valueOf(most)), Notes.NONE);
    }

    static NumberShape between(double least, double most) {
        return new NumberShape(
                false, Optional.of(BigDecimal.valueOf(least)), Optional.of(BigDecimal.valueOf(most)), Notes.NONE);
    }

    @Override
    Shape with(Notes changed) {
        return new NumberShape(whole, least, most, changed);
    }

    @Override
    void check(JsonNode value, String path, List<FieldProblem> problems) {
        if (!value.isNumber() || (whole && !isWhole(value.decimalValue()))) {
            refuse(value, path, problems);
        } else if (least.filter(bound -> value.decimalValue().compareTo(bound) < 0)
                        .isPresent()
                || most.filter(bound -> value.decimalValue().compareTo(bound) > 0)
                        .isPresent()) {
            problems.add(new FieldProblem(path, "must be " + wanted()));
        }
    }

    /** Also written as 5.0, as JSON Schema has it. */
    private static boolean isWhole(BigDecimal value) {
        return value.signum() == 0 || value.stripTrailingZeros().scale() <= 0;
    }

    @Override
    @Nullable
    JsonNode ofText(String text) {
        return WRITTEN.matcher(text).matches() && !(whole && text.contains("."))
                ? DecimalNode.valueOf(new BigDecimal(text))
                : null;
    }

    @Override
    String wanted() {
        String kind = whole ? "a whole number" : "a number";
        if (least.isPresent() && most.isPresent() && most.get().longValue() != Long.MAX_VALUE) {
            return kind + " from " + least.get().toPlainString() + " to "
                    + most.get().toPlainString();
        }
        return least.map(bound -> kind + " of " + bound.toPlainString() + " or more")
                .orElse(kind);
    }

    @Override
    void fields(JsonGenerator json) throws IOException {
        json.writeStringField("type", whole ? "integer" : "number");
        if (whole) {
            boolean small =
                    most.filter(bound -> bound.longValue() <= Integer.MAX_VALUE).isPresent();
            json.writeStringField("format", small ? "int32" : "int64");
        }
        if (least.isPresent()) {
            json.writeNumberField("minimum", least.get());
        }
        if (most.isPresent() && most.get().longValue() != Long.MAX_VALUE) {
            json.writeNumberField("maximum", most.get());
        }
    }
}
