package io.tenderhub.postgres;

import static io.tenderhub.contract.SampleProfiles.withStaff;
import static io.tenderhub.contract.SampleTenders.ocid;
import static io.tenderhub.contract.SampleTenders.release;
import static io.tenderhub.contract.SampleTenders.tender;
import static io.tenderhub.contract.SampleTenders.toStore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tenderhub.account.EmailAddress;
import io.tenderhub.account.PasswordHash;
import io.tenderhub.account.User;
import io.tenderhub.account.UserId;
import io.tenderhub.event.DomainEvent;
import io.tenderhub.event.EventType;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.naming.NamePrefix;
import io.tenderhub.team.TeamId;
import io.tenderhub.tender.Money;
import io.tenderhub.tender.SaveOutcome;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderQuery;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;

class FailuresTest {
    private final TestServer server = TestServer.shared();
    private final PostgresAdapter adapter = server.empty(new NamePrefix("failures"), Clock.systemUTC());
    private final UnitOfWork unitOfWork = adapter.unitOfWork();

    static List<Tender> tendersThatCanNotBeHeld() {
        return List.of(
                Tender.builder("bad", Instant.MAX).build(),
                Tender.builder("bad", Instant.MIN).build(),
                tender("bad").description("a NUL \u0000 here").build(),
                tender("bad").raw("{\"a\":\"\\u0000\"}").build(),
                tender("bad").raw("{\"a\":1e200000}").build(),
                tender("bad").raw("{\"a\":").build(),
                tender("bad")
                        .value(new Money(new BigDecimal("1e200000"), "ZAR"))
                        .build(),
                tender("bad")
                        .value(new Money(new BigDecimal("1e-20000"), "ZAR"))
                        .build(),
                tender("bad"
                                + new Random(1)
                                        .ints(4000, 'a', 'z' + 1)
                                        .mapToObj(Character::toString)
                                        .collect(Collectors.joining()))
                        .build());
    }

    @ParameterizedTest
    @MethodSource("tendersThatCanNotBeHeld")
    void namesTheTenderThatCanNotBeHeldAndLeavesTheTransactionUsable(Tender bad) {
        List<SaveOutcome> outcomes = unitOfWork.<List<SaveOutcome>>forSystem(transaction -> {
            transaction.tenders().saveAll(List.of(toStore(release("before", 0))));
            assertThatThrownBy(() -> transaction
                            .tenders()
                            .saveAll(List.of(toStore(release("a", 0)), toStore(bad), toStore(release("z", 0)))))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageStartingWith("tender bad");
            return transaction.tenders().saveAll(List.of(toStore(release("after", 0))));
        });

        assertThat(outcomes).containsExactly(SaveOutcome.CREATED);
        assertThat(server.texts("SELECT ocid FROM failures_tenders ORDER BY ocid"))
                .containsExactly("after", "before");
    }

    @Test
    void keepsTimesAtTheEndsOfWhatCanBeHeld() {
        Tender early = Tender.builder("early", Times.EARLIEST).build();
        Tender late = Tender.builder("late", Times.LATEST).build();
        unitOfWork.forSystem(transaction -> transaction.tenders().saveAll(List.of(toStore(early), toStore(late))));

        assertThat(adapter.tenderCatalog().findAll(List.of("early", "late")))
                .extracting(stored -> stored.tender())
                .containsExactly(early, late);
        assertThat(adapter.tenderCatalog().search(TenderQuery.builder().build()).hits())
                .extracting(hit -> hit.releaseDate())
                .containsExactly(Times.LATEST, Times.EARLIEST);
        String cursor = adapter.tenderCatalog()
                .search(TenderQuery.builder().limit(1).build())
                .nextCursor()
                .orElseThrow();
        assertThat(adapter.tenderCatalog()
                        .search(TenderQuery.builder().limit(1).cursor(cursor).build())
                        .hits())
                .extracting(hit -> hit.ocid())
                .containsExactly("early");
    }

    @Test
    void keepsAndFindsATenderWithMoreDifferentWordsThanAnIndexTakes() {
        String words =
                IntStream.range(0, 600_000).mapToObj(n -> "字" + n + "-b" + n).collect(Collectors.joining(" "));
        unitOfWork.forSystem(transaction -> transaction
                .tenders()
                .saveAll(List.of(toStore(
                        tender("long").title("Borehole").description(words).build()))));

        assertThat(adapter.tenderCatalog()
                        .search(TenderQuery.builder().text("borehole").build())
                        .hits())
                .hasSize(1);
        assertThat(adapter.tenderCatalog().find("long").orElseThrow().tender().description())
                .contains(words);
    }

    @Test
    void refusesATransactionWithinATransaction() {
        assertThatThrownBy(() -> unitOfWork.forSystem(outer -> unitOfWork.forSystem(inner -> true)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("already");
        assertThat(unitOfWork.<Boolean>forSystem(transaction -> true)).isTrue();
    }

    @Test
    void refusesRepositoriesOfATransactionThatHasEnded() {
        UnitOfWork.TeamTransaction kept =
                unitOfWork.<UnitOfWork.TeamTransaction>forTeam(new TeamId("acme"), transaction -> transaction);

        assertThatThrownBy(() -> kept.profile().find())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ended");
        assertThatThrownBy(() -> kept.outbox().append(List.of())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void doesNotCommitWhenTheWorkSwallowsAFailure() {
        DomainEvent event =
                new DomainEvent(EventType.TENDER_CREATED, "x", Optional.empty(), Map.of("key", "a NUL \u0000"));

        assertThatThrownBy(() -> unitOfWork.forSystem(transaction -> {
                    transaction.tenders().saveAll(List.of(toStore(release("x", 0))));
                    assertThatThrownBy(() -> transaction.outbox().append(List.of(event)))
                            .isInstanceOf(InvalidInputException.class);
                    return true;
                }))
                .isInstanceOf(InvalidInputException.class);
        assertThat(adapter.tenderCatalog().count()).isZero();
    }

    @Test
    void keepsNothingOfATransactionWhoseConnectionIsKilled() {
        assertThatThrownBy(() -> unitOfWork.forSystem(transaction -> {
                    transaction.tenders().saveAll(List.of(toStore(release("x", 0))));
                    killWriters();
                    transaction.outbox().append(List.of(created("x")));
                    return true;
                }))
                .isInstanceOf(UnavailableException.class)
                .hasMessageMatching("PostgreSQL at \\S+:\\d+ is unavailable: .*");

        assertThat(adapter.tenderCatalog().count()).isZero();
        assertThat(adapter.outboxQueue().depth().waiting()).isZero();
    }

    @Test
    void hasOneEventForEachChangeHoweverConnectionsAreKilled() throws Exception {
        int writers = 4;
        AtomicInteger left = new AtomicInteger(writers);
        AtomicInteger lost = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(writers);
        List<Future<?>> done = new ArrayList<>();
        try {
            for (int w = 0; w < writers; w++) {
                int writer = w;
                done.add(pool.submit(() -> {
                    for (int number = 0; number < 60; number++) {
                        int release = number * writers + writer;
                        try {
                            ingest(release);
                        } catch (UnavailableException e) {
                            lost.incrementAndGet();
                        }
                    }
                    return left.decrementAndGet();
                }));
            }
            while (left.get() > 0 && done.stream().anyMatch(future -> !future.isDone())) {
                killWriters();
            }
            for (Future<?> one : done) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }

        server.renewConnections();
        assertThat(lost.get()).as("transactions that were killed").isPositive();
        Map<String, Long> versions = adapter.tenderCatalog().findAll(ocids()).stream()
                .collect(Collectors.toMap(stored -> stored.tender().ocid(), stored -> stored.version()));
        Map<String, Long> events = server.texts("SELECT aggregate_id FROM failures_outbox").stream()
                .collect(Collectors.groupingBy(ocid -> ocid, Collectors.counting()));
        assertThat(events).isEqualTo(versions);
    }

    private void ingest(int number) {
        unitOfWork.forSystem(transaction -> {
            List<String> ocids = ocids();
            List<SaveOutcome> outcomes = transaction
                    .tenders()
                    .saveAll(ocids.stream()
                            .map(ocid -> toStore(release(ocid, number)))
                            .toList());
            transaction
                    .outbox()
                    .append(IntStream.range(0, ocids.size())
                            .filter(i ->
                                    outcomes.get(i) != SaveOutcome.OLDER && outcomes.get(i) != SaveOutcome.UNCHANGED)
                            .mapToObj(i -> created(ocids.get(i)))
                            .toList());
            return true;
        });
    }

    private static List<String> ocids() {
        return IntStream.range(0, 8).mapToObj(n -> ocid(n)).toList();
    }

    private static DomainEvent created(String ocid) {
        return new DomainEvent(EventType.TENDER_CREATED, ocid, Optional.empty(), Map.of());
    }

    /**
     * Ends every connection that has written to this test's tables and not yet committed; on a connection of its own, as those of
     * the pool may be dying from the call before.
     */
    private void killWriters() {
        PGSimpleDataSource apart = new PGSimpleDataSource();
        apart.setUrl(server.url());
        TestServer.texts(
                apart,
                "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE relation = 'failures_tenders'::regclass"
                        + " AND mode = 'RowExclusiveLock' AND granted AND pid <> pg_backend_pid()");
    }

    @Test
    void saysWhichServerIsAwayAndNotHowToLogIn() throws IOException {
        PGSimpleDataSource away = new PGSimpleDataSource();
        away.setUrl("jdbc:postgresql://127.0.0.1:" + closedPort() + "/hub?user=someone&password=secret-word");
        PostgresAdapter far = PostgresAdapter.builder(away).build();

        for (Runnable call : List.<Runnable>of(
                () -> far.tenderCatalog().count(),
                () -> far.unitOfWork().forSystem(transaction -> true),
                far::verifySchema,
                far::migrate)) {
            assertThatThrownBy(call::run)
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageStartingWith("PostgreSQL at 127.0.0.1:")
                    .hasMessageContaining("connection refused")
                    .hasMessageNotContaining("secret-word");
        }
    }

    @Test
    void setsTheTeamForItsTransactionOnly() {
        NamePrefix prefix = new NamePrefix("tenant");
        server.drop(prefix);
        HikariConfig one = new HikariConfig();
        one.setJdbcUrl(server.url());
        one.setMaximumPoolSize(1);
        try (HikariDataSource pool = new HikariDataSource(one)) {
            PostgresAdapter alone =
                    PostgresAdapter.builder(server.dataSource()).prefix(prefix).build();
            alone.migrate();
            server.execute("ALTER TABLE tenant_profiles"
                    + " ADD COLUMN seen text DEFAULT coalesce(current_setting('tenant.team', true), '')");
            UnitOfWork teams =
                    PostgresAdapter.builder(pool).prefix(prefix).build().unitOfWork();
            teams.forTeam(
                    new TeamId("acme"), transaction -> transaction.profile().save(withStaff("Acme", 1)));

            assertThat(server.texts("SELECT seen FROM tenant_profiles")).containsExactly("acme");
            assertThat(TestServer.texts(pool, "SELECT current_setting('tenant.team', true)"))
                    .as("the only connection of the pool, afterwards")
                    .containsExactly("");
        } finally {
            server.drop(prefix);
        }
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void tellsNoValuesWhereItsFailuresAreLoggedWithTheirCauses() {
        PostgresAdapter denied = server.empty(new NamePrefix("denied"), Clock.systemUTC());
        User jo = new User(new UserId("jo"), new EmailAddress("jo@example.org"), "Jo", Instant.EPOCH, false);
        server.execute("REVOKE INSERT ON denied_users FROM denied_system");

        UnavailableException failure = catchThrowableOfType(
                UnavailableException.class,
                () -> denied.unitOfWork().<Boolean>forSystem(transaction -> {
                    transaction.users().insert(jo, new PasswordHash("$argon2id$hash-of-a-secret"));
                    return true;
                }));

        StringWriter logged = new StringWriter();
        failure.printStackTrace(new PrintWriter(logged));
        assertThat(logged.toString())
                .contains("permission denied")
                .doesNotContain("hash-of-a-secret")
                .doesNotContain("jo@example.org");
        server.execute("GRANT INSERT ON denied_users TO denied_system");
    }
}
