package io.tenderhub.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.contract.Simultaneously;
import io.tenderhub.teststores.TestStores;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;

class ErasTest {
    private static final Duration LEASE = Duration.ofMillis(5);

    private final RedisClient client = RedisClient.create(TestStores.shared().redisUrl());
    private final String key = "eras-test:" + UUID.randomUUID();
    private final AtomicLong nanos = new AtomicLong();
    private final Eras eras = new Eras(TwoNodes.calls(client), key, LEASE, nanos::get);

    @AfterEach
    void clear() {
        eras.close();
        client.del(key);
        client.close();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void anEraLastsUntilItIsEnded() {
        Optional<String> first = eras.now();
        pass(Duration.ofHours(1));
        assertThat(first).isPresent().isEqualTo(eras.now());

        client.del(key);
        pass(LEASE);
        assertThat(eras.now()).isPresent().isNotEqualTo(first);
    }

    @Test
    void allNodesAreInTheSameOne() throws Exception {
        List<Optional<String>> told =
                Simultaneously.run(8, thread -> () -> new Eras(TwoNodes.calls(client), key, LEASE, nanos::get).now());

        assertThat(told).containsOnly(eras.now());
    }

    @Test
    void aLeaseIsRenewedWhileReadersGoOnWithIt() {
        Optional<String> first = eras.now();
        client.set(key, "another");

        pass(LEASE.dividedBy(2));
        assertThat(eras.now()).as("until the renewal has come").isEqualTo(first);
        long guard = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!eras.now().equals(Optional.of("another")) && System.nanoTime() < guard) {
            Thread.onSpinWait();
        }
        assertThat(eras.now()).contains("another");
    }

    @Test
    void whoComesInALeaseAsksNothing() {
        Optional<String> first = eras.now();
        client.set(key, "another");

        assertThat(eras.now()).isEqualTo(first);
        pass(LEASE);
        assertThat(eras.now()).contains("another");
    }

    @Test
    void whoeverIsToldToForgetAsksAgain() {
        Optional<String> first = eras.now();
        client.set(key, "another");
        nanos.incrementAndGet();
        eras.forget();

        assertThat(first).isNotEqualTo(eras.now());
        assertThat(eras.now()).contains("another");
    }

    @Test
    void manyAtOnceGetWhatOneOfThemAsked() throws Exception {
        assertThat(eras.now()).isPresent();
        client.set(key, "another");
        pass(LEASE);

        assertThat(Simultaneously.run(16, thread -> eras::now)).containsOnly(Optional.of("another"));
    }

    @Test
    void anInvalidationOutlivesEveryLeaseThatWasGivenBeforeIt() throws Exception {
        AtomicLong ended = new AtomicLong();
        Eras one = new Eras(TwoNodes.calls(client), key, LEASE, System::nanoTime);
        Eras another = new Eras(TwoNodes.calls(client), key, LEASE, System::nanoTime);
        Simultaneously.run(4, thread -> () -> {
            if (thread > 0) {
                while (ended.get() < 200) {
                    long before = ended.get();
                    assertThat(Long.parseLong(another.now().orElseThrow().replaceFirst("^.*-.*$", "0")))
                            .isGreaterThanOrEqualTo(before);
                }
            } else {
                try {
                    for (int i = 1; i <= 200; i++) {
                        client.set(key, Integer.toString(i));
                        one.outlive();
                        ended.set(i);
                    }
                } finally {
                    ended.set(200);
                }
            }
            return true;
        });
    }

    @Test
    void withoutRedisNobodyKnows() {
        RedisClient closed = RedisClient.create(TestStores.shared().redisUrl());
        closed.close();

        assertThat(new Eras(TwoNodes.calls(closed), key, LEASE, nanos::get).now())
                .isEmpty();
    }
}
