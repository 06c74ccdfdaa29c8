package io.tenderhub.redis;

import io.tenderhub.contract.PopularTendersContract;
import io.tenderhub.popularity.PopularTenders;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class RedisPopularTendersTest {

    @Nested
    class UnderTheDefaultPrefix extends OverRedis {
        UnderTheDefaultPrefix(@TempDir Path folder) {
            super(TwoNodes.underTheDefaultPrefix(folder));
        }
    }

    @Nested
    class UnderAnotherPrefix extends OverRedis {
        UnderAnotherPrefix() {
            super(TwoNodes.underAnotherPrefix());
        }
    }

    abstract static class OverRedis extends PopularTendersContract {
        private final TwoNodes nodes;

        OverRedis(TwoNodes nodes) {
            this.nodes = nodes;
        }

        @Override
        protected PopularTenders popular() {
            Breaker breaker = new Breaker("Redis", 5, Duration.ofMinutes(1), clock);
            return new RedisPopularTenders(
                    new RedisCalls(nodes.firstClient, "Redis", breaker),
                    new RedisKeys(nodes.prefix),
                    clock,
                    Duration.ZERO);
        }

        @AfterEach
        void close() {
            nodes.close();
        }
    }
}
