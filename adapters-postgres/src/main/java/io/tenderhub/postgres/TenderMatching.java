package io.tenderhub.postgres;

import io.tenderhub.alert.NewMatch;
import io.tenderhub.alert.SearchMatcher;
import io.tenderhub.team.TeamId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Joins tenders with the searches of all teams: one statement, however many there are of either. */
final class TenderMatching implements SearchMatcher {
    private static final String SUBJECT = "matches of saved searches";
    /** Of the tender, what conditions ask for. */
    private static final String ASKED =
            "ocid, changed_at, province_key, buyer_key, category_key, status_key, method_key,"
                    + " closes_at, closes_nanos, release_date, release_nanos, value_amount, compulsory_briefing, cidb_classes,"
                    + " cidb_highest";

    private final Transaction transaction;
    private final String record;
    private final String awaiting;

    TenderMatching(Transaction transaction) {
        this.transaction = transaction;
        Names names = transaction.database().names();
        List<String> conditions = new ArrayList<>(List.of("saved.alert <> 'none'", "changed_at >= saved.new_from"));
        FilterRule.ALL.forEach(rule -> conditions.add(rule.onColumnsOf("saved")));
        conditions.add("saved.words IS NULL OR search @@ saved.words");
        // What is kept beside the row is fetched and unpacked once for each tender, not again for each search.
        this.record = "WITH changed AS MATERIALIZED (SELECT " + ASKED + ", search || ''::tsvector AS search FROM "
                + names.tenders() + " WHERE ocid = ANY(:ocids) AND " + OpenTenders.CONDITION
                + " AND EXISTS (SELECT FROM " + names.savedSearches() + " WHERE alert <> 'none')),"
                + " found AS (INSERT INTO " + names.searchMatches()
                + " (team_id, search_id, ocid, told, matched_at)"
                + " SELECT saved.team_id, saved.id, changed.ocid, saved.alert, :now::timestamptz FROM changed JOIN "
                + names.savedSearches() + " AS saved ON "
                + conditions.stream().collect(Collectors.joining(") AND (", "(", ")"))
                // In one order, so that two who record the same never wait for each other crosswise.
                + " ORDER BY saved.team_id, saved.id, changed.ocid ON CONFLICT DO NOTHING"
                + " RETURNING team_id, search_id, ocid, told)"
                + " SELECT found.team_id, found.search_id, saved.name, found.ocid, found.told FROM found JOIN "
                + names.savedSearches() + " AS saved ON saved.team_id = found.team_id AND saved.id = found.search_id"
                + " ORDER BY found.team_id, found.search_id, found.ocid";
        this.awaiting = "SELECT DISTINCT team_id FROM " + names.searchMatches()
                + " WHERE told = 'daily-digest' AND sent_at IS NULL ORDER BY team_id";
    }

    @Override
    public List<NewMatch> record(Collection<String> ocids, Instant now) {
        return transaction.run(
                SUBJECT,
                handle -> OpenTenders.by(now, handle.createQuery(record))
                        .bind("ocids", TextArray.of(TextArray.possible(ocids)))
                        .map((row, context) -> read(row))
                        .list());
    }

    private static NewMatch read(ResultSet row) throws SQLException {
        return new NewMatch(
                new TeamId(row.getString("team_id")),
                row.getString("search_id"),
                row.getString("name"),
                row.getString("ocid"),
                StoredSavedSearches.alert(row.getString("told")));
    }

    @Override
    public List<TeamId> awaitingDigest() {
        return transaction.run(
                SUBJECT,
                handle -> handle.createQuery(awaiting)
                        .map((row, context) -> new TeamId(row.getString("team_id")))
                        .list());
    }
}
