package io.tenderhub.redis;

import io.tenderhub.cache.Cache;
import io.tenderhub.contract.CacheContract;
import io.tenderhub.naming.NamePrefix;
import io.tenderhub.teststores.TestStores;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;

class RedisCacheTest {

    /** On a server of its own, for nobody shares the default prefix. */
    @Nested
    class UnderTheDefaultPrefix extends OverRedis {
        private final TestRedis redis;

        UnderTheDefaultPrefix(@TempDir Path folder) {
            redis = new TestRedis(folder);
            open(redis::client, NamePrefix.DEFAULT);
        }

        @AfterEach
        void stop() {
            redis.close();
        }
    }

    /** On the server that the tests share. */
    @Nested
    class UnderAnotherPrefix extends OverRedis {
        UnderAnotherPrefix() {
            open(
                    () -> RedisClient.create(TestStores.shared().redisUrl()),
                    new NamePrefix("t" + UUID.randomUUID().toString().substring(0, 8)));
        }
    }

    abstract static class OverRedis extends CacheContract {
        private final List<RedisClient> clients = new ArrayList<>();
        private final List<Cache> nodes = new ArrayList<>();

        final void open(Supplier<RedisClient> client, NamePrefix prefix) {
            for (int node = 0; node < 2; node++) {
                clients.add(client.get());
                nodes.add(RedisAdapter.builder(clients.get(node))
                        .prefix(prefix)
                        .build()
                        .cache());
            }
        }

        @Override
        protected Cache cache() {
            return nodes.get(0);
        }

        @Override
        protected Cache cacheOfAnotherNode() {
            return nodes.get(1);
        }

        @AfterEach
        void close() {
            clients.forEach(RedisClient::close);
        }
    }
}
