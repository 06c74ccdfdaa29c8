package io.tenderhub.contract;

import io.tenderhub.activity.ActivityLog;
import io.tenderhub.memory.InMemoryHub;
import java.time.Clock;

final class InMemoryActivityLogTest extends ActivityLogContract {
    private final InMemoryHub hub = new InMemoryHub(Clock.systemUTC());

    @Override
    protected ActivityLog log() {
        return hub.activityLog();
    }
}
