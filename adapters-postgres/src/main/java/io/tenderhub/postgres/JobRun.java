package io.tenderhub.postgres;

import io.tenderhub.failure.TenderHubException;
import io.tenderhub.schedule.Job;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of a job by hand, held against all nodes by its row, with signs of life so that no node takes it up meanwhile. */
final class JobRun {
    private static final Logger LOG = LoggerFactory.getLogger(JobRun.class);
    private final JobRows rows;
    private final Job job;
    private final long version;

    JobRun(JobRows rows, Job job, long version) {
        this.rows = rows;
        this.job = job;
        this.version = version;
    }

    String run(SchedulerPace pace) {
        ScheduledExecutorService heart =
                Executors.newSingleThreadScheduledExecutor(beat -> new Thread(beat, "tenderhub-job-heartbeat"));
        boolean done = false;
        try {
            long millis = pace.heartbeat().toMillis();
            heart.scheduleWithFixedDelay(this::beat, millis, millis, TimeUnit.MILLISECONDS);
            String result = job.work().get();
            done = true;
            return result;
        } finally {
            heart.shutdownNow();
            end(done);
        }
    }

    private void beat() {
        try {
            rows.heartbeat(job.name(), version);
        } catch (TenderHubException e) {
            LOG.warn("job {} can't give a sign of life: {}", job.name(), e.getMessage());
        }
    }

    private void end(boolean done) {
        try {
            if (done) {
                rows.succeeded(job, version);
            } else {
                rows.failed(job.name(), version);
            }
        } catch (TenderHubException e) {
            // What the work came to says more; others take the job up when its last sign of life is old enough.
            LOG.warn("the end of job {} can't be kept: {}", job.name(), e.getMessage());
        }
    }
}
