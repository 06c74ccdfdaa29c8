package io.tenderhub.postgres;

import io.tenderhub.search.FoldedText;
import io.tenderhub.tender.TenderFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.Query;

/** Which tenders a text and a filter let through. Whatever the caller gave is bound, never part of the statement. */
final class SearchConditions {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    /**
     * @param text which says something to look for
     */
    SearchConditions(Optional<String> text, TenderFilter filter) {
        text.ifPresent(words -> {
            conditions.add("search @@ " + SearchStatement.WORDS);
            bind("text", FoldedText.fold(words));
        });
        for (FilterRule rule : FilterRule.ALL) {
            Map<String, Object> wanted = rule.valuesOf(filter);
            if (!wanted.isEmpty()) {
                conditions.add(rule.bound());
                values.putAll(wanted);
            }
        }
    }

    void add(String condition) {
        conditions.add(condition);
    }

    void bind(String name, Object value) {
        values.put(name, value);
    }

    /** Empty, or with a blank before it. */
    String where() {
        return conditions.isEmpty() ? "" : conditions.stream().collect(Collectors.joining(") AND (", " WHERE (", ")"));
    }

    Query bindTo(Query statement) {
        values.forEach((name, value) -> {
            if (value instanceof Argument argument) {
                statement.bind(name, argument);
            } else {
                statement.bind(name, value);
            }
        });
        return statement;
    }
}
