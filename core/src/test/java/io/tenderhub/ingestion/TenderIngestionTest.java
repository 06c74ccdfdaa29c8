package io.tenderhub.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.event.ClaimedEvent;
import io.tenderhub.event.EventSelection;
import io.tenderhub.event.EventType;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.memory.InMemoryHub;
import io.tenderhub.requirement.RequirementFinder;
import io.tenderhub.team.TeamId;
import io.tenderhub.tender.Tender;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TenderIngestionTest {
    private static final Instant PUBLISHED = Instant.parse("2026-10-01T08:00:00Z");

    private final InMemoryHub hub = new InMemoryHub(Clock.systemUTC());
    private final List<Reject> rejects = new ArrayList<>();

    private static Tender tender(int number, int release) {
        return Tender.builder("ocds-" + number, PUBLISHED.plus(Duration.ofDays(release)))
                .title("Release " + release)
                .build();
    }

    private IngestionResult ingest(List<Tender> tenders, List<Reject> unreadable) {
        return new TenderIngestion(new ListFeed(tenders, unreadable), hub.unitOfWork(), new RequirementFinder())
                .ingest(List.of(), rejects::add);
    }

    private List<EventType> events() {
        return hub.outboxQueue().claim(1_000_000, Duration.ofMinutes(1), EventSelection.ALL).stream()
                .map(claimed -> claimed.event().type())
                .toList();
    }

    @Test
    void storesEveryTenderWithOneEventForEach() {
        IngestionResult result =
                ingest(IntStream.range(0, 1_234).mapToObj(n -> tender(n, 0)).toList(), List.of());

        assertThat(result).isEqualTo(new IngestionResult(1_234, 1_234, 1_234, 0, 0, 0, 0, 0));
        assertThat(hub.tenderCatalog().count()).isEqualTo(1_234);
        assertThat(events()).hasSize(1_234).containsOnly(EventType.TENDER_CREATED);
    }

    @Test
    void changesNothingAndRaisesNoEventForTheSameDataAgain() {
        List<Tender> tenders =
                IntStream.range(0, 700).mapToObj(n -> tender(n, 0)).toList();
        ingest(tenders, List.of());
        events();

        assertThat(ingest(tenders, List.of())).isEqualTo(new IngestionResult(700, 700, 0, 0, 700, 0, 0, 0));
        assertThat(events()).isEmpty();
    }

    @Test
    void countsUpdatesAndOlderReleases() {
        ingest(List.of(tender(1, 1), tender(2, 1)), List.of());
        events();

        assertThat(ingest(List.of(tender(1, 0), tender(2, 2), tender(3, 0)), List.of()))
                .isEqualTo(new IngestionResult(3, 3, 1, 1, 0, 1, 0, 0));
        assertThat(events()).containsExactly(EventType.TENDER_UPDATED, EventType.TENDER_CREATED);
    }

    @Test
    void rejectsTheTenderThatTheStoreRefusesAndStoresTheOthers() {
        Tender bad = Tender.builder("ocds-bad", PUBLISHED).title("\u0000").build();
        Reject unreadable = new Reject("file", "line 3", Optional.empty(), "no JSON");

        IngestionResult result = ingest(List.of(tender(1, 0), bad, tender(2, 0)), List.of(unreadable));

        assertThat(result).isEqualTo(new IngestionResult(4, 3, 2, 0, 0, 0, 1, 2));
        assertThat(rejects).hasSize(2).contains(unreadable);
        assertThat(rejects).extracting(Reject::ocid).contains(Optional.of("ocds-bad"));
        assertThat(hub.tenderCatalog().count()).isEqualTo(2);
    }

    @Test
    void namesOnTheCallersThreadAndInOrderThoseOfManyThatTheStoreRefuses() {
        List<Tender> tenders = new ArrayList<>();
        for (int n = 0; n < 4_500; n++) {
            tenders.add(
                    n % 1_100 == 7
                            ? Tender.builder("bad-" + n, PUBLISHED)
                                    .title("\u0000")
                                    .build()
                            : tender(n, 0));
        }
        Set<Thread> threads = new HashSet<>();

        IngestionResult result = new TenderIngestion(
                        new ListFeed(tenders, List.of()), hub.unitOfWork(), new RequirementFinder())
                .ingest(List.of(), reject -> {
                    threads.add(Thread.currentThread());
                    rejects.add(reject);
                });

        assertThat(result).isEqualTo(new IngestionResult(4_500, 4_500, 4_495, 0, 0, 0, 5, 5));
        assertThat(rejects)
                .extracting(reject -> reject.ocid().orElseThrow())
                .containsExactly("bad-7", "bad-1107", "bad-2207", "bad-3307", "bad-4407");
        assertThat(threads).containsExactly(Thread.currentThread());
        assertThat(events()).hasSize(4_495);
    }

    @Test
    void storesTheTendersOfAnOcidOneAfterTheOtherHoweverManyBatchesAreUnderWay() {
        List<Tender> tenders = new ArrayList<>();
        for (int release = 0; release < 6; release++) {
            for (int n = 0; n < 1_000; n++) {
                tenders.add(tender(n, release));
            }
        }

        assertThat(ingest(tenders, List.of())).isEqualTo(new IngestionResult(6_000, 6_000, 1_000, 5_000, 0, 0, 0, 0));
    }

    @Test
    void losesNothingWhenTheCallerIsInterrupted() {
        Thread.currentThread().interrupt();

        IngestionResult result =
                ingest(IntStream.range(0, 5_000).mapToObj(n -> tender(n, 0)).toList(), List.of());

        assertThat(Thread.interrupted()).as("still interrupted afterwards").isTrue();
        assertThat(result.created()).isEqualTo(5_000);
        assertThat(hub.tenderCatalog().count()).isEqualTo(5_000);
    }

    @Test
    void keepsWhatWasStoredBeforeTheStoreWentAwayAndStoresNothingAfterwards() {
        List<Tender> tenders =
                IntStream.range(0, 20_000).mapToObj(n -> tender(n, 0)).toList();
        AtomicInteger transactions = new AtomicInteger();
        UnitOfWork away = new UnitOfWork() {
            @Override
            public <T> T forSystem(Function<? super SystemTransaction, ? extends T> work) {
                if (transactions.incrementAndGet() > 5) {
                    throw new UnavailableException("the store", "it went away", null);
                }
                return hub.unitOfWork().forSystem(work);
            }

            @Override
            public <T> T forTeam(TeamId team, Function<? super TeamTransaction, ? extends T> work) {
                throw new AssertionError("of no team");
            }
        };

        assertThatThrownBy(() -> new TenderIngestion(new ListFeed(tenders, List.of()), away, new RequirementFinder())
                        .ingest(List.of(), rejects::add))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("went away");

        long stored = hub.tenderCatalog().count();
        assertThat(stored).isPositive().isLessThan(20_000);
        assertThat(events()).hasSize((int) stored);
        assertThat(ingest(tenders, List.of()))
                .isEqualTo(new IngestionResult(20_000, 20_000, 20_000 - stored, 0, stored, 0, 0, 0));
    }

    @Test
    void theNewestStandsWithOneEventForEachChangeWhenManyIngestAtOnce() throws Exception {
        int releases = 8;
        ExecutorService threads = Executors.newFixedThreadPool(releases);
        try {
            List<Future<IngestionResult>> results = new ArrayList<>();
            for (int release = 0; release < releases; release++) {
                List<Tender> mine = new ArrayList<>();
                for (int n = 0; n < 600; n++) {
                    mine.add(tender(n, release));
                }
                Collections.shuffle(mine, new Random(release));
                results.add(threads.submit(() -> ingest(mine, List.of())));
            }
            long created = 0;
            long changes = 0;
            for (Future<IngestionResult> future : results) {
                IngestionResult result = future.get(2, TimeUnit.MINUTES);
                assertThat(result.created() + result.updated() + result.unchanged() + result.older())
                        .isEqualTo(600);
                created += result.created();
                changes += result.created() + result.updated();
            }
            assertThat(created).isEqualTo(600);
            List<ClaimedEvent> events = hub.outboxQueue().claim(1_000_000, Duration.ofMinutes(1), EventSelection.ALL);
            assertThat(events).hasSize((int) changes);
            hub.tenderCatalog().forEach(stored -> {
                assertThat(stored.tender().releaseDate()).isEqualTo(PUBLISHED.plus(Duration.ofDays(7)));
                assertThat(events.stream()
                                .filter(e -> e.event()
                                        .aggregateId()
                                        .equals(stored.tender().ocid())))
                        .hasSize((int) stored.version());
            });
        } finally {
            threads.shutdownNow();
        }
    }
}
