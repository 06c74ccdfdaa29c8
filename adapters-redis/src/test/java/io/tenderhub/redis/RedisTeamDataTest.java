package io.tenderhub.redis;

import io.tenderhub.cache.Cache;
import io.tenderhub.contract.VolatileTeamDataContract;
import io.tenderhub.quota.Quotas;
import io.tenderhub.team.VolatileTeamData;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class RedisTeamDataTest {

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

    abstract static class OverRedis extends VolatileTeamDataContract {
        private final TwoNodes nodes;

        OverRedis(TwoNodes nodes) {
            this.nodes = nodes;
        }

        @Override
        protected VolatileTeamData data() {
            return nodes.first.volatileTeamData();
        }

        @Override
        protected Quotas quotas() {
            return nodes.first.quotas();
        }

        @Override
        protected Cache cacheOfAnotherNode() {
            return nodes.second.cache();
        }

        @AfterEach
        void close() {
            nodes.close();
        }
    }
}
