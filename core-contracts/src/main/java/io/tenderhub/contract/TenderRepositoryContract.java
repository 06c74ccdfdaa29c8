package io.tenderhub.contract;

import static io.tenderhub.contract.SampleTenders.ocid;
import static io.tenderhub.contract.SampleTenders.release;
import static io.tenderhub.contract.SampleTenders.tender;
import static io.tenderhub.contract.SampleTenders.toStore;
import static io.tenderhub.tender.SaveOutcome.CREATED;
import static io.tenderhub.tender.SaveOutcome.OLDER;
import static io.tenderhub.tender.SaveOutcome.UNCHANGED;
import static io.tenderhub.tender.SaveOutcome.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.event.DomainEvent;
import io.tenderhub.event.EventSelection;
import io.tenderhub.event.EventType;
import io.tenderhub.event.OutboxQueue;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.tender.SaveOutcome;
import io.tenderhub.tender.Source;
import io.tenderhub.tender.StoredTender;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderCatalog;
import io.tenderhub.tender.TenderRepository;
import io.tenderhub.tender.TenderToStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link UnitOfWork} and {@link TenderRepository} promise. */
public abstract class TenderRepositoryContract {
    /** The clock that the implementation under test is built with. */
    protected final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T08:00:00Z"));

    protected abstract UnitOfWork unitOfWork();

    protected abstract TenderCatalog tenderCatalog();

    protected abstract OutboxQueue outboxQueue();

    private List<SaveOutcome> save(Tender... tenders) {
        List<TenderToStore> list =
                Arrays.stream(tenders).map(SampleTenders::toStore).toList();
        return unitOfWork()
                .<List<SaveOutcome>>forSystem(
                        transaction -> transaction.tenders().saveAll(list));
    }

    private StoredTender stored(String ocid) {
        return tenderCatalog().find(ocid).orElseThrow();
    }

    @Test
    void createsATenderThatWasNotKnown() {
        Tender tender = release(ocid(1), 0);

        assertThat(save(tender)).containsExactly(CREATED);

        assertThat(stored(ocid(1))).isEqualTo(new StoredTender(tender, 1, clock.instant()));
    }

    @Test
    void keepsEveryFieldOfATender() {
        Tender tender = SampleTenders.full(ocid(1));

        save(tender);

        assertThat(stored(ocid(1)).tender()).isEqualTo(tender);
    }

    @Test
    void changesNothingWhenTheSameContentArrivesAgain() {
        Tender tender = SampleTenders.full(ocid(1));
        save(tender);
        StoredTender before = stored(ocid(1));
        clock.advance(Duration.ofHours(1));

        assertThat(save(SampleTenders.full(ocid(1)))).containsExactly(UNCHANGED);

        assertThat(stored(ocid(1))).isEqualTo(before);
    }

    @Test
    void takesNoNoticeOfWhereATenderWasRead() {
        save(tender(ocid(1))
                .source(new Source("a.json", "line 1", Source.Format.OCDS))
                .build());

        assertThat(save(tender(ocid(1))
                        .source(new Source("b.json", "line 2", Source.Format.OCDS))
                        .build()))
                .containsExactly(UNCHANGED);
    }

    @Test
    void replacesAnOlderReleaseByANewerOne() {
        save(release(ocid(1), 0));
        clock.advance(Duration.ofHours(1));

        assertThat(save(release(ocid(1), 1))).containsExactly(UPDATED);

        assertThat(stored(ocid(1))).isEqualTo(new StoredTender(release(ocid(1), 1), 2, clock.instant()));
    }

    @Test
    void keepsTheNewerReleaseWhenAnOlderOneArrives() {
        save(release(ocid(1), 1));
        StoredTender before = stored(ocid(1));
        clock.advance(Duration.ofHours(1));

        assertThat(save(release(ocid(1), 0))).containsExactly(OLDER);

        assertThat(stored(ocid(1))).isEqualTo(before);
    }

    @Test
    void takesOtherContentOfTheSameReleaseDateAsAChange() {
        save(tender(ocid(1)).title("A fence").build());

        assertThat(save(tender(ocid(1)).title("A wall").build())).containsExactly(UPDATED);

        assertThat(stored(ocid(1)).tender().title()).contains("A wall");
        assertThat(stored(ocid(1)).version()).isEqualTo(2);
    }

    @Test
    void answersOneOutcomeForEachTenderInTheOrderOfTheList() {
        save(release(ocid(1), 1), release(ocid(2), 1), release(ocid(3), 1));

        assertThat(save(release(ocid(4), 1), release(ocid(2), 2), release(ocid(3), 1), release(ocid(1), 0)))
                .containsExactly(CREATED, UPDATED, UNCHANGED, OLDER);
    }

    @Test
    void storesTwoTendersOfOneOcidInOneListOneAfterTheOther() {
        assertThat(save(
                        release(ocid(1), 0),
                        release(ocid(2), 5),
                        release(ocid(1), 1),
                        release(ocid(1), 1),
                        release(ocid(2), 4)))
                .containsExactly(CREATED, CREATED, UPDATED, UNCHANGED, OLDER);

        assertThat(stored(ocid(1)).version()).isEqualTo(2);
        assertThat(stored(ocid(1)).tender()).isEqualTo(release(ocid(1), 1));
        assertThat(stored(ocid(2)).tender()).isEqualTo(release(ocid(2), 5));
    }

    @Test
    void storesManyAtOnceAndNoneAtAll() {
        Tender[] many =
                IntStream.range(0, 1_200).mapToObj(n -> release(ocid(n), 0)).toArray(Tender[]::new);

        assertThat(save(many)).hasSize(1_200).containsOnly(CREATED);
        assertThat(save()).isEmpty();
        assertThat(tenderCatalog().count()).isEqualTo(1_200);
    }

    @Test
    void storesNothingOfAListThatHoldsATenderItCanNotHold() {
        assertThatThrownBy(() -> save(
                        release(ocid(1), 0),
                        tender(ocid(2)).description("a NUL \u0000 in the text").build(),
                        release(ocid(3), 0)))
                .isInstanceOf(InvalidInputException.class);

        assertThat(tenderCatalog().count()).isZero();
    }

    @Test
    void handsOnWhatTheWorkReturns() {
        assertThat(unitOfWork().<String>forSystem(transaction -> "answer")).isEqualTo("answer");
    }

    @Test
    void rollsBackEverythingWhenTheWorkThrows() {
        save(release(ocid(1), 0));
        IllegalStateException failure = new IllegalStateException("no");

        assertThatThrownBy(() -> unitOfWork().forSystem(transaction -> {
                    transaction.tenders().saveAll(List.of(toStore(release(ocid(1), 1)), toStore(release(ocid(2), 0))));
                    transaction.outbox().append(List.of(event(EventType.TENDER_UPDATED, ocid(1))));
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(stored(ocid(1)).tender()).isEqualTo(release(ocid(1), 0));
        assertThat(tenderCatalog().find(ocid(2))).isEmpty();
        assertThat(outboxQueue().depth().waiting()).isZero();
    }

    @Test
    void showsNothingToOthersBeforeTheWorkHasReturned() {
        unitOfWork().forSystem(transaction -> {
            transaction.tenders().saveAll(List.of(toStore(release(ocid(1), 0))));
            transaction.outbox().append(List.of(event(EventType.TENDER_CREATED, ocid(1))));
            assertThat(tenderCatalog().find(ocid(1))).isEmpty();
            assertThat(outboxQueue().claim(10, Duration.ofMinutes(1), EventSelection.ALL))
                    .isEmpty();
            return true;
        });

        assertThat(tenderCatalog().find(ocid(1))).isPresent();
        assertThat(outboxQueue().claim(10, Duration.ofMinutes(1), EventSelection.ALL))
                .hasSize(1);
    }

    @Test
    void seesItsOwnWritesWithinOneTransaction() {
        assertThat(unitOfWork().<List<SaveOutcome>>forSystem(transaction -> {
                    transaction.tenders().saveAll(List.of(toStore(release(ocid(1), 1))));
                    return transaction
                            .tenders()
                            .saveAll(List.of(toStore(release(ocid(1), 0)), toStore(release(ocid(1), 2))));
                }))
                .containsExactly(OLDER, UPDATED);
    }

    @Test
    void isOfNoUseAfterTheWorkHasReturned() {
        AtomicReference<TenderRepository> kept = new AtomicReference<>();
        unitOfWork().forSystem(transaction -> {
            kept.set(transaction.tenders());
            return true;
        });

        assertThatThrownBy(() -> kept.get().saveAll(List.of(toStore(release(ocid(1), 0)))))
                .isInstanceOf(RuntimeException.class);
        assertThat(tenderCatalog().count()).isZero();
    }

    @Test
    void theNewestReleaseStandsUnderManyWritersAndEachChangeHasOneEvent() throws Exception {
        int ocids = 20;
        int releases = 16;
        List<List<Change>> changes = Simultaneously.run(releases, writer -> () -> {
            Random random = new Random(writer);
            List<Change> mine = new ArrayList<>();
            for (int round = 0; round < 3; round++) {
                List<TenderToStore> list = new ArrayList<>();
                for (int n = 0; n < ocids; n++) {
                    list.add(toStore(release(ocid(n), (writer + round * 5) % releases)));
                }
                Collections.shuffle(list, random);
                mine.addAll(saveWithEvents(List.of(list)));
            }
            return mine;
        });

        assertEveryOcidHolds(ocids, releases - 1, changes);
    }

    @Test
    void runsWorkAgainThatTheStoreEndedBecauseOfAnotherWriter() throws Exception {
        int ocids = 6;
        List<List<Change>> changes = Simultaneously.run(4, writer -> () -> {
            Random random = new Random(writer);
            List<Change> mine = new ArrayList<>();
            for (int round = 0; round < 3; round++) {
                int number = round * 4 + writer;
                // Each tender in a call of its own, in any order: two such writers can lock each other out.
                List<List<TenderToStore>> calls = new ArrayList<>();
                for (int n = 0; n < ocids; n++) {
                    calls.add(List.of(toStore(release(ocid(n), number))));
                }
                Collections.shuffle(calls, random);
                mine.addAll(saveWithEvents(calls));
            }
            return mine;
        });

        assertEveryOcidHolds(ocids, 11, changes);
    }

    private List<Change> saveWithEvents(List<List<TenderToStore>> calls) {
        return unitOfWork().<List<Change>>forSystem(transaction -> {
            List<Change> changes = new ArrayList<>();
            for (List<TenderToStore> call : calls) {
                List<SaveOutcome> outcomes = transaction.tenders().saveAll(call);
                for (int i = 0; i < outcomes.size(); i++) {
                    if (outcomes.get(i) == CREATED || outcomes.get(i) == UPDATED) {
                        changes.add(new Change(call.get(i).tender().ocid(), outcomes.get(i)));
                    }
                }
            }
            transaction
                    .outbox()
                    .append(changes.stream()
                            .map(change -> event(
                                    change.outcome() == CREATED ? EventType.TENDER_CREATED : EventType.TENDER_UPDATED,
                                    change.ocid()))
                            .toList());
            return changes;
        });
    }

    private void assertEveryOcidHolds(int ocids, int newest, List<List<Change>> perThread) {
        List<Change> changes = perThread.stream().flatMap(List::stream).toList();
        for (int n = 0; n < ocids; n++) {
            String ocid = ocid(n);
            StoredTender stored = stored(ocid);
            assertThat(stored.tender()).isEqualTo(release(ocid, newest));
            List<SaveOutcome> outcomes = changes.stream()
                    .filter(change -> change.ocid().equals(ocid))
                    .map(Change::outcome)
                    .toList();
            assertThat(outcomes).hasSize((int) stored.version());
            assertThat(outcomes).containsOnlyOnce(CREATED);
        }
        Map<String, Long> events = outboxQueue().claim(100_000, Duration.ofMinutes(1), EventSelection.ALL).stream()
                .collect(Collectors.groupingBy(claimed -> claimed.event().aggregateId(), Collectors.counting()));
        for (int n = 0; n < ocids; n++) {
            assertThat(events).containsEntry(ocid(n), stored(ocid(n)).version());
        }
    }

    private static DomainEvent event(EventType type, String ocid) {
        return new DomainEvent(type, ocid, Optional.empty(), Map.of());
    }

    private record Change(String ocid, SaveOutcome outcome) {}
}
