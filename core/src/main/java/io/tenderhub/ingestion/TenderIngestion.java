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

/**
 * Stores published tenders. The same data again changes nothing and raises no event; an older release never replaces a newer
 * one; each real change raises one event in the transaction that makes it.
 */
public final class TenderIngestion {
    private static final int TENDERS_IN_A_BATCH = 500;
    /** So that a few huge tenders do not fill the memory. */
    private static final long CHARACTERS_IN_A_BATCH = 8_000_000;

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
        Run run = new Run(rejects);
        FeedTotals totals = feed.readMerged(inputs, run);
        run.store();
        return run.result(totals);
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

    /** One ingestion: gathers tenders, stores them in batches and counts. */
    private final class Run implements FeedSink {
        private final Consumer<? super Reject> rejects;
        private final List<TenderToStore> batch = new ArrayList<>();
        private final Map<SaveOutcome, Long> outcomes = new EnumMap<>(SaveOutcome.class);
        private long characters;
        private long refused;

        Run(Consumer<? super Reject> rejects) {
            this.rejects = rejects;
        }

        @Override
        public void tender(Tender tender) {
            batch.add(toStore(tender));
            characters += tender.raw().length();
            if (batch.size() == TENDERS_IN_A_BATCH || characters >= CHARACTERS_IN_A_BATCH) {
                store();
            }
        }

        @Override
        public void reject(Reject reject) {
            rejects.accept(reject);
        }

        void store() {
            if (batch.isEmpty()) {
                return;
            }
            try {
                save(batch).forEach(this::count);
            } catch (InvalidInputException oneOfThem) {
                batch.forEach(this::storeAlone);
            }
            batch.clear();
            characters = 0;
        }

        private void storeAlone(TenderToStore tender) {
            try {
                save(List.of(tender)).forEach(this::count);
            } catch (InvalidInputException refusal) {
                refused++;
                Tender it = tender.tender();
                rejects.accept(new Reject(
                        it.source().name(),
                        it.source().position(),
                        Optional.of(it.ocid()),
                        String.valueOf(refusal.getMessage())));
            }
        }

        private void count(SaveOutcome outcome) {
            outcomes.merge(outcome, 1L, Long::sum);
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
    }
}
