package io.tenderhub.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.cache.Cache;
import io.tenderhub.cache.CacheTag;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisClusterClient;

/** A server in cluster mode refuses any command whose keys are in different slots, also when it owns them all. */
class ClusterTest {
    @TempDir
    private Path folder;

    @Test
    void aClusterServesTheCache() {
        try (TestRedis redis = new TestRedis(folder, "cluster-enabled yes", "cluster-config-file nodes.conf")) {
            ownAllSlots(redis);
            try (RedisClusterClient cluster = RedisClusterClient.create(new HostAndPort("127.0.0.1", redis.port()))) {
                Cache cache = RedisAdapter.builder(cluster).build().cache();
                var key = Answers.key("a", Answers.TAG, CacheTag.SEARCHES, new CacheTag("third"));

                assertThat(Answers.read(cache, key, 1)).isEqualTo(1);
                assertThat(Answers.read(cache, key, 2)).isEqualTo(1);
                cache.invalidate(Set.of(CacheTag.SEARCHES, new CacheTag("third"), CacheTag.tender("ocds-2")));
                assertThat(Answers.read(cache, key, 3)).isEqualTo(3);
                assertThat(Answers.read(cache, key, 4)).isEqualTo(3);
            }
        }
    }

    private static void ownAllSlots(TestRedis redis) {
        try (Jedis client = new Jedis("127.0.0.1", redis.port())) {
            client.clusterAddSlots(IntStream.range(0, 16_384).toArray());
            while (!client.clusterInfo().contains("cluster_state:ok")) {
                Thread.onSpinWait();
            }
        }
    }
}
