package io.tenderhub.postgres;

import io.tenderhub.tender.TenderFilter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * What one part of a filter asks of the columns of a tender. Written once for searches, where what is asked is bound, and for saved
 * searches, where it stands in the columns of another table.
 *
 * @param operands their names and types; the first one is there exactly where the filter asks for this at all
 * @param condition with each operand in braces
 * @param values of the operands, or nothing where the filter lets everything through
 */
record FilterRule(
        Map<String, String> operands, String condition, Function<TenderFilter, Optional<List<Object>>> values) {
    private static final Pattern OPERAND = Pattern.compile("\\{(\\w+)}");
    private static final String OR_UNDISCLOSED = " OR (value_amount IS NULL AND {undisclosed_%1$s})";

    static final List<FilterRule> ALL = List.of(
            anyOf("provinces", "province_key", TenderFilter::provinces),
            anyOf("buyers", "buyer_key", TenderFilter::buyers),
            anyOf("categories", "category_key", TenderFilter::categories),
            anyOf("statuses", "status_key", TenderFilter::statuses),
            anyOf("methods", "method_key", TenderFilter::methods),
            time("closing_from", "(closes_at, closes_nanos) >=", TenderFilter::closingFrom),
            time("closing_to", "(closes_at, closes_nanos) <", TenderFilter::closingTo),
            time("published_from", "(release_date, release_nanos) >=", TenderFilter::publishedFrom),
            time("published_to", "(release_date, release_nanos) <", TenderFilter::publishedTo),
            new FilterRule(
                    inOrder("value_from", "numeric", "undisclosed_from", "boolean"),
                    "value_amount >= {value_from}" + OR_UNDISCLOSED.formatted("from"),
                    filter -> filter.valueFrom().map(from -> List.of(from, filter.includeUndisclosed()))),
            new FilterRule(
                    inOrder("value_to", "numeric", "undisclosed_to", "boolean"),
                    "value_amount <= {value_to}" + OR_UNDISCLOSED.formatted("to"),
                    filter -> filter.valueTo().map(to -> List.of(to, filter.includeUndisclosed()))),
            new FilterRule(
                    Map.of("briefing", "boolean"),
                    "compulsory_briefing = {briefing}",
                    filter -> filter.compulsoryBriefing().map(List::of)),
            new FilterRule(
                    Map.of("cidb_class", "text"),
                    "cidb_classes @> ARRAY[{cidb_class}]",
                    filter -> filter.cidbClass().map(wanted -> List.of(wanted.name()))),
            new FilterRule(
                    Map.of("grade", "smallint"),
                    "cidb_highest <= {grade} OR cidb_highest IS NULL",
                    filter -> filter.highestGrade().map(List::of)));

    private static FilterRule anyOf(String operand, String column, Function<TenderFilter, Set<String>> wanted) {
        return new FilterRule(
                Map.of(operand, "text[]"),
                column + " = ANY({" + operand + "})",
                filter -> Optional.of(wanted.apply(filter))
                        .filter(words -> !words.isEmpty())
                        .map(words -> List.of(TextArray.of(words.stream()
                                .map(word -> SearchText.key(word.replace('\0', '\ufffd')))
                                .sorted()
                                .toList()))));
    }

    private static FilterRule time(
            String operand, String comparison, Function<TenderFilter, Optional<Instant>> wanted) {
        String nanos = operand + "_nanos";
        return new FilterRule(
                inOrder(operand, "timestamptz", nanos, "smallint"),
                comparison + " ({" + operand + "}, {" + nanos + "})",
                filter -> wanted.apply(filter)
                        .map(Times::clamp)
                        .map(bound -> List.of(Times.text(bound), Times.nanos(bound))));
    }

    private static Map<String, String> inOrder(String first, String its, String second, String itsToo) {
        Map<String, String> operands = new LinkedHashMap<>();
        operands.put(first, its);
        operands.put(second, itsToo);
        return operands;
    }

    /** The condition on values that are bound under the operands' names. */
    String bound() {
        return with(operand -> placeholder(operand, operands.getOrDefault(operand, "text")));
    }

    /** The condition on what stands in the columns of a table, which are called like the operands; a null asks for nothing. */
    String onColumnsOf(String table) {
        String first = operands.keySet().iterator().next();
        return table + "." + first + " IS NULL OR " + with(operand -> table + "." + operand);
    }

    /** A null where the filter does not ask for this. */
    static void bind(SqlStatement<?> statement, String operand, @Nullable Object value) {
        if (value == null) {
            statement.bind(operand, (String) null);
        } else if (value instanceof Argument argument) {
            statement.bind(operand, argument);
        } else {
            statement.bind(operand, value);
        }
    }

    static String placeholder(String operand, String type) {
        return ":" + operand + "::" + type;
    }

    private String with(UnaryOperator<String> operand) {
        return OPERAND.matcher(condition).replaceAll(found -> operand.apply(found.group(1)));
    }

    /** By operand; empty where the filter does not ask for this. */
    Map<String, Object> valuesOf(TenderFilter filter) {
        Map<String, Object> byOperand = new LinkedHashMap<>();
        values.apply(filter).ifPresent(given -> {
            int i = 0;
            for (String operand : operands.keySet()) {
                byOperand.put(operand, given.get(i++));
            }
        });
        return byOperand;
    }
}
