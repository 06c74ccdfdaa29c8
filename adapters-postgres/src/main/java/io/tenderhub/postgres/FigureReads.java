package io.tenderhub.postgres;

import io.tenderhub.analytics.Count;
import io.tenderhub.analytics.CountedBy;
import io.tenderhub.analytics.DayFigure;
import io.tenderhub.analytics.DayRange;
import io.tenderhub.analytics.SpendRules;
import io.tenderhub.analytics.TenderFigures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/** Counts inside the database. */
final class FigureReads implements TenderFigures {
    private final Reading reading;
    private final String table;

    /** @param reading where it is counted */
    FigureReads(Database database, Reading reading) {
        this.reading = reading;
        this.table = database.names().tenders();
    }

    @Override
    public List<Count> counts(CountedBy by, DayRange days, ZoneId zone) {
        boolean weeks = by == CountedBy.CLOSING_WEEK;
        String sql = weeks
                ? "SELECT week AS name, count(*) AS tenders FROM (SELECT to_char("
                        + LocalTimes.of("closes_at", ":zone", zone) + ", 'IYYY-\"W\"IW') AS week FROM " + table
                        + where("closes_at", days) + ") AS closing GROUP BY week"
                : "SELECT min(status COLLATE \"C\") AS name, count(*) AS tenders FROM " + table
                        + where("release_date", days) + " GROUP BY status_key";
        return reading.run("analytics", handle -> {
            Query query = bind(handle.createQuery(sql), days, zone);
            if (weeks) {
                query.bind("zone", LocalTimes.name(zone));
            }
            return query
                    .map((row, context) ->
                            new Count(Optional.ofNullable(row.getString("name")), row.getLong("tenders")))
                    .stream()
                    .sorted(by.order())
                    .toList();
        });
    }

    @Override
    public List<DayFigure> daily(Optional<String> category, String currency, DayRange days, ZoneId zone) {
        String where = where("release_date", days);
        String ofCategory =
                category.isEmpty() ? "" : (where.isEmpty() ? " WHERE " : " AND ") + "category_key = :category";
        String sql =
                "SELECT day, count(*) AS tenders, count(amount) AS valued, coalesce(sum(amount), 0) AS total FROM (SELECT "
                        + LocalTimes.of("release_date", ":zone", zone)
                        + "::date AS day, CASE WHEN value_currency = :currency THEN value_amount END AS amount FROM "
                        + table
                        + where + ofCategory + ") AS published GROUP BY day ORDER BY day";
        if (category.filter(TextArray::isImpossible).isPresent()) {
            return List.of();
        }
        return reading.run("analytics", handle -> {
            Query query = bind(handle.createQuery(sql), days, zone)
                    .bind("zone", LocalTimes.name(zone))
                    .bind("currency", currency);
            category.ifPresent(words -> query.bind("category", SearchText.key(words)));
            return query.map((row, context) -> new DayFigure(
                            row.getObject("day", LocalDate.class),
                            row.getLong("tenders"),
                            row.getLong("valued"),
                            total(row.getBigDecimal("total"))))
                    .list();
        });
    }

    private static BigDecimal total(BigDecimal sum) {
        return SpendRules.plain(sum);
    }

    private static String where(String column, DayRange days) {
        String conditions = (days.from().isPresent() ? " AND " + column + " >= :begin::timestamptz" : "")
                + (days.to().isPresent() ? " AND " + column + " < :end::timestamptz" : "");
        return conditions.isEmpty() ? "" : " WHERE " + conditions.substring(" AND ".length());
    }

    private static Query bind(Query query, DayRange days, ZoneId zone) {
        days.begin(zone).ifPresent(begin -> query.bind("begin", Times.text(Times.clamp(begin))));
        days.end(zone).ifPresent(end -> query.bind("end", Times.text(Times.clamp(end))));
        return query;
    }
}
