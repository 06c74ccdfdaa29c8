package io.tenderhub.ingestion;

import io.tenderhub.cidb.CidbGrade;
import io.tenderhub.event.DomainEvent;
import io.tenderhub.event.EventType;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.requirement.CidbRequirement;
import io.tenderhub.requirement.RequirementFinder;
import io.tenderhub.tender.SaveOutcome;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderToStore;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Stores published tenders. The same data again changes nothing and raises no event; an older release never replaces a newer
 * one; each real change raises one event in the transaction that makes it.
 */
public final class TenderIngestion {
    private static final int TENDERS_IN_A_BATCH = 1000;
    /** So that a few huge tenders do not fill the memory. */
    private static final long CHARACTERS_IN_A_BATCH = 3_000_000;
    /** Batches are stored on as many connections at once; the store works on as many cores beside those that read. */
    private static final int LOADERS =
            Math.max(2, Math.min(4, Runtime.getRuntime().availableProcessors()));

    private final ReleaseFeed feed;
    private final UnitOfWork unitOfWork;
    private final RequirementFinder requirements;

    public TenderIngestion(ReleaseFeed feed, UnitOfWork unitOfWork, RequirementFinder requirements) {
        this.feed = feed;
        this.unitOfWork = unitOfWork;
        this.requirements = requirements;
    }

    /**
     * Reads the inputs to their end and stores what they hold.
     *
     * @param rejects told of each record that could not be read or stored, on the calling thread
     * @throws io.tenderhub.failure.UnavailableException if the store can't be reached; what was stored before then stays
     */
    public IngestionResult ingest(List<FeedInput> inputs, Consumer<? super Reject> rejects) {
        try (Run run = new Run(rejects)) {
            FeedTotals totals = feed.readMerged(inputs, run);
            run.finish();
            return run.result(totals);
        }
    }

    /** What is refused, alone; the others are stored. */
    private Stored store(List<TenderToStore> tenders) {
        if (tenders.isEmpty()) {
            return new Stored(List.of(), List.of());
        }
        try {
            return new Stored(save(tenders), List.of());
        } catch (InvalidInputException refusal) {
            if (tenders.size() == 1) {
                Tender it = tenders.get(0).tender();
                return new Stored(
                        List.of(),
                        List.of(new Reject(
                                it.source().name(),
                                it.source().position(),
                                Optional.of(it.ocid()),
                                String.valueOf(refusal.getMessage()))));
            }
            int half = tenders.size() / 2;
            return store(tenders.subList(0, half)).and(store(tenders.subList(half, tenders.size())));
        }
    }

    private TenderToStore toStore(Tender tender) {
        Set<CidbGrade> cidb = requirements.find(tender).cidb().stream()
                .map(CidbRequirement::grade)
                .collect(Collectors.toSet());
        return new TenderToStore(tender, cidb);
    }

    private List<SaveOutcome> save(List<TenderToStore> tenders) {
        return unitOfWork.<List<SaveOutcome>>forSystem(transaction -> {
            List<SaveOutcome> outcomes = transaction.tenders().saveAll(tenders);
            List<DomainEvent> events = new ArrayList<>();
            for (int i = 0; i < outcomes.size(); i++) {
                event(outcomes.get(i), tenders.get(i).tender()).ifPresent(events::add);
            }
            transaction.outbox().append(events);
            return outcomes;
        });
    }

    private static Optional<DomainEvent> event(SaveOutcome outcome, Tender tender) {
        Optional<EventType> type = switch (outcome) {
            case CREATED -> Optional.of(EventType.TENDER_CREATED);
            case UPDATED -> Optional.of(EventType.TENDER_UPDATED);
            case UNCHANGED, OLDER -> Optional.empty();
        };
        return type.map(known -> new DomainEvent(
                known,
                tender.ocid(),
                Optional.empty(),
                Map.of("releaseDate", tender.releaseDate().toString())));
    }

    /** What became of a batch. */
    private record Stored(List<SaveOutcome> outcomes, List<Reject> refused) {
        Stored and(Stored other) {
            return new Stored(
                    Stream.concat(outcomes.stream(), other.outcomes.stream()).toList(),
                    Stream.concat(refused.stream(), other.refused.stream()).toList());
        }
    }

    /** One ingestion: gathers tenders, has them stored in batches and counts. */
    private final class Run implements FeedSink, AutoCloseable {
        private final Consumer<? super Reject> rejects;
        private final BatchesUnderWay<Stored> underWay = new BatchesUnderWay<>(LOADERS, this::count);
        private final Map<SaveOutcome, Long> outcomes = new EnumMap<>(SaveOutcome.class);
        private List<Tender> batch = new ArrayList<>();
        private long characters;
        private long refused;

        Run(Consumer<? super Reject> rejects) {
            this.rejects = rejects;
        }

        @Override
        public void tender(Tender tender) {
            batch.add(tender);
            characters += tender.raw().length();
            if (batch.size() == TENDERS_IN_A_BATCH || characters >= CHARACTERS_IN_A_BATCH) {
                List<Tender> full = batch;
                underWay.begin(ocids(full), () -> mapAndStore(full));
                batch = new ArrayList<>();
                characters = 0;
            }
        }

        @Override
        public void reject(Reject reject) {
            rejects.accept(reject);
        }

        void finish() {
            List<Tender> last = batch;
            if (underWay.isEmpty()) {
                // Few tenders are no work for another thread.
                count(mapAndStore(last));
            } else {
                underWay.begin(ocids(last), () -> mapAndStore(last));
            }
            underWay.finish();
        }

        private static Set<String> ocids(List<Tender> tenders) {
            return tenders.stream().map(Tender::ocid).collect(Collectors.toSet());
        }

        private Stored mapAndStore(List<Tender> tenders) {
            return store(tenders.stream().map(tender -> toStore(tender)).toList());
        }

        private void count(Stored stored) {
            stored.outcomes().forEach(outcome -> outcomes.merge(outcome, 1L, Long::sum));
            refused += stored.refused().size();
            stored.refused().forEach(rejects);
        }

        private long countOf(SaveOutcome outcome) {
            return outcomes.getOrDefault(outcome, 0L);
        }

        IngestionResult result(FeedTotals totals) {
            return new IngestionResult(
                    totals.records(),
                    totals.tenders(),
                    countOf(SaveOutcome.CREATED),
                    countOf(SaveOutcome.UPDATED),
                    countOf(SaveOutcome.UNCHANGED),
                    countOf(SaveOutcome.OLDER),
                    refused,
                    totals.rejected() + refused);
        }

        /** Nothing is stored any more afterwards. */
        @Override
        public void close() {
            underWay.close();
        }
    }
}
