package io.tenderhub.redis;

import static io.tenderhub.redis.Answers.TAG;
import static io.tenderhub.redis.Answers.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.cache.Cache;
import io.tenderhub.cache.CacheKey;
import io.tenderhub.naming.NamePrefix;
import io.tenderhub.redis.Answers.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;

/** Many threads of two nodes want the same answer at once. */
class OneLoaderTest {
    private static final int READERS = 16;

    @TempDir
    private Path folder;

    private final ExecutorService threads = Executors.newFixedThreadPool(READERS);
    private TestRedis redis;
    private RedisClient one;
    private RedisClient another;
    private List<Cache> nodes;

    @BeforeEach
    void start() {
        redis = new TestRedis(folder);
        one = redis.client();
        another = redis.client();
        nodes = List.of(
                RedisAdapter.builder(one).build().cache(),
                RedisAdapter.builder(another).build().cache());
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        one.close();
        another.close();
        redis.close();
    }

    @Test
    void oneOfThemLoadsAndAllGetItsAnswer() throws Exception {
        for (int round = 0; round < 50; round++) {
            CacheKey<Answer> key = Answers.key("round " + round, TAG);
            AtomicInteger loads = new AtomicInteger();

            List<Optional<Answer>> answers = everybody(key, () -> Optional.of(new Answer(loads.incrementAndGet())));

            assertThat(loads).hasValue(1);
            assertThat(answers).containsOnly(Optional.of(new Answer(1)));
        }
    }

    @Test
    void anotherNodeWaitsForASlowLoad() throws Exception {
        CacheKey<Answer> key = Answers.key("a", TAG);
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Future<Optional<Answer>> slow = threads.submit(() -> nodes.get(0).get(key, () -> {
            loading.countDown();
            await(goOn);
            return Optional.of(new Answer(1));
        }));
        await(loading);
        long asked = sets();
        Future<Long> waiting = threads.submit(() -> read(nodes.get(1), key, 2));
        while (sets() < asked + 4 && !waiting.isDone()) {
            Thread.onSpinWait();
        }
        goOn.countDown();

        assertThat(waiting.get(60, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(slow.get(60, TimeUnit.SECONDS)).contains(new Answer(1));
    }

    /** Each claim is one. */
    private long sets() {
        return CommandCounts.of(one).getOrDefault("set", 0L);
    }

    @Test
    void oneOfThemFindsThatThereIsNothing() throws Exception {
        for (int round = 0; round < 20; round++) {
            CacheKey<Answer> key = new CacheKey<>(
                    Answers.REGION.withAbsentFor(Duration.ofMinutes(1)),
                    Optional.empty(),
                    "round " + round,
                    Set.of(TAG));
            AtomicInteger loads = new AtomicInteger();

            List<Optional<Answer>> answers = everybody(key, () -> {
                loads.incrementAndGet();
                return Optional.empty();
            });

            assertThat(loads).hasValue(1);
            assertThat(answers).containsOnly(Optional.empty());
        }
    }

    @Test
    void aLoaderThatFailsLeavesItsTurnToAnotherNode() throws Exception {
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch fail = new CountDownLatch(1);
        CacheKey<Answer> key = Answers.key("a", TAG);
        IllegalStateException failure = new IllegalStateException("the source is gone");
        Future<Optional<Answer>> failing = threads.submit(() -> nodes.get(0).get(key, () -> {
            loading.countDown();
            await(fail);
            throw failure;
        }));
        await(loading);
        Future<Long> waiting = threads.submit(() -> read(nodes.get(1), key, 2));
        fail.countDown();

        assertThatThrownBy(failing::get).hasCause(failure);
        assertThat(waiting.get(60, TimeUnit.SECONDS)).isEqualTo(2);
        assertThat(one.keys("tenderhub:loading:*")).isEmpty();
    }

    @Test
    void aNodeThatDiesWhileItLoadsHoldsUpTheOthersForAWhileOnly() {
        CacheKey<Answer> key = Answers.key("a", TAG);
        RedisKeys keys = new RedisKeys(NamePrefix.DEFAULT);
        read(nodes.get(0), key, 1);
        String generation = one.get(keys.generations(key.tags()).get(0));
        one.del(keys.answer(key));
        one.set(keys.loading(keys.answer(key), generation), "of a node that died");

        assertThat(read(nodes.get(1), key, 2)).isEqualTo(2);
    }

    @Test
    void aReaderDoesNotWaitForALoadThatAnInvalidationHasOvertaken() throws Exception {
        CacheKey<Answer> key = Answers.key("a", TAG);
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Future<Optional<Answer>> old = threads.submit(() -> nodes.get(0).get(key, () -> {
            loading.countDown();
            await(goOn);
            return Optional.of(new Answer(1));
        }));
        await(loading);
        Future<Long> waiting = threads.submit(() -> read(nodes.get(1), key, 2));
        nodes.get(1).invalidate(Set.of(TAG));

        assertThat(waiting.get(60, TimeUnit.SECONDS)).isEqualTo(2);
        goOn.countDown();
        assertThat(old.get(60, TimeUnit.SECONDS)).contains(new Answer(1));
        assertThat(read(nodes.get(0), key, 3)).isEqualTo(2);
    }

    private List<Optional<Answer>> everybody(CacheKey<Answer> key, Supplier<Optional<Answer>> loader) throws Exception {
        CyclicBarrier start = new CyclicBarrier(READERS);
        List<Callable<Optional<Answer>>> readers = new ArrayList<>();
        for (int reader = 0; reader < READERS; reader++) {
            Cache node = nodes.get(reader % 2);
            readers.add(() -> {
                start.await(60, TimeUnit.SECONDS);
                return node.get(key, loader);
            });
        }
        List<Optional<Answer>> answers = new ArrayList<>();
        for (Future<Optional<Answer>> answer : threads.invokeAll(readers)) {
            answers.add(answer.get());
        }
        return answers;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
