package io.tenderhub.redis;

import io.tenderhub.account.SessionStore;
import io.tenderhub.contract.SessionStoreContract;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class RedisSessionsTest {

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

    abstract static class OverRedis extends SessionStoreContract {
        private final TwoNodes nodes;

        OverRedis(TwoNodes nodes) {
            this.nodes = nodes;
        }

        @Override
        protected SessionStore sessions() {
            return over(TwoNodes.calls(nodes.firstClient));
        }

        @Override
        protected SessionStore sessionsOfAnotherNode() {
            return over(TwoNodes.calls(nodes.secondClient));
        }

        private SessionStore over(RedisCalls calls) {
            return new RedisSessions(calls, new RedisKeys(nodes.prefix), clock, new SecureRandom(), life);
        }

        @AfterEach
        void close() {
            nodes.close();
        }
    }
}
