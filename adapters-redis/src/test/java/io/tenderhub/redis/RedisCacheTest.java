package io.tenderhub.redis;

import io.tenderhub.cache.InspectableCache;
import io.tenderhub.contract.CacheContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class RedisCacheTest {

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

    @Nested
    class WithoutMemoryOfItsOwn extends OverRedis {
        WithoutMemoryOfItsOwn() {
            super(TwoNodes.thatRemember(0));
        }
    }

    abstract static class OverRedis extends CacheContract {
        private final TwoNodes nodes;

        OverRedis(TwoNodes nodes) {
            this.nodes = nodes;
        }

        @Override
        protected InspectableCache cache() {
            return nodes.first.cache();
        }

        @Override
        protected InspectableCache cacheOfAnotherNode() {
            return nodes.second.cache();
        }

        @AfterEach
        void close() {
            nodes.close();
        }
    }
}
