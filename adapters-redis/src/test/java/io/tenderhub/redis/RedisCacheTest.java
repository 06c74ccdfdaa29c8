package io.tenderhub.redis;

import io.tenderhub.cache.Cache;
import io.tenderhub.contract.CacheContract;
import io.tenderhub.naming.NamePrefix;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;

class RedisCacheTest {

    @Nested
    class UnderTheDefaultPrefix extends OverRedis {
        UnderTheDefaultPrefix(@TempDir Path folder) {
            super(folder, NamePrefix.DEFAULT);
        }
    }

    @Nested
    class UnderAnotherPrefix extends OverRedis {
        UnderAnotherPrefix(@TempDir Path folder) {
            super(folder, new NamePrefix("hub_2"));
        }
    }

    abstract static class OverRedis extends CacheContract {
        private final TestRedis redis;
        private final RedisClient client;
        private final RedisClient clientOfAnotherNode;
        private final Cache cache;
        private final Cache cacheOfAnotherNode;

        OverRedis(Path folder, NamePrefix prefix) {
            redis = new TestRedis(folder);
            client = redis.client();
            clientOfAnotherNode = redis.client();
            cache = RedisAdapter.builder(client).prefix(prefix).build().cache();
            cacheOfAnotherNode = RedisAdapter.builder(clientOfAnotherNode)
                    .prefix(prefix)
                    .build()
                    .cache();
        }

        @Override
        protected Cache cache() {
            return cache;
        }

        @Override
        protected Cache cacheOfAnotherNode() {
            return cacheOfAnotherNode;
        }

        @AfterEach
        void close() {
            client.close();
            clientOfAnotherNode.close();
            redis.close();
        }
    }
}
