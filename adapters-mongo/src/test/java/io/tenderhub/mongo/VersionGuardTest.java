package io.tenderhub.mongo;

import static io.tenderhub.mongo.Samples.ACME;
import static io.tenderhub.mongo.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.readiness.ScoreRepository.TeamScores;
import io.tenderhub.readiness.StoredScore;
import io.tenderhub.summary.StoredSummary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VersionGuardTest {
    private static final int THREADS = 8;
    private static final Duration NANO = Duration.ofNanos(1);

    private final TestMongo mongo = new TestMongo();
    private final TeamScores scores = mongo.adapter().scores().forTeam(ACME);

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void aScoreOfANewerTenderOrProfileStands() {
        StoredScore stored = Samples.score("ocds-1", 50, 3, 3, NOON);
        assertThat(scores.saveAll(List.of(stored))).isEqualTo(1);

        assertThat(scores.saveAll(List.of(Samples.score("ocds-1", 1, 2, 3, NOON.plusSeconds(9)))))
                .isZero();
        assertThat(scores.saveAll(List.of(Samples.score("ocds-1", 2, 3, 2, NOON.plusSeconds(9)))))
                .isZero();
        assertThat(scores.saveAll(List.of(Samples.score("ocds-1", 3, 4, 2, NOON.plusSeconds(9)))))
                .isZero();
        assertThat(scores.find("ocds-1")).contains(stored);
    }

    @Test
    void ofTheSameVersionsTheLaterOneStandsEvenByANanosecond() {
        StoredScore stored = Samples.score("ocds-1", 50, 3, 3, NOON);
        scores.saveAll(List.of(stored));

        assertThat(scores.saveAll(List.of(Samples.score("ocds-1", 1, 3, 3, NOON.minus(NANO)))))
                .isZero();
        assertThat(scores.find("ocds-1")).contains(stored);

        StoredScore later = Samples.score("ocds-1", 2, 3, 3, NOON.plus(NANO));
        assertThat(scores.saveAll(List.of(later))).isEqualTo(1);
        assertThat(scores.find("ocds-1")).contains(later);
    }

    @Test
    void aNewerVersionWinsAgainstAClockThatIsAhead() {
        scores.saveAll(List.of(Samples.score("ocds-1", 50, 3, 3, NOON.plusSeconds(60))));

        StoredScore newer = Samples.score("ocds-1", 60, 3, 4, NOON);
        assertThat(scores.saveAll(List.of(newer))).isEqualTo(1);
        assertThat(scores.find("ocds-1")).contains(newer);
    }

    @Test
    void countsOnlyWhatWasWrittenOfAMixedBatch() {
        scores.saveAll(List.of(Samples.score("ocds-1", 1, 5, 1, NOON), Samples.score("ocds-2", 2, 5, 1, NOON)));

        int written = scores.saveAll(List.of(
                Samples.score("ocds-1", 3, 4, 1, NOON),
                Samples.score("ocds-2", 4, 6, 1, NOON),
                Samples.score("ocds-3", 5, 1, 1, NOON)));

        assertThat(written).isEqualTo(2);
        assertThat(scores.findAll(List.of("ocds-1", "ocds-2", "ocds-3")))
                .extracting(stored -> stored.score().points())
                .containsExactlyInAnyOrder(1.0, 4.0, 5.0);
    }

    @Test
    void theNewestSummaryStandsWhoeverWritesFirst() throws Exception {
        long seed = new SplittableRandom().nextLong();
        System.out.println("seed of theNewestSummaryStandsWhoeverWritesFirst: " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        var summaries = mongo.adapter().summaries();
        List<String> ocids =
                IntStream.range(0, 20).mapToObj(number -> "ocds-" + number).toList();
        List<StoredSummary> all = new ArrayList<>();
        List<Callable<Integer>> writers = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            List<List<StoredSummary>> batches = new ArrayList<>();
            for (int round = 0; round < 40; round++) {
                List<StoredSummary> batch = new ArrayList<>();
                for (String ocid : ocids) {
                    String text = thread + "." + round;
                    batch.add(new StoredSummary(
                            ocid,
                            random.nextLong(1, 100),
                            Samples.summary(ocid, text, 1, NOON).summary(),
                            NOON.plusNanos(random.nextInt(1_000_000_000)),
                            random.nextLong(4)));
                    all.add(batch.get(batch.size() - 1));
                }
                batches.add(batch);
            }
            writers.add(() -> batches.stream().mapToInt(summaries::saveAll).sum());
        }

        int written = atOnce(writers);

        Comparator<StoredSummary> oldestFirst = Comparator.comparingLong(StoredSummary::tenderVersion)
                .thenComparingLong(StoredSummary::fence)
                .thenComparing(StoredSummary::generatedAt);
        for (String ocid : ocids) {
            StoredSummary newest = all.stream()
                    .filter(summary -> summary.ocid().equals(ocid))
                    .max(oldestFirst)
                    .orElseThrow();
            assertThat(summaries.find(ocid)).contains(newest);
        }
        assertThat(written).isBetween(ocids.size(), all.size() - 1);
        assertThat(summaries.count()).isEqualTo(ocids.size());
    }

    @Test
    void aScoreIsNeverReplacedByOneOfAnOlderVersion() throws Exception {
        long seed = new SplittableRandom().nextLong();
        System.out.println("seed of aScoreIsNeverReplacedByOneOfAnOlderVersion: " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        List<Callable<Integer>> callers = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            SplittableRandom own = random.split();
            callers.add(() -> {
                for (int round = 0; round < 200; round++) {
                    scores.saveAll(
                            List.of(Samples.score("ocds-1", 50, own.nextLong(1, 60), own.nextLong(1, 60), NOON)));
                }
                return 0;
            });
        }
        callers.add(() -> {
            long tenderVersion = 0;
            long profileVersion = 0;
            for (int round = 0; round < 500; round++) {
                StoredScore seen = scores.find("ocds-1").orElse(Samples.score("ocds-1", 0, 0, 0, NOON));
                assertThat(seen.tenderVersion()).isGreaterThanOrEqualTo(tenderVersion);
                assertThat(seen.profileVersion()).isGreaterThanOrEqualTo(profileVersion);
                tenderVersion = seen.tenderVersion();
                profileVersion = seen.profileVersion();
            }
            return 0;
        });

        atOnce(callers);

        assertThat(scores.count()).isEqualTo(1);
    }

    private static int atOnce(List<Callable<Integer>> callers) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(callers.size());
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Integer>> results = new ArrayList<>();
            for (Callable<Integer> caller : callers) {
                results.add(threads.submit(() -> {
                    start.await();
                    return caller.call();
                }));
            }
            start.countDown();
            int sum = 0;
            for (Future<Integer> result : results) {
                sum += result.get();
            }
            return sum;
        } finally {
            threads.shutdownNow();
        }
    }
}
