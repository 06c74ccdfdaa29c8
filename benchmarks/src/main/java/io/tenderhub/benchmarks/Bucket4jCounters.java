package io.tenderhub.benchmarks;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.serialization.Mapper;
import io.github.bucket4j.redis.jedis.Bucket4jJedis.JedisBasedProxyManagerBuilder;
import io.github.bucket4j.redis.jedis.RedisApi;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import redis.clients.jedis.UnifiedJedis;

/**
 * Bucket4j over the same kind of client, in its only way with Jedis: it reads the bucket, reckons, and swaps it unless somebody
 * else has. A bucket that goes at its refill is its way not to keep what is over.
 */
final class Bucket4jCounters {
    private final ProxyManager<byte[]> proxies;

    Bucket4jCounters(UnifiedJedis client) {
        this.proxies = new JedisBasedProxyManagerBuilder<>(Mapper.BYTES, new Over(client))
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
                .build();
    }

    /** So many a day, full again at midnight. */
    Counter quota(int most, ZoneId zone) {
        return counter(
                "quota:",
                BucketConfiguration.builder()
                        .addLimit(limit -> limit.capacity(most)
                                .refillIntervallyAligned(
                                        most,
                                        Duration.ofDays(1),
                                        LocalDate.now(zone)
                                                .plusDays(1)
                                                .atStartOfDay(zone)
                                                .toInstant()))
                        .build());
    }

    /** So many in a window, one by one full again: a bucket, which lets up to twice as many through as a window that slides. */
    Counter rate(int most, Duration window) {
        return counter(
                "rate:",
                BucketConfiguration.builder()
                        .addLimit(limit -> limit.capacity(most).refillGreedy(most, window))
                        .build());
    }

    private Counter counter(String prefix, BucketConfiguration configuration) {
        return who -> proxies.builder()
                .build((prefix + who).getBytes(StandardCharsets.UTF_8), () -> configuration)
                .tryConsumeAndReturnRemaining(1)
                .isConsumed();
    }

    /** What its own adapter does with a client of Jedis; that one can't be compiled against Jedis 8, which knows no JedisCluster. */
    private record Over(UnifiedJedis client) implements RedisApi {
        @Override
        public Object eval(byte[] script, int keys, byte[]... parameters) {
            return client.eval(script, keys, parameters);
        }

        @Override
        public byte[] get(byte[] key) {
            return client.get(key);
        }

        @Override
        public void delete(byte[] key) {
            client.del(key);
        }
    }
}
