package io.tenderhub.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.cache.InvalidateCaches;
import io.tenderhub.company.CompanyProfile;
import io.tenderhub.company.CompanyProfiles;
import io.tenderhub.company.Coverage;
import io.tenderhub.details.TenderDetails;
import io.tenderhub.details.TenderLookup;
import io.tenderhub.event.DomainEvent;
import io.tenderhub.event.DrainResult;
import io.tenderhub.event.EventRelay;
import io.tenderhub.event.EventType;
import io.tenderhub.event.RaisedEvent;
import io.tenderhub.event.RelayJournal;
import io.tenderhub.event.RelayOptions;
import io.tenderhub.lock.HeldLock;
import io.tenderhub.memory.InMemoryHub;
import io.tenderhub.requirement.RequirementFinder;
import io.tenderhub.summary.ExtractiveSummarizer;
import io.tenderhub.summary.SummariseTender;
import io.tenderhub.summary.TenderSummarizer;
import io.tenderhub.team.TeamId;
import io.tenderhub.tender.SaveOutcome;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderToStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The handlers together, as they run in the background. */
class BackgroundWorkTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final TeamId ACME = new TeamId("acme");
    private static final TeamId OTHER = new TeamId("other");

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final InMemoryHub hub = new InMemoryHub(clock);
    private final CompanyProfiles profiles = new CompanyProfiles(hub.unitOfWork());
    private final TenderLookup lookup =
            new TenderLookup(hub.tenderCatalog(), hub.summaries(), hub.scores(), hub.cache());
    private final TopTenders topTenders = new TopTenders(hub.scores(), hub.cache());

    private DrainResult drain() {
        RequirementFinder requirements = new RequirementFinder();
        PolicyChoice policies = Policies.builtIn().defaultChoice();
        return new EventRelay(
                        hub.outboxQueue(),
                        List.of(
                                new SummariseTender(
                                        hub.tenderCatalog(),
                                        hub.summaries(),
                                        requirements,
                                        new TenderSummarizer(new ExtractiveSummarizer()),
                                        hub.locks(),
                                        Duration.ofMinutes(10),
                                        clock),
                                new ScoreTender(
                                        hub.tenderCatalog(),
                                        hub.profileCatalog(),
                                        hub.scores(),
                                        hub.workspaceFollowers(),
                                        requirements,
                                        policies,
                                        clock),
                                new RecalculateTeam(
                                        hub.tenderCatalog(),
                                        hub.profileCatalog(),
                                        hub.scores(),
                                        hub.workspaceFollowers(),
                                        requirements,
                                        policies,
                                        clock),
                                new InvalidateCaches(hub.cache(), hub.workspaceFollowers()),
                                new RefreshTopTenders(topTenders)),
                        clock,
                        new Random(1),
                        RelayOptions.DEFAULT,
                        RelayJournal.NONE)
                .drain();
    }

    private void store(int release, String... ocids) {
        hub.unitOfWork().forSystem(transaction -> {
            List<SaveOutcome> outcomes = transaction
                    .tenders()
                    .saveAll(List.of(ocids).stream()
                            .map(ocid -> new TenderToStore(
                                    Tender.builder(ocid, Instant.EPOCH.plusSeconds(release))
                                            .title("Paving, release " + release)
                                            .description("The road is paved.")
                                            .build(),
                                    Set.of()))
                            .toList());
            transaction
                    .outbox()
                    .append(List.of(ocids).stream()
                            .map(ocid -> event(EventType.TENDER_UPDATED, ocid))
                            .toList());
            return outcomes;
        });
    }

    private static DomainEvent event(EventType type, String id) {
        return new DomainEvent(type, id, Optional.empty(), Map.of());
    }

    private static CompanyProfile company(String name) {
        return new CompanyProfile(
                name,
                List.of("construction"),
                List.of("paving"),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                true,
                true,
                true,
                Set.of(),
                new Coverage(true, Set.of()),
                Optional.of(5),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void summarisesATenderAndScoresItForEveryTeam() {
        profiles.save(ACME, company("Acme"));
        profiles.save(OTHER, company("Other"));
        store(1, "ocds-1");

        assertThat(drain()).isEqualTo(new DrainResult(3, 0, 0, 0, 0));

        for (TeamId team : List.of(ACME, OTHER)) {
            TenderDetails details = lookup.find("ocds-1", Optional.of(team)).orElseThrow();
            assertThat(details.summary().orElseThrow().tenderVersion()).isEqualTo(1);
            assertThat(details.score().orElseThrow().profileVersion()).isEqualTo(1);
            assertThat(details.score().orElseThrow().score().generatedAt()).isEqualTo(NOW);
        }
    }

    @Test
    void renewsWhatIsDerivedAndTheCachesWhenATenderChanges() {
        profiles.save(ACME, company("Acme"));
        store(1, "ocds-1");
        drain();
        lookup.find("ocds-1", Optional.of(ACME));
        topTenders.best(ACME);
        store(2, "ocds-1", "ocds-2");

        drain();

        TenderDetails details = lookup.find("ocds-1", Optional.of(ACME)).orElseThrow();
        assertThat(details.stored().version()).isEqualTo(2);
        assertThat(details.summary().orElseThrow().tenderVersion()).isEqualTo(2);
        assertThat(details.score().orElseThrow().tenderVersion()).isEqualTo(2);
        assertThat(topTenders.best(ACME)).hasSize(2);
    }

    @Test
    void scoresEveryTenderAgainWhenACompanyChanges() {
        store(1, IntStream.range(0, 2_500).mapToObj(n -> "ocds-" + n).toArray(String[]::new));
        profiles.save(ACME, company("Acme"));
        drain();
        assertThat(topTenders.count(ACME)).isEqualTo(2_500);
        topTenders.best(ACME);
        profiles.save(ACME, company("Acme Builders"));

        drain();

        assertThat(topTenders.count(ACME)).isEqualTo(2_500);
        assertThat(topTenders.best(ACME)).hasSize(5).allMatch(score -> score.profileVersion() == 2);
    }

    @Test
    void takesNoHarmFromEventsOfWhatIsNotThere() {
        hub.unitOfWork().forSystem(transaction -> {
            transaction
                    .outbox()
                    .append(List.of(event(EventType.TENDER_CREATED, "gone"), event(EventType.COMPANY_UPDATED, "gone")));
            return true;
        });

        assertThat(drain()).isEqualTo(new DrainResult(2, 0, 0, 0, 0));
        assertThat(hub.summaries().count()).isZero();
    }

    @Test
    void removesWhatIsDerivedOfWhatIsGone() {
        profiles.save(ACME, company("Acme"));
        store(1, "ocds-1", "ocds-2");
        drain();
        InMemoryHub emptied = new InMemoryHub(clock);
        List<RaisedEvent> events = List.of(new RaisedEvent(1, event(EventType.TENDER_UPDATED, "ocds-1"), NOW));

        new SummariseTender(
                        emptied.tenderCatalog(),
                        hub.summaries(),
                        new RequirementFinder(),
                        new TenderSummarizer(new ExtractiveSummarizer()),
                        hub.locks(),
                        Duration.ofMinutes(10),
                        clock)
                .handle(events);
        new ScoreTender(
                        emptied.tenderCatalog(),
                        emptied.profileCatalog(),
                        hub.scores(),
                        hub.workspaceFollowers(),
                        new RequirementFinder(),
                        Policies.builtIn().defaultChoice(),
                        clock)
                .handle(events);

        assertThat(hub.summaries().find("ocds-1")).isEmpty();
        assertThat(hub.scores().forTeam(ACME).find("ocds-1")).isEmpty();
        assertThat(hub.scores().forTeam(ACME).find("ocds-2")).isPresent();

        new RecalculateTeam(
                        emptied.tenderCatalog(),
                        emptied.profileCatalog(),
                        hub.scores(),
                        hub.workspaceFollowers(),
                        new RequirementFinder(),
                        Policies.builtIn().defaultChoice(),
                        clock)
                .handle(List.of(new RaisedEvent(2, event(EventType.COMPANY_UPDATED, "acme"), NOW)));

        assertThat(hub.scores().teams()).isEmpty();
    }

    @Test
    void leavesATenderToWhoeverSummarisesItAndComesBack() {
        store(1, "ocds-1", "ocds-2");
        List<HeldLock> theirs = hub.locks().tryAcquire(List.of("summary:ocds-1"), Duration.ofMinutes(10));

        DrainResult first = drain();

        assertThat(first.postponed()).isEqualTo(1);
        assertThat(hub.summaries().find("ocds-1")).isEmpty();
        assertThat(hub.summaries().find("ocds-2")).isPresent();

        hub.locks().release(theirs);
        List<HeldLock> mine =
                hub.locks().tryAcquire(List.of("summary:ocds-1", "summary:ocds-2"), Duration.ofMinutes(1));
        assertThat(mine).as("every lock was released").hasSize(2);
    }
}
