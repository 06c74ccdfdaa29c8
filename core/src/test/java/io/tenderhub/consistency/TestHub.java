package io.tenderhub.consistency;

import io.tenderhub.cache.InvalidateCaches;
import io.tenderhub.company.CompanyProfile;
import io.tenderhub.company.CompanyProfiles;
import io.tenderhub.event.DomainEvent;
import io.tenderhub.event.DrainResult;
import io.tenderhub.event.EventHandler;
import io.tenderhub.event.EventRelay;
import io.tenderhub.event.EventType;
import io.tenderhub.event.RelayJournal;
import io.tenderhub.event.RelayOptions;
import io.tenderhub.memory.InMemoryHub;
import io.tenderhub.readiness.Policies;
import io.tenderhub.readiness.PolicyChoice;
import io.tenderhub.readiness.RecalculateTeam;
import io.tenderhub.readiness.ScoreTender;
import io.tenderhub.requirement.RequirementFinder;
import io.tenderhub.summary.ExtractiveSummarizer;
import io.tenderhub.summary.SummariseTender;
import io.tenderhub.summary.TenderSummarizer;
import io.tenderhub.team.TeamId;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderToStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** A hub in memory with the handlers that make what is derived, by a clock that tests move. */
final class TestHub {
    static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

    private Instant now = START;
    final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("everything is UTC inside");
        }
    };
    final InMemoryHub stores = new InMemoryHub(clock);
    final List<EventHandler> handlers = handlers();

    static String ocid(int number) {
        return String.format(Locale.ROOT, "ocds-%05d", number);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** Stores a release of each of these tenders, with its event. */
    void publish(int release, int... numbers) {
        List<String> ocids = IntStream.of(numbers).mapToObj(TestHub::ocid).toList();
        stores.unitOfWork().<Boolean>forSystem(transaction -> {
            transaction
                    .tenders()
                    .saveAll(ocids.stream()
                            .map(ocid -> new TenderToStore(
                                    Tender.builder(ocid, START.plusSeconds(release))
                                            .title("Paving, release " + release)
                                            .description("The road to " + ocid + " is paved.")
                                            .build(),
                                    Set.of()))
                            .toList());
            transaction
                    .outbox()
                    .append(ocids.stream()
                            .map(ocid -> new DomainEvent(EventType.TENDER_UPDATED, ocid, Optional.empty(), Map.of()))
                            .toList());
            return true;
        });
    }

    void publish(int count) {
        publish(0, IntStream.range(0, count).toArray());
    }

    void profile(String team, String name) {
        new CompanyProfiles(stores.unitOfWork())
                .save(
                        new TeamId(team),
                        CompanyProfile.builder()
                                .name(name)
                                .services(List.of("paving"))
                                .build());
    }

    DrainResult drain() {
        return new EventRelay(
                        stores.outboxQueue(), handlers, clock, new Random(1), RelayOptions.DEFAULT, RelayJournal.NONE)
                .drain();
    }

    /** Drains and lets everything settle. */
    void settle() {
        drain();
        pass(Duration.ofHours(1));
    }

    ConsistencyChecker checker() {
        return new ConsistencyChecker(
                stores.tenderCatalog(),
                stores.profileCatalog(),
                stores.summaries(),
                stores.scores(),
                stores.outboxQueue(),
                stores.pendingEvents(),
                stores.cache(),
                stores.unitOfWork(),
                stores.progress(),
                clock);
    }

    Rebuild rebuild(List<EventHandler> by) {
        return new Rebuild(
                stores.tenderCatalog(),
                stores.profileCatalog(),
                stores.summaries(),
                stores.scores(),
                stores.unitOfWork(),
                by,
                stores.cache(),
                stores.progress(),
                clock);
    }

    List<Finding> findings(CheckOptions options) {
        List<Finding> findings = new ArrayList<>();
        checker().check(options, findings::add);
        return findings;
    }

    private List<EventHandler> handlers() {
        RequirementFinder requirements = new RequirementFinder();
        PolicyChoice policies = Policies.builtIn().defaultChoice();
        return List.of(
                new SummariseTender(
                        stores.tenderCatalog(),
                        stores.summaries(),
                        requirements,
                        new TenderSummarizer(new ExtractiveSummarizer()),
                        stores.locks(),
                        Duration.ofMinutes(10),
                        clock),
                new ScoreTender(
                        stores.tenderCatalog(),
                        stores.profileCatalog(),
                        stores.scores(),
                        stores.workspaceFollowers(),
                        requirements,
                        policies,
                        clock),
                new RecalculateTeam(
                        stores.tenderCatalog(),
                        stores.profileCatalog(),
                        stores.scores(),
                        stores.workspaceFollowers(),
                        requirements,
                        policies,
                        clock),
                new InvalidateCaches(stores.cache(), stores.workspaceFollowers()));
    }
}
