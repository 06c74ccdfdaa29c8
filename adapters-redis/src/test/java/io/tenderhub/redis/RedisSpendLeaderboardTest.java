package io.tenderhub.redis;

import io.tenderhub.analytics.SpendLeaderboard;
import io.tenderhub.contract.SpendLeaderboardContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class RedisSpendLeaderboardTest {

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

    abstract static class OverRedis extends SpendLeaderboardContract {
        private final TwoNodes nodes;

        OverRedis(TwoNodes nodes) {
            this.nodes = nodes;
        }

        @Override
        protected SpendLeaderboard board() {
            return nodes.first.spendLeaderboard();
        }

        @AfterEach
        void close() {
            nodes.close();
        }
    }
}
