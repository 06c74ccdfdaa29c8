package io.tenderhub.postgres;

import static io.tenderhub.contract.SampleTeams.ACME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.company.CompanyProfiles;
import io.tenderhub.contract.SampleProfiles;
import io.tenderhub.contract.SampleTeams;
import io.tenderhub.event.EventSelection;
import io.tenderhub.failure.ConflictException;
import io.tenderhub.team.TeamId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
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

    @Test
    void keepsTheRowsOfADatabaseThatKnewNoTeamsYet() {
        try (OwnDatabase own = new OwnDatabase("CREATEROLE")) {
            Flyway.configure(RolesTest.class.getClassLoader())
                    .dataSource(own.asLogin())
                    .locations("classpath:io/tenderhub/postgres/migration")
                    .table(own.names().schemaHistory())
                    .placeholders(Map.of("prefix", own.prefix().value()))
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .target("4")
                    .load()
                    .migrate();
            OwnDatabase.execute(
                    own.asLogin(),
                    "INSERT INTO " + own.names().profiles() + " VALUES ('unregistered', '"
                            + Documents.profile(SampleProfiles.full()).replace("'", "''") + "', 7, now())",
                    "INSERT INTO " + own.names().outbox() + " (type, aggregate_id, team_id, payload, created_at,"
                            + " next_attempt_at) VALUES ('company.updated', 'unregistered', 'unregistered', '{}', now(),"
                            + " now()), ('tender.updated', 'a', NULL, '{}', now(), now())");
            PostgresAdapter adapter = own.adapter(Clock.systemUTC());

            adapter.migrate();

            adapter.verifySchema();
            assertThat(adapter.profileCatalog().find(new TeamId("unregistered")))
                    .hasValueSatisfying(stored -> {
                        assertThat(stored.profile()).isEqualTo(SampleProfiles.full());
                        assertThat(stored.version()).isEqualTo(7);
                    });
            assertThat(new CompanyProfiles(adapter.unitOfWork())
                            .save(new TeamId("unregistered"), SampleProfiles.withStaff("U", 2))
                            .version())
                    .isEqualTo(8);
            assertThat(adapter.outboxQueue().claim(10, Duration.ofMinutes(1), EventSelection.ALL))
                    .extracting(claimed -> claimed.event().aggregateId())
                    .containsExactly("unregistered", "a", "unregistered");
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
