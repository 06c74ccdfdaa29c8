package io.tenderhub.contract;

import io.tenderhub.memory.InMemoryHub;
import io.tenderhub.schedule.Job;
import io.tenderhub.schedule.JobScheduler;
import java.util.List;

final class InMemoryJobSchedulerTest extends JobSchedulerContract {
    private final InMemoryHub hub = new InMemoryHub(clock);

    @Override
    protected JobScheduler scheduler(List<Job> jobs) {
        return hub.scheduler(jobs);
    }
}
