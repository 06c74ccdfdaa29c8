package io.tenderhub.redis;

import io.tenderhub.contract.QuotasContract;
import io.tenderhub.quota.Quotas;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class RedisQuotasTest {

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

    abstract static class OverRedis extends QuotasContract {
        private final TwoNodes nodes;

        OverRedis(TwoNodes nodes) {
            this.nodes = nodes;
        }

        @Override
        protected Quotas quotas() {
            return new RedisQuotas(
                    TwoNodes.calls(nodes.firstClient), new RedisKeys(nodes.prefix), clock, System::nanoTime);
        }

        @Override
        protected Quotas quotasOfAnotherNode() {
            return new RedisQuotas(
                    TwoNodes.calls(nodes.secondClient), new RedisKeys(nodes.prefix), clock, System::nanoTime);
        }

        @AfterEach
        void close() {
            nodes.close();
        }
    }
}
