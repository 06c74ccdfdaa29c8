package io.tenderhub.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.cache.Cache;
import io.tenderhub.cache.CacheKey;
import io.tenderhub.cache.CacheTag;
import io.tenderhub.naming.NamePrefix;
import io.tenderhub.redis.Answers.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;

/** While many read, on several nodes, the truth changes and answers are invalidated: no finished invalidation is undone. */
class OutdatedAnswersTest {
    private static final int TRUTHS = 4;
    private static final int CHANGES = 1000;
    private static final int READERS = 6;
    /** Short, as each change takes as long. */
    private static final Duration LEASE = Duration.ofMillis(1);

    @TempDir
    private Path folder;

    private TestRedis redis;
    private RedisClient one;
    private RedisClient another;
    private final Below below = new Below();
    private long fromBelow;

    private final AtomicLongArray truth = new AtomicLongArray(TRUTHS);
    /** For each truth what every reader who starts now must see at least. */
    private final AtomicLongArray promised = new AtomicLongArray(TRUTHS);

    @BeforeEach
    void start() {
        redis = new TestRedis(folder);
        one = redis.client();
        another = redis.client();
    }

    @AfterEach
    void stop() {
        one.close();
        another.close();
        redis.close();
    }

    @Test
    void noReaderGetsAnAnswerOlderThanTheLastFinishedInvalidation() throws Exception {
        run("noReaderGetsAnAnswerOlderThanTheLastFinishedInvalidation", random -> {});
    }

    @Test
    void noReaderGetsOneWhileRedisLosesKeys() throws Exception {
        run("noReaderGetsOneWhileRedisLosesKeys", random -> {
            if (random.nextInt(10) == 0) {
                one.flushAll();
            } else {
                new RedisKeys(NamePrefix.DEFAULT)
                        .generations(tags(random.nextInt(TRUTHS)))
                        .forEach(one::del);
            }
        });
    }

    @Test
    void noReaderGetsOneFromEitherLevelWhileAnswersGoDownAndUp() throws Exception {
        RedisKeys keys = new RedisKeys(NamePrefix.DEFAULT);
        run("noReaderGetsOneFromEitherLevelWhileAnswersGoDownAndUp", random -> {
            CacheKey<Answer> key = key(random.nextInt(TRUTHS));
            switch (random.nextInt(20)) {
                case 0 -> below.answers.clear();
                case 1 -> keys.generations(key.tags()).forEach(one::del);
                case 2, 3, 4 -> copy(keys.answer(key), "kept aside");
                case 5, 6, 7 -> copy("kept aside", keys.answer(key));
                default -> one.del(keys.answer(key));
            }
        });
        assertThat(fromBelow).as("answers that came from below").isPositive();
    }

    /** What a slow node may do: an answer comes or comes back later than others. */
    private void copy(String from, String to) {
        byte[] answer = below.answers.get(from);
        if (answer != null) {
            below.answers.put(to, answer);
        }
    }

    private interface Trouble {
        void make(SplittableRandom random);
    }

    private void run(String test, Trouble trouble) throws Exception {
        long seed = new SplittableRandom().nextLong();
        System.out.println("seed of " + test + ": " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        List<RedisAdapter> adapters = List.of(
                RedisAdapter.builder(one)
                        .secondLevel(below)
                        .lease(LEASE, System::nanoTime)
                        .build(),
                RedisAdapter.builder(another)
                        .secondLevel(below)
                        .lease(LEASE, System::nanoTime)
                        .build());
        List<Cache> nodes = List.of(adapters.get(0).cache(), adapters.get(1).cache());
        AtomicBoolean changing = new AtomicBoolean(true);
        AtomicInteger hits = new AtomicInteger();
        List<Callable<Integer>> callers = new ArrayList<>();
        for (int reader = 0; reader < READERS; reader++) {
            Cache node = nodes.get(reader % nodes.size());
            SplittableRandom own = random.split();
            callers.add(() -> {
                int reads = 0;
                while (changing.get()) {
                    checkedRead(node, own.nextInt(TRUTHS), hits);
                    reads++;
                }
                return reads;
            });
        }
        SplittableRandom troubles = random.split();
        callers.add(() -> {
            while (changing.get()) {
                trouble.make(troubles);
                Thread.onSpinWait();
            }
            return 0;
        });
        SplittableRandom writes = random.split();
        callers.add(() -> {
            try {
                for (int change = 0; change < CHANGES; change++) {
                    int which = writes.nextInt(TRUTHS);
                    long version = truth.incrementAndGet(which);
                    nodes.get(writes.nextInt(nodes.size())).invalidate(someOf(tags(which), writes));
                    promised.set(which, version);
                    checkedRead(nodes.get(writes.nextInt(nodes.size())), which, hits);
                }
            } finally {
                changing.set(false);
            }
            return 0;
        });

        ExecutorService threads = Executors.newFixedThreadPool(callers.size());
        try {
            int reads = 0;
            for (Future<Integer> caller : threads.invokeAll(callers)) {
                reads += caller.get();
            }
            assertThat(hits.get())
                    .as("reads that the cache answered, of " + reads)
                    .isPositive();
            fromBelow = adapters.stream()
                    .mapToLong(adapter -> adapter.cacheFigures().get("search").secondLevelHits())
                    .sum();
        } finally {
            threads.shutdownNow();
        }
    }

    private void checkedRead(Cache node, int which, AtomicInteger hits) {
        long atLeast = promised.get(which);
        boolean[] loaded = {false};
        Answer answer = node.get(key(which), () -> {
                    loaded[0] = true;
                    return Optional.of(new Answer(truth.get(which)));
                })
                .orElseThrow();
        assertThat(answer.version()).isGreaterThanOrEqualTo(atLeast);
        if (!loaded[0]) {
            hits.incrementAndGet();
        }
    }

    private static CacheKey<Answer> key(int which) {
        return new CacheKey<>(
                Answers.REGION.withSecondLevel(), Optional.empty(), "truth " + which, Set.copyOf(tags(which)));
    }

    private static List<CacheTag> tags(int which) {
        return List.of(CacheTag.tender("ocds-" + which), new CacheTag("kind-" + which));
    }

    private static Set<CacheTag> someOf(List<CacheTag> tags, SplittableRandom random) {
        return switch (random.nextInt(3)) {
            case 0 -> Set.of(tags.get(0));
            case 1 -> Set.of(tags.get(1));
            default -> Set.copyOf(tags);
        };
    }
}
