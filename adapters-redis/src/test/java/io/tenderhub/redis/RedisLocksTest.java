package io.tenderhub.redis;

import io.tenderhub.contract.DistributedLocksContract;
import io.tenderhub.lock.DistributedLocks;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class RedisLocksTest {

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

    abstract static class OverRedis extends DistributedLocksContract {
        private final TwoNodes nodes;

        OverRedis(TwoNodes nodes) {
            this.nodes = nodes;
        }

        @Override
        protected DistributedLocks locks() {
            return nodes.first.locks();
        }

        @Override
        protected DistributedLocks locksOfAnotherNode() {
            return nodes.second.locks();
        }

        @AfterEach
        void close() {
            nodes.close();
        }
    }
}
