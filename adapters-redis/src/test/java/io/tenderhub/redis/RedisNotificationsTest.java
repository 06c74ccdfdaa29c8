package io.tenderhub.redis;

import io.tenderhub.contract.NotificationsContract;
import io.tenderhub.notification.Notifications;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class RedisNotificationsTest {

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

    abstract static class OverRedis extends NotificationsContract {
        private final TwoNodes nodes;

        OverRedis(TwoNodes nodes) {
            this.nodes = nodes;
        }

        @Override
        protected Notifications notifications() {
            return nodes.first.notifications();
        }

        @Override
        protected Notifications notificationsOfAnotherNode() {
            return nodes.second.notifications();
        }

        @AfterEach
        void close() {
            nodes.close();
        }
    }
}
