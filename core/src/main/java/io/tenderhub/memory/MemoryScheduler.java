package io.tenderhub.memory;

import io.tenderhub.failure.ConflictException;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.schedule.Job;
import io.tenderhub.schedule.JobScheduler;
import io.tenderhub.schedule.JobStatus;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Looks for due jobs a few times a second and does them on one thread. */
final class MemoryScheduler implements JobScheduler {
    private static final long LOOK_MILLIS = 100;
    private static final long SECONDS_TO_END = 20;
    private final MemoryJobs standing;
    private final List<Job> jobs;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "tenderhub-jobs"));
    private final AtomicBoolean started = new AtomicBoolean();

    MemoryScheduler(MemoryJobs standing, List<Job> jobs) {
        this.standing = standing;
        this.jobs = List.copyOf(jobs);
        if (jobs.stream().map(Job::name).distinct().count() < jobs.size()) {
            throw new IllegalArgumentException("two jobs have the same name");
        }
    }

    @Override
    public void start() {
        if (thread.isShutdown() || !started.compareAndSet(false, true)) {
            throw new IllegalStateException("a scheduler is started once");
        }
        jobs.forEach(standing::register);
        thread.scheduleWithFixedDelay(this::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        for (Job job : jobs) {
            if (!thread.isShutdown() && standing.pick(job, true)) {
                try {
                    run(job, true);
                } catch (RuntimeException e) {
                    // Kept as the job's failure; the other jobs go on.
                    continue;
                }
            }
        }
    }

    @Override
    public String runNow(String name) {
        Job job = jobs.stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("job", name));
        standing.register(job);
        if (!standing.pick(job, false)) {
            throw new ConflictException("job " + name + " is being done; wait for its end");
        }
        return run(job, false);
    }

    private String run(Job job, boolean wasDue) {
        boolean done = false;
        try {
            String result = job.work().get();
            done = true;
            return result;
        } finally {
            if (done) {
                standing.succeeded(job);
            } else {
                standing.failed(job, wasDue);
            }
        }
    }

    @Override
    public List<JobStatus> jobs() {
        return jobs.stream().map(standing::status).toList();
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
