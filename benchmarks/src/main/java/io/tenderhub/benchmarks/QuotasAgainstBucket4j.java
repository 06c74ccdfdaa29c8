package io.tenderhub.benchmarks;

import io.tenderhub.embedded.EmbeddedStores;
import io.tenderhub.embedded.Store;
import io.tenderhub.quota.QuotaPeriod;
import io.tenderhub.quota.QuotaRule;
import io.tenderhub.quota.RateLimit;
import io.tenderhub.redis.RedisAdapter;
import io.tenderhub.team.TeamId;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.RedisClient;

/**
 * Operations a second of quotas and rate limiter and of Bucket4j on the same Redis, alternately:
 * {@code java -cp benchmarks.jar io.tenderhub.benchmarks.QuotasAgainstBucket4j [MILLISECONDS] [ROUNDS] [THREADS...]}.
 */
public final class QuotasAgainstBucket4j {
    private static final ZoneId ZONE = ZoneId.of("Africa/Johannesburg");
    /** More than are reached. */
    private static final int PLENTY = 1_000_000_000;

    private static final int FEW = 100;
    /** Long enough that nobody comes to be granted again. */
    private static final Duration LONG = Duration.ofDays(30);

    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** Each asks less than a hundred times a minute. */
    private static final int USERS = 20_000;

    private QuotasAgainstBucket4j() {}

    /** @param users how many different ones ask */
    private record Kind(String name, boolean grants, int users, Counter ours, Counter peer) {}

    public static void main(String[] arguments) throws InterruptedException {
        int millis = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 31;
        List<Integer> threads = new ArrayList<>();
        for (int i = 2; i < arguments.length; i++) {
            threads.add(Integer.parseInt(arguments[i]));
        }
        try (EmbeddedStores stores = EmbeddedStores.builder().only(Store.REDIS).start();
                RedisClient mine = client(URI.create(stores.redisUrl()));
                RedisClient others = client(URI.create(stores.redisUrl()));
                RedisAdapter adapter = RedisAdapter.builder(mine).build()) {
            List<Kind> kinds = kinds(adapter, new Bucket4jCounters(others));
            System.out.printf(
                    "%-38s %7s %14s %14s %7s%n", "operations a second", "threads", "Tender Hub", "Bucket4j", "ratio");
            for (Kind kind : kinds) {
                for (int count : threads.isEmpty() ? List.of(1, 4, 16, 32) : threads) {
                    compare(kind, count, millis, rounds);
                }
            }
        }
    }

    private static RedisClient client(URI at) {
        GenericObjectPoolConfig<Connection> pool = new GenericObjectPoolConfig<>();
        pool.setMaxTotal(64);
        pool.setMaxIdle(64);
        return RedisClient.builder()
                .hostAndPort(at.getHost(), at.getPort())
                .poolConfig(pool)
                .build();
    }

    private static List<Kind> kinds(RedisAdapter adapter, Bucket4jCounters peer) {
        return List.of(
                new Kind(
                        "quota, granted, one team",
                        true,
                        1,
                        quota(adapter, "plenty", PLENTY),
                        peer.quota(PLENTY, ZONE)),
                new Kind(
                        "quota, granted, many teams",
                        true,
                        USERS,
                        quota(adapter, "many", PLENTY),
                        peer.quota(PLENTY, ZONE)),
                new Kind(
                        "quota, refused, one team",
                        false,
                        1,
                        quota(adapter, "few", FEW),
                        few("few-", peer.quota(FEW, ZONE))),
                new Kind(
                        "rate, granted, many users",
                        true,
                        USERS,
                        rate(adapter, "many", FEW, MINUTE),
                        peer.rate(FEW, MINUTE)),
                new Kind(
                        "rate, granted, one user",
                        true,
                        1,
                        rate(adapter, "plenty", PLENTY, MINUTE),
                        few("plenty-", peer.rate(PLENTY, MINUTE))),
                new Kind(
                        "rate, refused, one user",
                        false,
                        1,
                        rate(adapter, "few", FEW, LONG),
                        few("few-", peer.rate(FEW, LONG))),
                new Kind(
                        "rate, refused, each time by Redis",
                        false,
                        1,
                        rateOfNoMemory(adapter),
                        few("refused-", peer.rate(FEW, LONG))));
    }

    private static Counter quota(RedisAdapter adapter, String name, int most) {
        QuotaRule rule = new QuotaRule(most, QuotaPeriod.DAY);
        return who ->
                adapter.quotas().forTeam(new TeamId(who)).take(name, rule, ZONE).granted();
    }

    private static Counter rate(RedisAdapter adapter, String endpoint, int most, Duration window) {
        RateLimit limit = new RateLimit(most, window);
        return who -> adapter.rateLimiter().ask(who, endpoint, limit).granted();
    }

    /** With a window that is never the same, so that no refusal can be repeated without asking. */
    private static Counter rateOfNoMemory(RedisAdapter adapter) {
        AtomicInteger asked = new AtomicInteger();
        return who -> adapter.rateLimiter()
                .ask(who, "refused", new RateLimit(FEW, LONG.plusNanos(1_000L * asked.incrementAndGet())))
                .granted();
    }

    /** The same under other keys. */
    private static Counter few(String prefix, Counter counter) {
        return who -> counter.take(prefix + who);
    }

    private static void compare(Kind kind, int threads, int millis, int rounds) throws InterruptedException {
        List<Double> ours = new ArrayList<>();
        List<Double> peers = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            // Who begins takes turns, so that neither has the warmer machine.
            double first = rate(kind, round % 2 == 0 ? kind.ours() : kind.peer(), threads, millis);
            double second = rate(kind, round % 2 == 0 ? kind.peer() : kind.ours(), threads, millis);
            if (round > 0) {
                ours.add(round % 2 == 0 ? first : second);
                peers.add(round % 2 == 0 ? second : first);
            }
        }
        double our = Medians.of(ours);
        double peer = Medians.of(peers);
        System.out.printf("%-38s %7d %,14.0f %,14.0f %7.2f%n", kind.name(), threads, our, peer, our / peer);
    }

    private static double rate(Kind kind, Counter counter, int threads, int millis) throws InterruptedException {
        if (!kind.grants()) {
            while (counter.take("u0")) {
                // Until there is none left.
            }
        }
        long[] done = new long[threads];
        IntFunction<Thread> worker = number -> new Thread(() -> {
            long end = System.nanoTime() + millis * 1_000_000L;
            int next = number * (kind.users() / threads);
            long count = 0;
            while (System.nanoTime() < end) {
                if (counter.take("u" + next++ % kind.users()) != kind.grants()) {
                    throw new IllegalStateException(kind.name() + " was not");
                }
                count++;
            }
            done[number] = count;
        });
        List<Thread> all = new ArrayList<>();
        long begin = System.nanoTime();
        for (int i = 0; i < threads; i++) {
            all.add(worker.apply(i));
            all.get(i).start();
        }
        long sum = 0;
        for (int i = 0; i < threads; i++) {
            all.get(i).join();
            sum += done[i];
        }
        return sum * 1e9 / (System.nanoTime() - begin);
    }
}
