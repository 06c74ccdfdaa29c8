package io.tenderhub.contract;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.cache.Cache;
import io.tenderhub.cache.CacheKey;
import io.tenderhub.cache.CacheRead;
import io.tenderhub.cache.CacheRegion;
import io.tenderhub.cache.CacheTag;
import io.tenderhub.cache.InspectableCache;
import io.tenderhub.cache.Kept;
import io.tenderhub.team.TeamId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What {@link Cache} promises. */
public abstract class CacheContract {
    private static final CacheRegion<Answer> ANSWERS = new CacheRegion<>("answers", Answer.class, Duration.ofHours(1));
    private static final CacheTag TAG = CacheTag.tender("ocds-1");
    private static final CacheTag OTHER_TAG = CacheTag.tender("ocds-2");

    protected abstract InspectableCache cache();

    /** The cache as another node sees it: over the same store, sharing nothing else. */
    protected abstract InspectableCache cacheOfAnotherNode();

    /** An answer as use cases cache them: records of records, texts, numbers, times, optionals and lists. */
    record Answer(long number, Optional<Part> part, List<Part> parts) {
        static Answer of(long number) {
            return new Answer(number, Optional.empty(), List.of());
        }
    }

    record Part(
            String text,
            int count,
            double share,
            boolean flag,
            BigDecimal amount,
            Instant at,
            Kind kind,
            Optional<String> note,
            Optional<Instant> end) {}

    enum Kind {
        ONE,
        TWO
    }

    private static CacheKey<Answer> key(String id, CacheTag... tags) {
        return new CacheKey<>(ANSWERS, Optional.empty(), id, Set.of(tags));
    }

    private static long read(Cache cache, CacheKey<Answer> key, long number) {
        return cache.get(key, () -> Optional.of(Answer.of(number)))
                .orElseThrow()
                .number();
    }

    @Test
    void loadsOnceAndThenAnswersFromTheCache() {
        assertThat(read(cache(), key("a", TAG), 1)).isEqualTo(1);
        assertThat(read(cache(), key("a", TAG), 2)).isEqualTo(1);
        assertThat(read(cacheOfAnotherNode(), key("a", TAG), 3)).isEqualTo(1);
    }

    @Test
    void tellsWhetherItHeldTheAnswer() {
        CacheKey<Answer> key = key("a", TAG);
        Supplier<Optional<Answer>> loader = () -> Optional.of(Answer.of(1));

        assertThat(cache().read(key, loader)).isEqualTo(CacheRead.loaded(loader.get()));
        assertThat(cache().read(key, loader)).isEqualTo(CacheRead.held(loader.get()));
        assertThat(cacheOfAnotherNode().read(key, loader).cached()).isTrue();
        cache().invalidate(Set.of(TAG));
        assertThat(cache().read(key, loader).cached()).isFalse();
        assertThat(cache().read(key("b"), Optional::empty)).isEqualTo(CacheRead.loaded(Optional.empty()));
    }

    @Test
    void givesBackEveryFieldAsItWasLoaded() {
        Part part = new Part(
                "a \"text\"\n é 工事",
                -7,
                0.1,
                true,
                new BigDecimal("1234567890.120"),
                Instant.parse("2026-11-21T08:00:00.123456789Z"),
                Kind.TWO,
                Optional.of(""),
                Optional.empty());
        Answer answer = new Answer(Long.MAX_VALUE, Optional.of(part), List.of(part, part));

        assertThat(cache().get(key("a"), () -> Optional.of(answer))).contains(answer);
        assertThat(cache().get(key("a"), () -> Optional.of(Answer.of(1)))).contains(answer);
    }

    @Test
    void remembersAbsenceWhereTheRegionSaysSo() {
        CacheKey<Answer> key = keyOf(ANSWERS.withAbsentFor(Duration.ofHours(1)));

        assertThat(cache().get(key, Optional::empty)).isEmpty();
        assertThat(cache().get(key, () -> Optional.of(Answer.of(1)))).isEmpty();
        assertThat(cacheOfAnotherNode().get(key, () -> Optional.of(Answer.of(2))))
                .isEmpty();
    }

    @Test
    void forgetsAbsenceWhenItIsInvalidated() {
        CacheKey<Answer> key = keyOf(ANSWERS.withAbsentFor(Duration.ofHours(1)));
        assertThat(cache().get(key, Optional::empty)).isEmpty();

        cacheOfAnotherNode().invalidate(Set.of(TAG));

        assertThat(read(cache(), key, 1)).isEqualTo(1);
    }

    @Test
    void forgetsAbsenceInTime() {
        endsInTime(keyOf(ANSWERS.withAbsentFor(Duration.ofMillis(200))), Optional.empty());
    }

    @Test
    void givesAnAnswerThatTheRegionRefusesToItsReaderAndKeepsItNowhere() {
        CacheKey<Answer> key = keyOf(ANSWERS.withKeeps(answer -> answer.number() > 1));

        assertThat(read(cache(), key, 1)).isEqualTo(1);
        assertThat(cacheOfAnotherNode().peek(key)).isEmpty();
        assertThat(read(cacheOfAnotherNode(), key, 2)).isEqualTo(2);
        assertThat(read(cache(), key, 1)).isEqualTo(2);
    }

    @Test
    void showsWhatAReaderWouldGetWithoutLoading() {
        CacheKey<Answer> key = key("a", TAG);
        assertThat(cache().peek(key)).isEmpty();

        read(cache(), key, 1);
        assertThat(cache().peek(key)).contains(Answer.of(1));
        assertThat(cacheOfAnotherNode().peek(key)).contains(Answer.of(1));

        cache().invalidate(Set.of(TAG));
        assertThat(cache().peek(key)).isEmpty();
        assertThat(cacheOfAnotherNode().peek(key)).isEmpty();
        assertThat(read(cache(), key, 2)).isEqualTo(2);
    }

    @Test
    void showsNothingWhereAbsenceIsRemembered() {
        CacheKey<Answer> key = keyOf(ANSWERS.withAbsentFor(Duration.ofHours(1)));
        cache().get(key, Optional::empty);

        assertThat(cache().peek(key)).isEmpty();
    }

    @Test
    void stillKnowsWhatAnInvalidationEnded() {
        CacheKey<Answer> key = keyOf(ANSWERS.withSecondLevel());
        Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        read(cache(), key, 1);
        Instant after = Instant.now();

        cacheOfAnotherNode().invalidate(Set.of(TAG));

        Kept<Answer> kept = cache().lastKnown(key).orElseThrow();
        assertThat(kept.value()).isEqualTo(Answer.of(1));
        assertThat(kept.asOf()).isBetween(before, after);
        assertThat(cacheOfAnotherNode().lastKnown(key)).contains(kept);
        assertThat(cache().peek(key)).isEmpty();
        assertThat(read(cache(), key, 2)).as("no read gets what was ended").isEqualTo(2);
        assertThat(cache().lastKnown(key).orElseThrow().value()).isEqualTo(Answer.of(2));
    }

    @Test
    void stillKnowsWhatHasOutlivedItsTime() {
        CacheKey<Answer> key = keyOf(new CacheRegion<>("brief", Answer.class, Duration.ofMillis(1)).withSecondLevel());
        read(cache(), key, 1);

        assertThat(cache().lastKnown(key).orElseThrow().value()).isEqualTo(Answer.of(1));
    }

    @Test
    void knowsNothingWithoutASecondLevelOrALoad() {
        read(cache(), key("a", TAG), 1);

        assertThat(cache().lastKnown(key("a", TAG))).isEmpty();
        assertThat(cache().lastKnown(keyOf(ANSWERS.withSecondLevel()))).isEmpty();
    }

    @Test
    void forgetsTheCopyOfWhatALaterLoadDidNotFind() {
        CacheKey<Answer> key = keyOf(ANSWERS.withSecondLevel().withAbsentFor(Duration.ofHours(1)));
        read(cache(), key, 1);
        cache().invalidate(Set.of(TAG));

        assertThat(cacheOfAnotherNode().get(key, Optional::empty)).isEmpty();

        assertThat(cache().lastKnown(key)).isEmpty();
        assertThat(cache().get(key, () -> Optional.of(Answer.of(2))))
                .as("the absence is remembered")
                .isEmpty();
        cache().invalidate(Set.of(TAG));
        assertThat(read(cache(), key, 3)).isEqualTo(3);
        assertThat(cache().lastKnown(key).orElseThrow().value()).isEqualTo(Answer.of(3));
    }

    @Test
    void keepsNoCopyOfWhatTheRegionRefuses() {
        CacheKey<Answer> key = keyOf(ANSWERS.withSecondLevel().withKeeps(answer -> answer.number() > 1));
        read(cache(), key, 1);

        assertThat(cache().lastKnown(key)).isEmpty();
    }

    @Test
    void doesNotCacheAnEmptyAnswer() {
        assertThat(cache().get(key("a", TAG), Optional::empty)).isEmpty();
        assertThat(read(cache(), key("a", TAG), 2)).isEqualTo(2);
    }

    @Test
    void passesFailuresOfTheLoaderThroughAndCachesNone() {
        IllegalStateException failure = new IllegalStateException("no");

        assertThatThrownBy(() -> cache().get(key("a", TAG), () -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(read(cache(), key("a", TAG), 2)).isEqualTo(2);
    }

    @Test
    void keepsTeamsRegionsAndIdsApart() {
        CacheRegion<Answer> otherRegion = new CacheRegion<>("other-answers", Answer.class, Duration.ofHours(1));
        TeamId acme = new TeamId("acme");
        TeamId other = new TeamId("other");

        assertThat(read(cache(), key("a"), 1)).isEqualTo(1);
        assertThat(read(cache(), key("b"), 2)).isEqualTo(2);
        assertThat(read(cache(), key("A"), 3)).isEqualTo(3);
        assertThat(read(cache(), new CacheKey<>(ANSWERS, Optional.of(acme), "a", Set.of()), 4))
                .isEqualTo(4);
        assertThat(read(cache(), new CacheKey<>(ANSWERS, Optional.of(other), "a", Set.of()), 5))
                .isEqualTo(5);
        assertThat(read(cache(), new CacheKey<>(otherRegion, Optional.empty(), "a", Set.of()), 6))
                .isEqualTo(6);
        assertThat(read(cache(), key("acme:a"), 7)).isEqualTo(7);
    }

    @Test
    void takesIdsAndTagsOfAnyLettersAndLength() {
        List<String> ids = List.of("", " ", "{a}", "a}:{b", "*", "a\nb", "工事 é", "\u0000", "x".repeat(20_000));
        for (int i = 0; i < ids.size(); i++) {
            CacheKey<Answer> key = key(ids.get(i), new CacheTag(ids.get(i)));
            assertThat(read(cache(), key, i)).isEqualTo(i);
            assertThat(read(cache(), key, -1)).isEqualTo(i);
            cache().invalidate(Set.of(new CacheTag(ids.get(i))));
            assertThat(read(cache(), key, 100 + i)).isEqualTo(100 + i);
        }
    }

    @Test
    void endsEveryAnswerThatCarriesAnInvalidatedTag() {
        read(cache(), key("a", TAG, CacheTag.SEARCHES), 1);
        read(cache(), key("b", TAG), 1);
        read(cache(), key("c", OTHER_TAG), 1);
        read(cache(), key("d"), 1);

        cache().invalidate(Set.of(TAG));

        assertThat(read(cacheOfAnotherNode(), key("a", TAG, CacheTag.SEARCHES), 2))
                .isEqualTo(2);
        assertThat(read(cache(), key("b", TAG), 2)).isEqualTo(2);
        assertThat(read(cache(), key("c", OTHER_TAG), 2)).isEqualTo(1);
        assertThat(read(cache(), key("d"), 2)).isEqualTo(1);
    }

    @Test
    void endsAnAnswerByAnyOfItsTags() {
        CacheKey<Answer> key = key("a", TAG, OTHER_TAG);
        read(cache(), key, 1);

        cache().invalidate(Set.of(OTHER_TAG));
        assertThat(read(cache(), key, 2)).isEqualTo(2);
        cacheOfAnotherNode().invalidate(Set.of(TAG));
        assertThat(read(cache(), key, 3)).isEqualTo(3);
        cache().invalidate(Set.of(TAG, OTHER_TAG, CacheTag.SEARCHES));
        assertThat(read(cache(), key, 4)).isEqualTo(4);
        assertThat(read(cache(), key, 5)).isEqualTo(4);
    }

    @Test
    void invalidatesNothingForNoTags() {
        read(cache(), key("a", TAG), 1);

        cache().invalidate(Set.of());

        assertThat(read(cache(), key("a", TAG), 2)).isEqualTo(1);
    }

    @Test
    void invalidatesTagsThatNoAnswerCarriedYet() {
        cache().invalidate(Set.of(TAG));

        assertThat(read(cache(), key("a", TAG), 1)).isEqualTo(1);
        assertThat(read(cache(), key("a", TAG), 2)).isEqualTo(1);
    }

    @Test
    void endsAnAnswerAfterItsTimeToLive() {
        CacheRegion<Answer> brief = new CacheRegion<>("brief", Answer.class, Duration.ofMillis(200));
        endsInTime(keyOf(brief), Optional.of(Answer.of(1)));
    }

    private void endsInTime(CacheKey<Answer> key, Optional<Answer> answer) {
        AtomicInteger loads = new AtomicInteger();
        long guard = System.nanoTime() + SECONDS.toNanos(Simultaneously.GUARD_SECONDS);
        while (loads.get() < 2) {
            assertThat(cache().get(key, () -> {
                        loads.incrementAndGet();
                        return answer;
                    }))
                    .isEqualTo(answer);
            assertThat(System.nanoTime()).as("the answer outlives its time").isLessThan(guard);
            Thread.onSpinWait();
        }
    }

    private static CacheKey<Answer> keyOf(CacheRegion<Answer> region) {
        return new CacheKey<>(region, Optional.empty(), "a", Set.of(TAG));
    }

    @Test
    void aLoadThatBeganBeforeAnInvalidationCanNotFillTheCacheAfterIt() throws Exception {
        aSlowLoadIsOvertaken(cache(), cache());
    }

    @Test
    void aLoadThatBeganBeforeAnInvalidationByAnotherNodeCanNotFillTheCacheAfterIt() throws Exception {
        aSlowLoadIsOvertaken(cache(), cacheOfAnotherNode());
    }

    private void aSlowLoadIsOvertaken(Cache slow, Cache quick) throws Exception {
        CacheKey<Answer> key = key("a", TAG);
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch invalidated = new CountDownLatch(1);
        ExecutorService reader = Executors.newFixedThreadPool(2);
        try {
            Future<?> old = reader.submit(() -> slow.get(key, () -> {
                loading.countDown();
                await(invalidated);
                return Optional.of(Answer.of(1));
            }));
            await(loading);
            quick.invalidate(Set.of(TAG));
            // Who reads now neither waits for the old load nor shares it.
            Future<Long> fresh = reader.submit(() -> read(slow, key, 2));
            assertThat(fresh.get(Simultaneously.GUARD_SECONDS, SECONDS)).isEqualTo(2);
            invalidated.countDown();
            old.get(Simultaneously.GUARD_SECONDS, SECONDS);

            assertThat(read(slow, key, 3)).isEqualTo(2);
            assertThat(read(quick, key, 4)).isEqualTo(2);
        } finally {
            invalidated.countDown();
            reader.shutdownNow();
        }
    }

    @Test
    void noReaderGetsAnAnswerOlderThanAFinishedInvalidation() throws Exception {
        CacheKey<Answer> key = key("a", TAG, CacheTag.SEARCHES);
        AtomicLong truth = new AtomicLong();
        AtomicLong promised = new AtomicLong();
        AtomicBoolean writing = new AtomicBoolean(true);
        Cache[] nodes = {cache(), cacheOfAnotherNode()};

        Simultaneously.run(9, thread -> () -> {
            Cache node = nodes[thread % 2];
            if (thread == 0) {
                try {
                    for (int i = 0; i < 300; i++) {
                        long now = truth.incrementAndGet();
                        node.invalidate(Set.of(i % 2 == 0 ? TAG : CacheTag.SEARCHES));
                        promised.set(now);
                    }
                } finally {
                    writing.set(false);
                }
            } else {
                while (writing.get()) {
                    long atLeast = promised.get();
                    long got = node.get(key, () -> Optional.of(Answer.of(truth.get())))
                            .orElseThrow()
                            .number();
                    assertThat(got).isGreaterThanOrEqualTo(atLeast);
                }
            }
            return true;
        });

        assertThat(read(nodes[0], key, truth.get())).isEqualTo(300);
        assertThat(read(nodes[1], key, truth.get())).isEqualTo(300);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(Simultaneously.GUARD_SECONDS, SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
