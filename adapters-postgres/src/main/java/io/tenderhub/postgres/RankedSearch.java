package io.tenderhub.postgres;

import io.tenderhub.tender.TenderQuery;
import io.tenderhub.tender.TenderSort;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The best matches of a text first: {@link TenderSort#RANKED} of the newest are ranked, the rest follows, newest first. Where the ranked
 * ones end is settled by the first page and handed on in the cursor.
 */
final class RankedSearch {
    /** So many times as wide is the next window, where one had too little in it; and how wide one may be. */
    private static final int WIDER = 4;

    private static final int WIDEST = 16;

    private static final String NEWEST = "release_date DESC, release_nanos DESC, ocid";

    private static final String AT_END = "(:end0::timestamptz, :end1::smallint)";
    private static final String NOT_BEHIND = "(release_date, release_nanos) >= " + AT_END
            + " AND ((release_date, release_nanos) > " + AT_END + " OR ocid <= :end2)";

    private final Handle transaction;
    private final Names names;
    private final TenderQuery query;
    private final SearchConditions conditions;
    private final RecentWindow recent;
    private final int rows;

    RankedSearch(Handle transaction, Names names, TenderQuery query, SearchConditions conditions, RecentWindow recent) {
        this.transaction = transaction;
        this.names = names;
        this.query = query;
        this.conditions = conditions;
        this.recent = recent;
        this.rows = query.limit() + 1;
    }

    /** The rows of a statement that ranks, and what it found out on the way. */
    private record Ranked(List<FoundTender> best, long matches, Optional<PageCursor> end) {}

    /** One more than the page has, where there are. */
    List<FoundTender> page() {
        if (query.cursor().isEmpty()) {
            return first();
        }
        PageCursor cursor = PageCursor.decode(query.cursor().get(), query, RankedKey.PARTS);
        RankedKey key = RankedKey.of(cursor);
        if (!key.isRanked()) {
            return newest(key.newest(cursor.ocid()), rows);
        }
        Optional<PageCursor> end = key.end();
        bindEnd(end);
        conditions.bind("relevance", key.relevance());
        conditions.bind("ocid", cursor.ocid());
        end.ifPresent(last -> recent.since(last.key().get(0)));
        Ranked ranked = rank(
                conditions.forTheIndex(end.isPresent() ? NOT_BEHIND : ""),
                "",
                " WHERE relevance <= :relevance::float4 AND (relevance < :relevance::float4 OR ocid > :ocid)");
        recent.asAsked();
        return filled(at(ranked.best(), end), end);
    }

    private void bindEnd(Optional<PageCursor> end) {
        end.ifPresent(last -> {
            conditions.bind("end0", last.key().get(0));
            conditions.bind("end1", last.key().get(1));
            conditions.bind("end2", last.ocid());
        });
    }

    private List<FoundTender> first() {
        Ranked ranked = new Ranked(List.of(), 0, Optional.empty());
        boolean windowed = true;
        for (int times = 1; windowed && ranked.matches() < TenderSort.RANKED; times *= WIDER) {
            windowed = times <= WIDEST && recent.guess(times);
            if (!windowed) {
                recent.asAsked();
            }
            ranked = rankNewest();
        }
        recent.asAsked();
        Optional<PageCursor> end = ranked.matches() < TenderSort.RANKED ? Optional.empty() : ranked.end();
        return filled(at(ranked.best(), end), end);
    }

    private Ranked rankNewest() {
        return rank(conditions.forTheIndex(), " ORDER BY " + NEWEST + " LIMIT " + TenderSort.RANKED, "");
    }

    private static List<FoundTender> at(List<FoundTender> best, Optional<PageCursor> end) {
        return best.stream()
                .map(found -> found.at(RankedKey.ranked(found.cursor().key().get(0), end)))
                .toList();
    }

    /** Where the ranked ones do not fill the page, those behind them follow. */
    private List<FoundTender> filled(List<FoundTender> ranked, Optional<PageCursor> end) {
        if (ranked.size() >= rows || end.isEmpty()) {
            return ranked;
        }
        List<FoundTender> filled = new ArrayList<>(ranked);
        filled.addAll(newest(end.get(), rows - ranked.size()));
        return filled;
    }

    private List<FoundTender> newest(PageCursor last, int wanted) {
        TenderQuery byDate = new TenderQuery(
                query.text(), query.filter(), query.mode(), TenderSort.NEWEST, query.limit(), Optional.empty());
        return new OrderedSearch(transaction, names, byDate, conditions)
                .behind(Optional.of(last), wanted).stream()
                        .map(found -> found.at(RankedKey.newest(found.cursor())))
                        .toList();
    }

    /** Rows are narrowed down before they are ranked, and only those of the page are read whole. */
    private Ranked rank(String where, String limit, String behind) {
        String sql =
                "WITH newest AS MATERIALIZED (SELECT * FROM (SELECT ocid, release_date, release_nanos, search FROM "
                        + names.tenders() + where + " OFFSET 0) AS found" + limit + "),"
                        + " ranked AS MATERIALIZED (SELECT ocid, ts_rank(search, " + SearchConditions.WORDS
                        + ") AS relevance FROM newest),"
                        + " best AS (SELECT ocid, relevance AS rank FROM ranked" + behind
                        + " ORDER BY relevance DESC, ocid LIMIT :rows)"
                        + " SELECT " + FoundTender.columns(conditions)
                        + ", rank::text AS key0, (SELECT count(*) FROM newest) AS matches,"
                        + " last.* FROM best JOIN " + names.tenders() + " AS hit USING (ocid) CROSS JOIN (SELECT "
                        + SearchOrder.timeText("release_date")
                        + " AS end0, release_nanos::text AS end1, ocid AS end2 FROM newest"
                        + " ORDER BY release_date, release_nanos, ocid DESC LIMIT 1) AS last ORDER BY rank DESC, hit.ocid";
        List<Ranked> each = conditions
                .bindTo(transaction.createQuery(sql))
                .bind("rows", rows)
                .map((row, context) -> ranked(row))
                .list();
        return each.isEmpty()
                ? new Ranked(List.of(), 0, Optional.empty())
                : new Ranked(
                        each.stream().flatMap(one -> one.best().stream()).toList(),
                        each.get(0).matches(),
                        each.get(0).end());
    }

    private static Ranked ranked(ResultSet row) throws SQLException {
        return new Ranked(
                List.of(FoundTender.of(row, List.of(row.getString("key0")))),
                row.getLong("matches"),
                Optional.of(
                        new PageCursor(List.of(row.getString("end0"), row.getString("end1")), row.getString("end2"))));
    }
}
