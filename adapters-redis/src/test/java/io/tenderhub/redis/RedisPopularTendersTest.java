package io.tenderhub.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.contract.PopularTendersContract;
import io.tenderhub.popularity.Popular;
import io.tenderhub.popularity.PopularTenders;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;

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
        private final RedisPopularTenders popular;

        OverRedis(TwoNodes nodes) {
            this.nodes = nodes;
            this.popular = over(nodes.firstClient);
        }

        @Override
        protected PopularTenders popular() {
            return popular;
        }

        private RedisPopularTenders over(RedisClient client) {
            return new RedisPopularTenders(TwoNodes.calls(client), new RedisKeys(nodes.prefix), clock, Duration.ZERO);
        }

        @Test
        void viewsAreSentTogetherAndBeforeTheListIsAskedFor() {
            Map<String, Long> before = CommandCounts.of(nodes.firstClient);
            for (int i = 0; i < 10_000; i++) {
                popular.seen("ocds-" + i % 3);
            }
            assertThat(popular.top(1)).containsExactly(new Popular("ocds-0", 3_334));

            assertThat(CommandCounts.since(before, nodes.firstClient).get("zincrby"))
                    .isLessThan(1_000);
        }

        @Test
        void anotherNodeSeesViewsInAWhile() {
            try (RedisPopularTenders elsewhere = over(nodes.secondClient)) {
                popular.seen("ocds-1");
                long guard = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
                while (elsewhere.top(1).isEmpty() && System.nanoTime() < guard) {
                    Thread.onSpinWait();
                }
                assertThat(elsewhere.top(1)).containsExactly(new Popular("ocds-1", 1));
            }
        }

        @Test
        void whoClosesSendsWhatIsWaiting() {
            RedisPopularTenders elsewhere = over(nodes.secondClient);
            elsewhere.saved("ocds-1");
            elsewhere.close();
            elsewhere.saved("ocds-2");

            assertThat(popular.top(5)).containsExactly(new Popular("ocds-1", 5));
        }

        @AfterEach
        void close() {
            popular.close();
            nodes.close();
        }
    }
}
