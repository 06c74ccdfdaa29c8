package io.tenderhub.contract;

import static io.tenderhub.contract.SampleTenders.ocid;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.summary.Digest;
import io.tenderhub.summary.Facts;
import io.tenderhub.summary.StoredSummary;
import io.tenderhub.summary.SummaryRepository;
import io.tenderhub.summary.SummaryVersion;
import io.tenderhub.summary.TenderSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link SummaryRepository} promises. */
public abstract class SummaryRepositoryContract {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00.123456789Z");

    protected abstract SummaryRepository summaries();

    private static StoredSummary summary(String ocid, long version, Instant at) {
        return summary(ocid, version, at, 0);
    }

    private static StoredSummary summary(String ocid, long version, Instant at, long fence) {
        return new StoredSummary(
                ocid,
                version,
                new TenderSummary(
                        new Digest("Version " + version + " at " + at, List.of("A \"point\"", "é"), "extractive-1"),
                        new Facts(
                                Optional.of("2026-12-01"),
                                Optional.empty(),
                                Optional.of("5GB"),
                                Optional.empty(),
                                Optional.of("Gauteng"),
                                Optional.empty())),
                at,
                fence);
    }

    private int save(StoredSummary... summaries) {
        return summaries().saveAll(List.of(summaries));
    }

    @Test
    void findsNothingThatWasNotSaved() {
        assertThat(summaries().find(ocid(1))).isEmpty();
        assertThat(summaries().findAll(List.of(ocid(1)))).isEmpty();
        assertThat(summaries().count()).isZero();
    }

    @Test
    void keepsEveryFieldOfASummary() {
        StoredSummary bare = new StoredSummary(
                ocid(2),
                1,
                new TenderSummary(
                        new Digest("", List.of(), "extractive-1"),
                        new Facts(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())),
                NOW);
        StoredSummary full = new StoredSummary(
                ocid(1),
                7,
                new TenderSummary(
                        new Digest("Text\nin lines", List.of("one", "two"), "extractive-1"),
                        new Facts(
                                Optional.of("closing"),
                                Optional.of("briefing"),
                                Optional.of("cidb"),
                                Optional.of("value"),
                                Optional.of("place"),
                                Optional.of("contact"))),
                NOW,
                41);
        save(full, bare);

        assertThat(summaries().find(ocid(1))).contains(full);
        assertThat(summaries().find(ocid(2))).contains(bare);
    }

    @Test
    void savesManyInBulkAndSaysHowManyWereWritten() {
        List<StoredSummary> many = IntStream.range(0, 1_500)
                .mapToObj(n -> summary(ocid(n), 1, NOW))
                .toList();

        assertThat(summaries().saveAll(many)).isEqualTo(1_500);
        assertThat(summaries().saveAll(List.of())).isZero();
        assertThat(summaries().count()).isEqualTo(1_500);
    }

    @Test
    void replacesASummaryOfAnOlderVersion() {
        save(summary(ocid(1), 1, NOW));

        assertThat(save(summary(ocid(1), 2, NOW.minusSeconds(60)))).isEqualTo(1);

        assertThat(summaries().find(ocid(1))).contains(summary(ocid(1), 2, NOW.minusSeconds(60)));
        assertThat(summaries().count()).isEqualTo(1);
    }

    @Test
    void keepsASummaryOfANewerVersion() {
        save(summary(ocid(1), 2, NOW));

        assertThat(save(summary(ocid(1), 1, NOW.plusSeconds(60)))).isZero();

        assertThat(summaries().find(ocid(1))).contains(summary(ocid(1), 2, NOW));
    }

    @Test
    void keepsTheLaterOneOfTwoSummariesOfTheSameVersion() {
        save(summary(ocid(1), 1, NOW));

        assertThat(save(summary(ocid(1), 1, NOW.minusSeconds(1)))).isZero();
        assertThat(save(summary(ocid(1), 1, NOW.plusSeconds(1)))).isEqualTo(1);

        assertThat(summaries().find(ocid(1))).contains(summary(ocid(1), 1, NOW.plusSeconds(1)));
    }

    @Test
    void writesTheOthersOfAListWhenOneOfThemStands() {
        save(summary(ocid(2), 5, NOW));

        assertThat(save(summary(ocid(1), 1, NOW), summary(ocid(2), 4, NOW), summary(ocid(3), 1, NOW)))
                .isEqualTo(2);

        assertThat(summaries().count()).isEqualTo(3);
        assertThat(summaries().find(ocid(2)).orElseThrow().tenderVersion()).isEqualTo(5);
    }

    @Test
    void findsTheKnownOnesOfMany() {
        save(summary(ocid(1), 1, NOW), summary(ocid(2), 1, NOW), summary(ocid(3), 1, NOW));

        assertThat(summaries().findAll(List.of(ocid(3), ocid(9), ocid(1))))
                .containsExactlyInAnyOrder(summary(ocid(1), 1, NOW), summary(ocid(3), 1, NOW));
        assertThat(summaries().findAll(List.of())).isEmpty();
    }

    @Test
    void theNewestVersionStandsUnderManyWriters() throws Exception {
        int writers = 12;
        Simultaneously.run(writers, writer -> () -> {
            List<Integer> versions =
                    new ArrayList<>(IntStream.rangeClosed(1, 15).boxed().toList());
            Collections.shuffle(versions, new Random(writer));
            for (int version : versions) {
                summaries()
                        .saveAll(IntStream.range(0, 5)
                                .mapToObj(n -> summary(ocid(n), version, NOW))
                                .toList());
            }
            return true;
        });

        assertThat(summaries().count()).isEqualTo(5);
        for (int n = 0; n < 5; n++) {
            assertThat(summaries().find(ocid(n))).contains(summary(ocid(n), 15, NOW));
        }
    }

    @Test
    void givesTheVersionsInTheOrderOfTheOcidsPageByPage() {
        List<String> inOrder = List.of("Ocds-z", "ocds-1", "ocds-10", "ocds-2", "ocds-A/b", "ocds-a b", "ocds-\u00e9");
        for (int n = inOrder.size() - 1; n >= 0; n--) {
            save(summary(inOrder.get(n), n + 1, NOW));
        }

        assertThat(summaries().versions(Optional.empty(), 3))
                .containsExactly(
                        new SummaryVersion("Ocds-z", 1),
                        new SummaryVersion("ocds-1", 2),
                        new SummaryVersion("ocds-10", 3));
        assertThat(summaries().versionsOf(List.of("ocds-10", "ocds-unknown")))
                .extracting(SummaryVersion::ocid)
                .containsExactly("ocds-10");
        assertThat(summaries().versionsOf(List.of())).isEmpty();
        assertThat(summaries().versions(Optional.of("ocds-10"), 3))
                .extracting(SummaryVersion::ocid)
                .containsExactly("ocds-2", "ocds-A/b", "ocds-a b");
        assertThat(summaries().versions(Optional.of("ocds-3"), 3))
                .extracting(SummaryVersion::ocid)
                .containsExactly("ocds-A/b", "ocds-a b", "ocds-\u00e9");
        assertThat(summaries().versions(Optional.of("ocds-\u00e9"), 3)).isEmpty();
    }

    @Test
    void everySummaryIsOnOnePage() {
        List<StoredSummary> many = IntStream.range(0, 1_003)
                .mapToObj(n -> summary(ocid(n), n + 1, NOW))
                .toList();
        summaries().saveAll(many);

        List<SummaryVersion> walked = new ArrayList<>();
        List<SummaryVersion> page = summaries().versions(Optional.empty(), 100);
        while (!page.isEmpty()) {
            walked.addAll(page);
            page = summaries().versions(Optional.of(page.get(page.size() - 1).ocid()), 100);
        }

        assertThat(walked)
                .containsExactlyElementsOf(many.stream()
                        .map(stored -> new SummaryVersion(stored.ocid(), stored.tenderVersion()))
                        .toList());
    }

    @Test
    void deletesTheNamedOnesAndSaysHowManyWereThere() {
        save(summary(ocid(1), 1, NOW), summary(ocid(2), 1, NOW), summary(ocid(3), 1, NOW));

        assertThat(summaries().deleteAll(List.of(ocid(1), ocid(3), ocid(9)))).isEqualTo(2);
        assertThat(summaries().deleteAll(List.of(ocid(1)))).isZero();
        assertThat(summaries().deleteAll(List.of())).isZero();

        assertThat(summaries().versions(Optional.empty(), 9)).containsExactly(new SummaryVersion(ocid(2), 1));
    }

    @Test
    void aDeletedSummaryHoldsNothingAgainstAnOlderOne() {
        save(summary(ocid(1), 5, NOW));
        summaries().deleteAll(List.of(ocid(1)));

        assertThat(save(summary(ocid(1), 4, NOW.minusSeconds(1)))).isEqualTo(1);
    }

    @Test
    void ofTheSameVersionTheOneUnderTheLaterLockStands() {
        save(summary(ocid(1), 1, NOW, 7));

        assertThat(save(summary(ocid(1), 1, NOW.plusSeconds(60), 6))).isZero();
        assertThat(save(summary(ocid(1), 1, NOW.plusSeconds(60)))).isZero();
        assertThat(summaries().find(ocid(1))).contains(summary(ocid(1), 1, NOW, 7));

        assertThat(save(summary(ocid(1), 1, NOW.minusSeconds(60), 8))).isEqualTo(1);
        assertThat(summaries().find(ocid(1))).contains(summary(ocid(1), 1, NOW.minusSeconds(60), 8));
    }

    @Test
    void underTheSameLockTheLaterOneStands() {
        save(summary(ocid(1), 1, NOW, 7));

        assertThat(save(summary(ocid(1), 1, NOW.minusNanos(1), 7))).isZero();
        assertThat(save(summary(ocid(1), 1, NOW.plusNanos(1), 7))).isEqualTo(1);

        assertThat(summaries().find(ocid(1))).contains(summary(ocid(1), 1, NOW.plusNanos(1), 7));
    }

    @Test
    void aNewerVersionStandsWhateverItsLock() {
        save(summary(ocid(1), 1, NOW, 7));

        assertThat(save(summary(ocid(1), 2, NOW, 3))).isEqualTo(1);
        assertThat(save(summary(ocid(1), 1, NOW.plusSeconds(60), 9))).isZero();

        assertThat(summaries().find(ocid(1))).contains(summary(ocid(1), 2, NOW, 3));
    }

    @Test
    void aHolderThatSleptWhileItsLockRanOutReplacesNothing() throws Exception {
        CountDownLatch nextHolderWrote = new CountDownLatch(1);
        List<Integer> written = Simultaneously.run(2, holder -> () -> {
            if (holder == 0) {
                nextHolderWrote.await();
                return save(summary(ocid(1), 1, NOW.plusSeconds(900), 1));
            }
            int mine = save(summary(ocid(1), 1, NOW.plusSeconds(700), 2));
            nextHolderWrote.countDown();
            return mine;
        });

        assertThat(written).containsExactly(0, 1);
        assertThat(summaries().find(ocid(1))).contains(summary(ocid(1), 1, NOW.plusSeconds(700), 2));
    }

    @Test
    void theLatestLockStandsUnderManyHoldersOfOneVersion() throws Exception {
        for (int round = 0; round < 20; round++) {
            String ocid = ocid(round);
            int seed = round;
            Simultaneously.run(8, holder -> () -> {
                List<Integer> fences =
                        new ArrayList<>(IntStream.rangeClosed(1, 10).boxed().toList());
                Collections.shuffle(fences, new Random(seed * 8L + holder));
                // The later lock has the earlier time: a clock that lags must not decide.
                fences.forEach(fence -> save(summary(ocid, 1, NOW.minusSeconds(fence), fence)));
                return true;
            });

            assertThat(summaries().find(ocid)).contains(summary(ocid, 1, NOW.minusSeconds(10), 10));
        }
    }
}
