package io.tenderhub.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What PostgreSQL's catalogue says of everything that is there, so that nothing new is forgotten. */
class CatalogueTest {
    /** Tables that belong to no team, with what the application's role may do there. Every other one has a team in each row. */
    private static final Map<String, Set<String>> TEAMLESS = Map.of(
            "tenders", Set.of("SELECT"),
            "tender_versions", Set.of(),
            "fingerprints", Set.of(),
            "words", Set.of(),
            "users", Set.of(),
            "progress", Set.of(),
            "kept_answers", Set.of(),
            "scheduled_tasks", Set.of(),
            "schema_history", Set.of());

    private static TwoTeams teams;

    @BeforeAll
    static void fill() {
        teams = TwoTeams.filled();
    }

    @AfterAll
    static void end() {
        teams.close();
    }

    @Test
    void everyTableHasATeamOrIsKnownToBelongToNone() throws SQLException {
        Map<String, Set<String>> teamless = new TreeMap<>();
        for (String table : texts(
                "SELECT relname FROM pg_class c WHERE relkind IN ('r', 'p') AND relname LIKE '%1$s\\_%%'"
                        + " AND NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = c.oid AND attname = 'team_id')")) {
            teamless.put(table.substring(teams.prefix().length() + 1), granted(table));
        }

        assertThat(teamless).containsExactlyInAnyOrderEntriesOf(TEAMLESS);
    }

    @Test
    void everyTableWithATeamHasSomethingOfBothTeamsToTryItOn() throws SQLException {
        for (String table : tenantTables()) {
            assertThat(teams.allOfBeta()).as(table).anyMatch(row -> row.startsWith(table + " "));
        }
    }

    @Test
    void securityIsForcedOnEveryTableWithATeam() throws SQLException {
        assertThat(
                        texts(
                                "SELECT relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid WHERE a.attname = 'team_id'"
                                        + " AND relkind IN ('r', 'p') AND relname LIKE '%1$s\\_%%' AND NOT (relrowsecurity AND relforcerowsecurity)"))
                .isEmpty();
    }

    @Test
    void noKeyReachesAcrossTeams() throws SQLException {
        // The outbox is numbered for the system, and no team reads it.
        assertThat(texts("SELECT i.relname FROM pg_index x JOIN pg_class c ON c.oid = x.indrelid"
                        + " JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = x.indkey[0]"
                        + " WHERE x.indisunique AND a.attname <> 'team_id' AND c.relname LIKE '%1$s\\_%%' AND EXISTS (SELECT FROM"
                        + " pg_attribute t WHERE t.attrelid = c.oid AND t.attname = 'team_id')"))
                .containsExactly(teams.prefix() + "_outbox_pkey");
        assertThat(texts(
                        "SELECT k.conname FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid WHERE k.contype = 'f'"
                                + " AND c.relname LIKE '%1$s\\_%%' AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = k.confrelid"
                                + " AND a.attnum = ANY (k.confkey) AND a.attname = 'team_id')"))
                .isEmpty();
    }

    @Test
    void nothingActsWithRightsThatATeamDoesNotHave() throws SQLException {
        assertThat(texts("SELECT relname FROM pg_class WHERE relkind IN ('v', 'm', 'f') AND relname LIKE '%1$s\\_%%'"))
                .as("views show what their owner sees")
                .isEmpty();
        assertThat(texts("SELECT proname FROM pg_proc WHERE prosecdef AND proname LIKE '%1$s\\_%%'"))
                .as("such functions run as their owner")
                .isEmpty();
        assertThat(
                        texts(
                                "SELECT relname FROM pg_class WHERE relname LIKE '%1$s\\_%%'"
                                        + " AND CASE relkind WHEN 'S' THEN has_sequence_privilege('%1$s_app', oid, 'SELECT, USAGE') END"))
                .as("a sequence tells how much all do")
                .isEmpty();
    }

    @Test
    void theRolesOwnNothingAndBypassNothing() throws SQLException {
        assertThat(
                        texts(
                                "SELECT rolname FROM pg_roles WHERE rolname IN ('%1$s_app', '%1$s_system') AND NOT rolsuper"
                                        + " AND NOT rolbypassrls AND NOT rolcreaterole AND NOT rolcreatedb AND NOT rolcanlogin ORDER BY 1"))
                .containsExactly(teams.prefix() + "_app", teams.prefix() + "_system");
        assertThat(texts("SELECT objid FROM pg_shdepend d JOIN pg_roles r ON r.oid = d.refobjid WHERE d.deptype = 'o'"
                        + " AND r.rolname IN ('%1$s_app', '%1$s_system')"))
                .isEmpty();
    }

    private static List<String> tenantTables() throws SQLException {
        return texts(
                "SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid WHERE a.attname = 'team_id'"
                        + " AND c.relkind = 'r' AND c.relname LIKE '%1$s\\_%%' ORDER BY 1");
    }

    private static Set<String> granted(String table) throws SQLException {
        return new TreeSet<>(
                texts("SELECT verb FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES'])"
                        + " AS verb WHERE has_table_privilege('%1$s_app', '" + table + "', verb)"));
    }

    private static List<String> texts(String query) throws SQLException {
        return teams.texts(query.formatted(teams.prefix()));
    }
}
