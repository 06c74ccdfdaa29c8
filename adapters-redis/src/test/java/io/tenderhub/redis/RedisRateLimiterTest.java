package io.tenderhub.redis;

import io.tenderhub.contract.RateLimiterContract;
import io.tenderhub.quota.RateLimiter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class RedisRateLimiterTest {

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

    abstract static class OverRedis extends RateLimiterContract {
        private final TwoNodes nodes;

        OverRedis(TwoNodes nodes) {
            this.nodes = nodes;
        }

        @Override
        protected RateLimiter limiter() {
            return nodes.first.rateLimiter();
        }

        @Override
        protected RateLimiter limiterOfAnotherNode() {
            return nodes.second.rateLimiter();
        }

        @Override
        protected Instant now() {
            return ServerTime.of(nodes.firstClient);
        }

        @Override
        protected void pass(Duration time) {
            Instant until = now().plus(time);
            while (now().isBefore(until)) {
                try {
                    TimeUnit.MILLISECONDS.sleep(1);
                } catch (InterruptedException e) {
                    throw new IllegalStateException("nobody interrupts a test", e);
                }
            }
        }

        @AfterEach
        void close() {
            nodes.close();
        }
    }
}
