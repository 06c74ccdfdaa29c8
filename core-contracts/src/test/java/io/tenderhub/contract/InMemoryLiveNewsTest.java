package io.tenderhub.contract;

import io.tenderhub.memory.InMemoryHub;
import io.tenderhub.notification.Notifications;
import io.tenderhub.team.TeamId;
import java.time.Clock;

final class InMemoryLiveNewsTest extends LiveNewsContract {
    private final InMemoryHub hub = new InMemoryHub(Clock.systemUTC());

    @Override
    protected Notifications notifications() {
        return hub.notifications();
    }

    @Override
    protected void forget(TeamId team) {
        hub.volatileTeamData().forget(team);
    }
}
