package io.tenderhub.postgres;

import io.tenderhub.alert.DigestContents;
import io.tenderhub.alert.MatchCursor;
import io.tenderhub.alert.MatchQuery;
import io.tenderhub.alert.SavedSearch;
import io.tenderhub.alert.SearchMatch;
import io.tenderhub.alert.SearchMatchRepository;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/** What matched the searches of one team. */
final class StoredSearchMatches implements SearchMatchRepository {
    private static final String SUBJECT = "matches of saved searches";
    private final TeamScope scope;
    private final String table;

    StoredSearchMatches(TeamScope scope) {
        this.scope = scope;
        this.table = scope.names().searchMatches();
    }

    @Override
    public void know(SavedSearch search, Instant now) {
        scope.run(
                SUBJECT,
                handle -> handle.createUpdate("DELETE FROM " + table
                                + " WHERE team_id = :team AND search_id = :id AND told = 'known'")
                        .bind("team", scope.team().value())
                        .bind("id", search.id())
                        .execute());
        scope.run(SUBJECT, handle -> {
            SearchConditions conditions = new SearchConditions(SearchWords.of(handle, search.text()), search.filter());
            Update insert = handle.createUpdate("INSERT INTO " + table
                            + " (team_id, search_id, ocid, told, matched_at)"
                            + " SELECT :team, :id, ocid, 'known', :now::timestamptz FROM "
                            + scope.names().tenders() + conditions.forTheIndex(OpenTenders.CONDITION)
                            + " ORDER BY changed_at DESC LIMIT :most ON CONFLICT DO NOTHING")
                    .bind("team", scope.team().value())
                    .bind("id", search.id())
                    .bind("most", MOST_KNOWN);
            return OpenTenders.by(now, conditions.bindTo(insert)).execute();
        });
    }

    @Override
    public List<SearchMatch> latest(MatchQuery query, Optional<MatchCursor> after, int limit) {
        String sql =
                "SELECT match.search_id, search.name, match.ocid, tender.heading, match.told, match.matched_at FROM "
                        + table + " AS match JOIN " + scope.names().savedSearches()
                        + " AS search ON search.team_id = match.team_id AND search.id = match.search_id LEFT JOIN "
                        + scope.names().tenders() + " AS tender ON tender.ocid = match.ocid"
                        + " WHERE match.team_id = :team AND match.told <> 'known'"
                        + (query.search().isEmpty() ? "" : " AND match.search_id = :search")
                        + (query.since().isEmpty() ? "" : " AND match.matched_at >= :since::timestamptz")
                        + (after.isEmpty()
                                ? ""
                                : " AND match.matched_at <= :at::timestamptz AND (match.matched_at < :at::timestamptz"
                                        + " OR (match.search_id, match.ocid) > (:at_search, :at_ocid))")
                        + " ORDER BY match.matched_at DESC, match.search_id, match.ocid LIMIT :rows";
        if (query.search().filter(TextArray::isImpossible).isPresent()) {
            return List.of();
        }
        return scope.run(SUBJECT, handle -> {
            Query statement =
                    handle.createQuery(sql).bind("team", scope.team().value()).bind("rows", limit);
            query.search().ifPresent(id -> statement.bind("search", id));
            query.since().ifPresent(since -> statement.bind("since", Times.text(Times.clamp(since))));
            after.ifPresent(place -> statement
                    .bind("at", Times.text(Times.clamp(place.matchedAt())))
                    .bind("at_search", place.search())
                    .bind("at_ocid", place.ocid()));
            return statement.map((row, context) -> read(row)).list();
        });
    }

    private static SearchMatch read(ResultSet row) throws SQLException {
        return new SearchMatch(
                row.getString("search_id"),
                row.getString("name"),
                row.getString("ocid"),
                Optional.ofNullable(row.getString("heading")),
                StoredSavedSearches.alert(row.getString("told")),
                Times.read(row, "matched_at"));
    }

    @Override
    public Optional<DigestContents> takeForDigest(Instant now) {
        return scope.run(
                SUBJECT,
                handle -> handle.createQuery("WITH taken AS (UPDATE " + table
                                + " SET sent_at = :now::timestamptz WHERE team_id = :team AND told = 'daily-digest'"
                                + " AND sent_at IS NULL RETURNING search_id, matched_at)"
                                + " SELECT count(*) AS matches, count(DISTINCT search_id) AS searches,"
                                + " min(matched_at) AS since FROM taken HAVING count(*) > 0")
                        .bind("team", scope.team().value())
                        .bind("now", Times.text(now))
                        .map((row, context) -> new DigestContents(
                                row.getInt("matches"), row.getInt("searches"), Times.read(row, "since")))
                        .findOne());
    }
}
