package io.tenderhub.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tenderhub.postgres.Session.Answer;
import io.tenderhub.team.TeamId;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tries to cross from one team to another by plain SQL, in every table that has a team. */
class RowLevelSecurityTest {
    private static OwnDatabase database;
    private static TeamTables teamTables;
    private static Names names;

    @BeforeAll
    static void make() {
        database = new OwnDatabase("CREATEROLE");
        names = database.names();
        database.adapter(Clock.systemUTC()).migrate();
        teamTables = new TeamTables(database);
        teamTables.fill("a", "b");
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    static List<String> tables() {
        return teamTables.all();
    }

    /** Those that a team may read. */
    static List<String> readable() {
        return tables().stream()
                .filter(table ->
                        teamTables.granted(names.appRole(), table, "SELECT").contains("team_id"))
                .toList();
    }

    @Test
    void everyTableWithATeamIsKnown() {
        assertThat(tables())
                .contains(names.profiles(), names.outbox(), names.teams(), names.members(), names.audit())
                .isSubsetOf(names.tables());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void nothingCrossesFromOneTeamToAnother(String table) {
        assertThat(teamTables.crossings(table, names.appRole(), "a")).isEmpty();
        assertThat(teamTables.crossings(table, names.appRole(), "b")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void nothingIsSeenOrTakenWhereNoTeamIsNamed(String table) {
        assertThat(teamTables.crossings(table, names.appRole(), "")).isEmpty();
        try (Session session = teamTables.session(names.appRole(), "")) {
            // What the setting is after a transaction that had named one.
            assertThat(session.attempt("SET " + names.teamSetting() + " = ''; SELECT team_id FROM " + table)
                            .rows())
                    .isEmpty();
            assertThat(session.attempt(teamTables.insert(table, names.appRole(), "''", "")))
                    .matches(Answer::isDenied);
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void theOwnerWithoutARoleSeesNothingEither(String table) {
        assertThat(teamTables.crossings(table, "", "")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aKeyThatAnotherTeamHasAnswersLikeOneThatNobodyHas(String table) {
        Set<String> answers = new HashSet<>();
        try (Session session = teamTables.session(names.appRole(), "a")) {
            for (String rest : List.of("", " ON CONFLICT DO NOTHING")) {
                for (String team : List.of("'b'", "'nobody'")) {
                    answers.add(session.attempt(teamTables.insert(table, names.appRole(), team, rest))
                            .refusal());
                }
            }
        }

        assertThat(answers).singleElement().asString().startsWith("42501").contains("row-level security");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void theSystemChangesNothingOfATeamButItsEventsAndAddsNothingButWhatMatches(String table) {
        if (table.equals(names.outbox())) {
            return;
        }
        try (Session session = teamTables.session(names.systemRole(), "")) {
            assertThat(session.attempt("INSERT INTO " + table + " DEFAULT VALUES")
                            .isDenied())
                    .isNotEqualTo(table.equals(names.searchMatches()));
            assertThat(session.attempt("UPDATE " + table + " SET team_id = 'c'"))
                    .matches(Answer::isDenied);
            assertThat(session.attempt("DELETE FROM " + table)).matches(Answer::isDenied);
            assertThat(session.attempt("TRUNCATE " + table + " CASCADE")).matches(Answer::isDenied);
        }
    }

    @Test
    void nobodyChangesOrRemovesWhatStandsInTheAuditTrail() {
        for (String role : List.of(names.appRole(), names.systemRole())) {
            try (Session session = teamTables.session(role, "a")) {
                for (String change : List.of("UPDATE %s SET actor = 'me'", "DELETE FROM %s", "TRUNCATE %s")) {
                    assertThat(session.attempt(String.format(change, names.audit())))
                            .as(role + " " + change)
                            .matches(Answer::isDenied);
                }
            }
        }
        try (Session owner = teamTables.session("", "a")) {
            assertThat(owner.attempt("DELETE FROM " + names.audit()).count()).isZero();
        }
    }

    @Test
    void noTeamReachesTheUsers() {
        try (Session session = teamTables.session(names.appRole(), "a")) {
            for (String sql : List.of(
                    "SELECT count(*) FROM %s",
                    "INSERT INTO %s DEFAULT VALUES", "UPDATE %s SET name = ''", "DELETE FROM %s")) {
                assertThat(session.attempt(String.format(sql, names.users())))
                        .as(sql)
                        .matches(Answer::isDenied);
            }
        }
    }

    @Test
    void noTeamSpeaksForThePublicAndOthersDo() {
        String event = "INSERT INTO " + names.outbox() + " (type, aggregate_id, payload, created_at, next_attempt_at)"
                + " VALUES ('tender.updated', 'x', '{}', now(), now())";
        try (Session team = teamTables.session(names.appRole(), "a");
                Session owner = teamTables.session("", "")) {
            assertThat(team.attempt(event)).matches(Answer::isDenied);
            assertThat(team.attempt("SELECT " + names.prefix() + "_raise_tender_event('tender.updated', 'x', 1)"))
                    .matches(Answer::isDenied);
            assertThat(owner.attempt(event).count()).isOne();
        }
    }

    @Test
    void nothingIsGrantedToEverybody() {
        assertThat(TestServer.texts(
                        database.asSuperuser(),
                        "SELECT table_name FROM information_schema.role_table_grants WHERE grantee = 'PUBLIC'"
                                + " AND starts_with(table_name, '" + names.prefix() + "_')"))
                .isEmpty();
        assertThat(TestServer.texts(
                        database.asSuperuser(),
                        "SELECT relname FROM pg_class WHERE relkind IN ('v', 'm') AND starts_with(relname, '"
                                + names.prefix()
                                + "_') UNION ALL SELECT proname FROM pg_proc WHERE prosecdef AND starts_with(proname, '"
                                + names.prefix() + "_')"))
                .as("views and functions that run with their owner's rights")
                .isEmpty();
    }

    @Test
    void aConnectionGivenBackInMidTransactionCarriesNeitherRoleNorTeam() throws SQLException {
        HikariConfig one = new HikariConfig();
        one.setDataSource(database.asLogin());
        one.setMaximumPoolSize(1);
        try (HikariDataSource pool = new HikariDataSource(one)) {
            String who = "SELECT current_user || coalesce(current_setting('" + names.teamSetting() + "', true), '')";
            Rights rights = new Rights(names);
            try (Handle handle = Jdbi.create(pool).open()) {
                handle.begin();
                rights.takeTeam(handle, new TeamId("a"));
                assertThat(handle.createQuery(who).mapTo(String.class).one()).isEqualTo(names.appRole() + "a");
                handle.getConnection().close();

                assertThat(TestServer.texts(pool, who)).containsExactly(database.login());
            }
            try (Handle handle = Jdbi.create(pool).open()) {
                List<String> within = handle.createQuery(rights.systemBefore(who))
                        .execute((statement, context) ->
                                Rights.rowsAfter(statement, (row, unused) -> row.getString(1), context));
                assertThat(within).containsExactly(names.systemRole());
                assertThat(handle.createQuery(who).mapTo(String.class).one()).isEqualTo(database.login());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("readable")
    void theTrialsFindWhatCrossesOnceTheSecurityIsGone(String table) {
        String security = " ROW LEVEL SECURITY";
        during("ALTER TABLE " + table + " DISABLE" + security, "ALTER TABLE " + table + " ENABLE" + security, () -> {
            assertThat(teamTables.crossings(table, names.appRole(), "a"))
                    .contains("sees b", "counts others", "inserts for nobody");
            assertThat(teamTables.crossings(table, names.appRole(), "")).contains("sees a", "sees b");
        });
    }

    @ParameterizedTest
    @MethodSource("readable")
    void theTrialsFindWhatCrossesOnceAPolicyIsTooWide(String table) {
        during(
                "CREATE POLICY wide ON " + table + " TO " + names.appRole() + " USING (true)",
                "DROP POLICY wide ON " + table,
                () -> assertThat(teamTables.crossings(table, names.appRole(), "a"))
                        .contains("sees b", "counts others"));
    }

    @ParameterizedTest
    @MethodSource("readable")
    void theTrialsFindThatAPolicyIsGone(String table) {
        String policy = table + "_app";
        String asItWas = TestServer.texts(
                        database.asSuperuser(),
                        "SELECT pg_get_expr(polqual, polrelid) FROM pg_policy WHERE polname = '" + policy + "'")
                .get(0);
        during(
                "DROP POLICY " + policy + " ON " + table,
                "CREATE POLICY " + policy + " ON " + table + " TO " + names.appRole() + " USING (" + asItWas + ")",
                () -> assertThat(teamTables.crossings(table, names.appRole(), "a"))
                        .contains("does not see its own"));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void theTrialsFindWhatTheOwnerSeesOnceItIsNotForced(String table) {
        during(
                "ALTER TABLE " + table + " NO FORCE ROW LEVEL SECURITY",
                "ALTER TABLE " + table + " FORCE ROW LEVEL SECURITY",
                () -> assertThat(teamTables.crossings(table, "", ""))
                        .contains("sees a", "sees b", "counts others", "deletes of others"));
    }

    private static void during(String harm, String remedy, Runnable trials) {
        OwnDatabase.execute(database.asSuperuser(), harm);
        try {
            trials.run();
        } finally {
            OwnDatabase.execute(database.asSuperuser(), remedy);
        }
    }
}
