package io.tenderhub.redis;

import io.tenderhub.contract.LiveNewsContract;
import io.tenderhub.notification.Notifications;
import io.tenderhub.team.TeamId;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class RedisLiveNewsTest {

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

    abstract static class OverRedis extends LiveNewsContract {
        private final TwoNodes nodes;

        OverRedis(TwoNodes nodes) {
            this.nodes = nodes;
        }

        @Override
        protected Notifications notifications() {
            return nodes.first.notifications();
        }

        @Override
        protected void forget(TeamId team) {
            nodes.second.volatileTeamData().forget(team);
        }

        @AfterEach
        void close() {
            nodes.close();
        }
    }
}
