package io.tenderhub.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.account.EmailAddress;
import io.tenderhub.account.PasswordHash;
import io.tenderhub.account.User;
import io.tenderhub.account.UserId;
import io.tenderhub.company.CompanyProfile;
import io.tenderhub.company.Coverage;
import io.tenderhub.embedded.EmbeddedStores;
import io.tenderhub.embedded.Store;
import io.tenderhub.ingestion.FeedInput;
import io.tenderhub.naming.NamePrefix;
import io.tenderhub.popularity.Popular;
import io.tenderhub.postgres.PostgresAdapter;
import io.tenderhub.readiness.Note;
import io.tenderhub.team.Actor;
import io.tenderhub.team.NewTeam;
import io.tenderhub.team.Role;
import io.tenderhub.team.TeamId;
import io.tenderhub.teststores.TestStores;
import io.tenderhub.workspace.Dashboard;
import io.tenderhub.workspace.WorkspaceEntry;
import io.tenderhub.workspace.WorkspaceLine;
import io.tenderhub.workspace.WorkspaceList;
import io.tenderhub.workspace.WorkspaceQuery;
import io.tenderhub.workspace.WorkspaceStatus;
import io.tenderhub.workspace.WorkspaceUpdate;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A workspace with what is derived for it, over real stores that come and go. */
class WorkspacesOverThreeStoresTest {
    private static final UserId JO = new UserId("jo");
    private static final TeamId TEAM = new TeamId("acme");
    private static final Actor ACTOR = Actor.ofMember(TEAM, JO, Role.OWNER);
    private static final String OCID = "ocds-test-1";

    private final Clock clock = Clock.fixed(Instant.parse("2026-11-21T08:00:00Z"), ZoneOffset.UTC);
    private final EmbeddedStores stores = TestStores.own().thrownAway().start();
    private final HubConfiguration configuration = HubConfiguration.of(
            Map.of(
                    "postgres.url",
                    stores.postgresUrl(),
                    "mongo.url",
                    stores.mongoUrl(),
                    "redis.url",
                    stores.redisUrl(),
                    "mongo.selection.seconds",
                    "1",
                    "redis.timeout.seconds",
                    "1",
                    "breaker.pause.seconds",
                    "1"),
            Map.of(),
            Optional.empty());

    @BeforeEach
    void knowsAUser() {
        TenderHub.migrate(configuration);
        PGSimpleDataSource direct = new PGSimpleDataSource();
        direct.setURL(stores.postgresUrl());
        PostgresAdapter.builder(direct)
                .prefix(NamePrefix.DEFAULT)
                .build()
                .unitOfWork()
                .forSystem(transaction -> {
                    transaction
                            .users()
                            .insert(
                                    new User(JO, new EmailAddress("jo@example.org"), "Jo", Instant.EPOCH, false),
                                    new PasswordHash("none"));
                    return JO;
                });
    }

    @AfterEach
    void ends() {
        stores.close();
    }

    /** A team with a profile, and a tender with a compulsory briefing that is over. */
    private void begin(TenderHub hub) {
        hub.registration()
                .registerAsOperator(
                        new NewTeam("Acme", Optional.of(TEAM), "basic", ZoneId.of("Africa/Johannesburg"), JO));
        hub.profiles()
                .save(
                        TEAM,
                        CompanyProfile.builder()
                                .name("Acme")
                                .services(List.of("building"))
                                .coverage(new Coverage(true, Set.of()))
                                .build());
        ingest(hub, "Building of a school", "2026-11-01T00:00:00Z");
        hub.relay().drain();
    }

    private static void ingest(TenderHub hub, String title, String date) {
        String release = """
                {"ocid":"%s","id":"%s","date":"%s","tag":["tender"],"tender":{"id":"1","title":"%s","status":"active",\
                "description":"A compulsory briefing session will be held on 2026-11-20.",\
                "briefingSession":{"isSession":true,"compulsory":true,"date":"2026-11-20T10:00:00Z"},\
                "tenderPeriod":{"endDate":"2026-11-25T09:00:00Z"}}}""".formatted(OCID, date, date, title);
        hub.ingestion()
                .ingest(
                        List.of(new FeedInput.Stream(
                                "test", new ByteArrayInputStream(release.getBytes(StandardCharsets.UTF_8)))),
                        reject -> {
                            throw new AssertionError(reject.toString());
                        });
    }

    private static WorkspaceLine line(TenderHub hub) {
        return hub.workspaces().list(ACTOR, WorkspaceQuery.ALL).lines().get(0);
    }

    private static List<String> blockers(WorkspaceLine line) {
        return line.score().orElseThrow().score().blockers().stream()
                .map(Note::code)
                .toList();
    }

    private static WorkspaceEntry update(TenderHub hub, WorkspaceUpdate update) {
        return hub.workspaces().update(ACTOR, OCID, update);
    }

    @Test
    void showsWhatTheBackgroundMadeAndIsNewAgainAfterEveryChange() {
        try (TenderHub hub = TenderHub.start(configuration, clock)) {
            begin(hub);
            WorkspaceEntry saved = hub.workspaces().save(ACTOR, OCID);
            hub.relay().drain();

            WorkspaceLine line = line(hub);
            assertThat(line.summary()).isPresent();
            assertThat(blockers(line)).contains("briefing-missed");
            assertThat(line.entry().tender().orElseThrow().heading()).isEqualTo("Building of a school");
            assertThat(hub.popularTenders().top(1)).extracting(Popular::ocid).containsExactly(OCID);

            update(hub, WorkspaceUpdate.of(saved.clock()).withAttended(true));
            assertThat(line(hub).entry().attended()).isTrue();
            hub.relay().drain();
            assertThat(blockers(line(hub))).doesNotContain("briefing-missed");

            ingest(hub, "Building of two schools", "2026-11-02T00:00:00Z");
            hub.relay().drain();
            assertThat(line(hub).entry().tender().orElseThrow().heading()).isEqualTo("Building of two schools");
            assertThat(line(hub).summary().orElseThrow().tenderVersion()).isEqualTo(2);
            assertThat(blockers(line(hub))).doesNotContain("briefing-missed");
        }
    }

    @Test
    void answersFromTheCacheWhileTheTruthIsAway() {
        try (TenderHub hub = TenderHub.start(configuration, clock)) {
            begin(hub);
            hub.workspaces().save(ACTOR, OCID);
            hub.relay().drain();
            WorkspaceList list = hub.workspaces().list(ACTOR, WorkspaceQuery.ALL);
            Dashboard dashboard = hub.workspaces().dashboard(ACTOR);
            stores.stop(Store.POSTGRES);

            assertThat(hub.workspaces().list(ACTOR, WorkspaceQuery.ALL)).isEqualTo(list);
            assertThat(hub.workspaces().dashboard(ACTOR)).isEqualTo(dashboard);
            assertThat(dashboard.closingSoon()).hasSize(1);
            assertThat(dashboard.byStatus().get(0).averageScore()).isPresent();
        }
    }

    @Test
    void goesOnWhileMongoAndRedisAreAwayAndIsWholeWhenTheyAreBack() {
        try (TenderHub hub = TenderHub.start(configuration, clock)) {
            begin(hub);
            WorkspaceEntry saved = hub.workspaces().save(ACTOR, OCID);
            hub.relay().drain();
            stores.stop(Store.MONGO);
            stores.stop(Store.REDIS);

            update(hub, WorkspaceUpdate.of(saved.clock()).withStatus(WorkspaceStatus.PENDING));

            WorkspaceList without = hub.workspaces().list(ACTOR, WorkspaceQuery.ALL);
            assertThat(without.complete()).isFalse();
            assertThat(without.lines().get(0).entry().status()).isEqualTo(WorkspaceStatus.PENDING);
            assertThat(without.lines().get(0).score()).isEmpty();
            assertThat(hub.workspaces().dashboard(ACTOR).complete()).isFalse();
        }
        stores.start(Store.MONGO);
        stores.start(Store.REDIS);
        // They may have come back empty.
        TenderHub.migrate(configuration);
        try (TenderHub hub = TenderHub.start(configuration, clock)) {
            WorkspaceList whole = hub.workspaces().list(ACTOR, WorkspaceQuery.ALL);
            assertThat(whole.complete()).isTrue();
            assertThat(whole.lines().get(0).entry().status()).isEqualTo(WorkspaceStatus.PENDING);
        }
    }
}
