package io.tenderhub.postgres;

import io.tenderhub.analytics.Spend;
import io.tenderhub.analytics.SpendCatalog;
import io.tenderhub.analytics.SpendDimension;
import io.tenderhub.analytics.SpendQuestion;
import io.tenderhub.analytics.SpendRules;
import io.tenderhub.analytics.SpendSums;
import io.tenderhub.analytics.SpendTally;
import io.tenderhub.tender.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Adds up awards inside the database, whose {@code numeric} is exact, by names as they are published; which of them are the same
 * is left to {@link SpendTally}. Whatever a document says, no cast of it fails: what has not the form counts as not said.
 */
final class SpendReads implements SpendCatalog {
    /** A published time, without its fraction; a day that its month has not is taken for one of the next month. */
    private static final String AWARDED_AT = "CASE WHEN award ->> 'date' ~"
            + " '^[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.][0-9]+)?Z$'"
            + " THEN ((left(award ->> 'date', 7) || '-01')::date + (substr(award ->> 'date', 9, 2)::integer - 1)"
            + " + substr(award ->> 'date', 12, 8)::time) AT TIME ZONE 'UTC' END";

    /** Those of one tender that are in force, each with its value where it states one that counts. */
    private static final String IN_FORCE =
            "SELECT award, CASE WHEN counts THEN (award -> 'value' ->> 'amount')::numeric END AS amount,"
                    + " CASE WHEN counts THEN award -> 'value' ->> 'currency' END AS currency"
                    + " FROM jsonb_path_query(tender.document, 'lax $.awards[*]') AS award"
                    + " CROSS JOIN LATERAL (SELECT CASE WHEN jsonb_typeof(award -> 'value' -> 'amount') = 'number'"
                    + " THEN (award -> 'value' ->> 'amount')::numeric > 0"
                    + " AND coalesce(award -> 'value' ->> 'currency', '') ~ '^[A-Z]{3}$' ELSE false END AS counts) AS value"
                    + " WHERE jsonb_typeof(award) = 'object' AND lower(coalesce(award ->> 'status', '')) <> ALL(:notInForce)";

    private final Reading reading;
    private final String table;

    /** @param reading where it is added up */
    SpendReads(Database database, Reading reading) {
        this.reading = reading;
        this.table = database.names().tenders();
    }

    @Override
    public SpendSums sums(SpendQuestion question, ZoneId zone) {
        return reading.run("spend", handle -> {
            SpendTally tally = new SpendTally();
            query(handle, question, zone).map((row, context) -> add(tally, row)).list();
            return tally.sums(question.by());
        });
    }

    private Query query(Handle handle, SpendQuestion question, ZoneId zone) {
        Query query = handle.createQuery(sql(question, zone))
                .bind("notInForce", TextArray.of(List.copyOf(SpendRules.NOT_IN_FORCE)))
                .bind("currency", question.currency().orElse(null));
        question.days().begin(zone).ifPresent(begin -> query.bind("begin", Times.text(Times.clamp(begin))));
        question.days().end(zone).ifPresent(end -> query.bind("end", Times.text(Times.clamp(end))));
        if (question.by() == SpendDimension.MONTH) {
            query.bind("zone", LocalTimes.name(zone));
        }
        return query;
    }

    private String sql(SpendQuestion question, ZoneId zone) {
        String spent = "SELECT award, amount, currency, coalesce(" + AWARDED_AT
                + ", tender.release_date) AS spent_at FROM (" + IN_FORCE + ") AS in_force";
        if (question.fallback()) {
            spent += " UNION ALL SELECT NULL, value_amount, value_currency, release_date"
                    + " WHERE value_amount > 0 AND value_currency ~ '^[A-Z]{3}$'"
                    + " AND NOT EXISTS (SELECT FROM (" + IN_FORCE + ") AS in_force WHERE amount IS NOT NULL)";
        }
        return "SELECT names, currency, sum(amount) AS amount, count(award) AS awards, count(*) - count(award) AS tenders"
                + " FROM (SELECT " + names(question.by(), zone) + " AS names, award, amount, currency FROM " + table
                + " AS tender CROSS JOIN LATERAL (" + spent + ") AS spent"
                + " WHERE (currency IS NULL OR :currency::text IS NULL OR currency = :currency)"
                + (question.days().from().isPresent() ? " AND spent_at >= :begin::timestamptz" : "")
                + (question.days().to().isPresent() ? " AND spent_at < :end::timestamptz" : "")
                + ") AS named GROUP BY names, currency";
    }

    private static String names(SpendDimension by, ZoneId zone) {
        return switch (by) {
            case BUYER -> "ARRAY[tender.buyer]";
            case PROVINCE -> "ARRAY[tender.province]";
            case CATEGORY -> "ARRAY[tender.category]";
            case MONTH -> "ARRAY[to_char(" + LocalTimes.of("spent_at", ":zone", zone) + ", 'YYYY-MM')]";
            case SUPPLIER ->
                "ARRAY(SELECT supplier ->> 'name' FROM jsonb_path_query(award, 'lax $.suppliers[*]') AS supplier)";
        };
    }

    private static boolean add(SpendTally tally, ResultSet row) throws SQLException {
        long awards = row.getLong("awards");
        String currency = row.getString("currency");
        if (currency == null) {
            tally.addWithoutValue(awards);
        } else {
            List<String> names = Arrays.stream((String[]) row.getArray("names").getArray())
                    .filter(Objects::nonNull)
                    .toList();
            tally.add(new Spend(
                    SpendRules.together(names),
                    new Money(row.getBigDecimal("amount"), currency),
                    awards,
                    row.getLong("tenders")));
        }
        return true;
    }
}
