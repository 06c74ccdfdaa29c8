package io.tenderhub.postgres;

import static io.tenderhub.contract.SampleTeams.ACME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.contract.SampleTeams;
import io.tenderhub.failure.ConflictException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Who may make the two roles, and what is said where nobody did or somebody spoilt them. */
class RolesTest {

    private static void works(PostgresAdapter adapter) {
        adapter.verifySchema();
        SampleTeams.insert(adapter.unitOfWork(), ACME);
        assertThat(adapter.unitOfWork()
                        .<Integer>forSystem(
                                transaction -> transaction.teams().all().size()))
                .isOne();
    }

    @Test
    void usesRolesThatAnAdministratorMadeForALoginThatMayNot() {
        try (OwnDatabase own = new OwnDatabase("NOCREATEROLE")) {
            PostgresAdapter adapter = own.adapter(Clock.systemUTC());
            for (String role : List.of(own.names().appRole(), own.names().systemRole())) {
                OwnDatabase.execute(own.asSuperuser(), "CREATE ROLE " + role, "GRANT " + role + " TO " + own.login());
            }

            adapter.migrate();

            works(adapter);
        }
    }

    @Test
    void saysWhatAnAdministratorHasToRunWhereTheLoginMayNotMakeRoles() {
        try (OwnDatabase own = new OwnDatabase("NOCREATEROLE")) {
            PostgresAdapter adapter = own.adapter(Clock.systemUTC());
            for (String role : List.of(own.names().appRole(), own.names().systemRole())) {
                String remedy = "CREATE ROLE " + role + "; GRANT " + role + " TO " + own.login()
                        + " WITH INHERIT FALSE, SET TRUE";
                assertThatThrownBy(adapter::migrate)
                        .isInstanceOf(ConflictException.class)
                        .hasMessageContaining(own.login())
                        .hasMessageContaining(remedy);
                OwnDatabase.execute(own.asSuperuser(), remedy);
            }

            adapter.migrate();

            works(adapter);
        }
    }

    @Test
    void migratesSeveralDatabasesOfOneServerAtOnce() throws Exception {
        int databases = 5;
        try (OwnDatabase own = new OwnDatabase("CREATEROLE")) {
            List<OwnDatabase.Beside> besides =
                    IntStream.range(0, databases).mapToObj(i -> own.beside()).toList();
            ExecutorService pool = Executors.newFixedThreadPool(databases * 2);
            try {
                CyclicBarrier start = new CyclicBarrier(databases * 2);
                List<Future<?>> done = new ArrayList<>();
                for (int i = 0; i < databases * 2; i++) {
                    DataSource source = besides.get(i / 2).asLogin();
                    done.add(pool.submit(() -> {
                        start.await();
                        adapter(own, source).migrate();
                        return true;
                    }));
                }
                for (Future<?> one : done) {
                    one.get();
                }
                besides.forEach(beside -> works(adapter(own, beside.asLogin())));
            } finally {
                pool.shutdownNow();
                besides.forEach(OwnDatabase.Beside::close);
            }
        }
    }

    private static PostgresAdapter adapter(OwnDatabase own, DataSource source) {
        return PostgresAdapter.builder(source).prefix(own.prefix()).build();
    }

    @Test
    void namesWhatKeepsTeamsApartNoLongerAndTheRemedy() {
        try (OwnDatabase own = new OwnDatabase("CREATEROLE")) {
            PostgresAdapter adapter = own.adapter(Clock.systemUTC());
            adapter.migrate();
            String app = own.names().appRole();
            String members = own.names().members();
            String security = "ALTER TABLE " + members + " ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY";

            refused(own, adapter, "ALTER TABLE " + members + " NO FORCE ROW LEVEL SECURITY", security, security);
            refused(own, adapter, "ALTER TABLE " + members + " DISABLE ROW LEVEL SECURITY", security, security);
            refused(
                    own,
                    adapter,
                    "CREATE POLICY wide ON " + members + " TO " + app + " USING (true)",
                    "a policy of the table " + members,
                    "DROP POLICY wide ON " + members);
            refused(
                    own,
                    adapter,
                    "CREATE POLICY wide ON " + members + " FOR INSERT WITH CHECK (true)",
                    "a policy of the table " + members,
                    "DROP POLICY wide ON " + members);
            refused(
                    own,
                    adapter,
                    "ALTER ROLE " + app + " BYPASSRLS",
                    "ALTER ROLE " + app + " NOSUPERUSER NOBYPASSRLS",
                    "ALTER ROLE " + app + " NOSUPERUSER NOBYPASSRLS");
            refused(
                    own,
                    adapter,
                    "GRANT " + own.names().systemRole() + " TO " + app,
                    "the role " + app + " has the rights of another one",
                    "REVOKE " + own.names().systemRole() + " FROM " + app);
            refused(
                    own,
                    adapter,
                    "REVOKE " + app + " FROM " + own.login() + " GRANTED BY " + own.login(),
                    "GRANT " + app + " TO " + own.login() + " WITH INHERIT FALSE, SET TRUE",
                    "GRANT " + app + " TO " + own.login() + " WITH INHERIT FALSE, SET TRUE");
            refused(
                    own,
                    adapter,
                    "DROP POLICY " + members + "_app ON " + members,
                    "the table " + members + " has lost its policy",
                    "CREATE POLICY " + members + "_app ON " + members + " TO " + app
                            + " USING (team_id = current_setting('"
                            + own.names().teamSetting() + "', true))");
        }
    }

    private static void refused(OwnDatabase own, PostgresAdapter adapter, String harm, String saying, String remedy) {
        OwnDatabase.execute(own.asSuperuser(), harm);
        assertThatThrownBy(adapter::verifySchema)
                .as(harm)
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining(saying);
        OwnDatabase.execute(own.asSuperuser(), remedy);
        assertThatCode(adapter::verifySchema).as(remedy).doesNotThrowAnyException();
    }
}
