package io.tenderhub.redis;

import io.tenderhub.cache.SecondLevel;
import io.tenderhub.memory.InMemoryHub;
import io.tenderhub.naming.NamePrefix;
import io.tenderhub.teststores.TestStores;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import redis.clients.jedis.RedisClient;

/** Two adapters over two clients of one server: two nodes. */
final class TwoNodes implements AutoCloseable {
    final RedisClient firstClient;
    final RedisClient secondClient;
    /** Short, as each invalidation takes as long. */
    private static final Duration LEASE = Duration.ofMillis(2);

    private static final long MUCH = 10_000_000;

    private final Runnable server;
    final NamePrefix prefix;
    final RedisAdapter first;
    final RedisAdapter second;

    private TwoNodes(Supplier<RedisClient> clients, NamePrefix prefix, long remembers, Runnable server) {
        this.firstClient = clients.get();
        this.secondClient = clients.get();
        this.server = server;
        this.prefix = prefix;
        SecondLevel below = new InMemoryHub(Clock.systemUTC()).secondLevel();
        this.first = RedisAdapter.builder(firstClient)
                .prefix(prefix)
                .secondLevel(below)
                .remembers(remembers)
                .lease(LEASE, System::nanoTime)
                .build();
        this.second = RedisAdapter.builder(secondClient)
                .prefix(prefix)
                .secondLevel(below)
                .remembers(remembers)
                .lease(LEASE, System::nanoTime)
                .build();
    }

    /** On a server of their own, for nobody shares the default prefix. */
    static TwoNodes underTheDefaultPrefix(Path folder) {
        TestRedis redis = new TestRedis(folder);
        return new TwoNodes(redis::client, NamePrefix.DEFAULT, MUCH, redis::close);
    }

    /** On the server that the tests share. */
    static TwoNodes underAnotherPrefix() {
        return thatRemember(MUCH);
    }

    /** There, with so many bytes of memory of their own. */
    static TwoNodes thatRemember(long bytes) {
        return new TwoNodes(
                () -> RedisClient.create(TestStores.shared().redisUrl()),
                new NamePrefix("t" + UUID.randomUUID().toString().substring(0, 8)),
                bytes,
                () -> {});
    }

    /** For what is built by hand, with a breaker that never opens. */
    static RedisCalls calls(RedisClient client) {
        return new RedisCalls(client, "Redis", new Breaker("Redis", 1, Duration.ZERO, Clock.systemUTC()));
    }

    @Override
    public void close() {
        first.close();
        second.close();
        firstClient.close();
        secondClient.close();
        server.run();
    }
}
