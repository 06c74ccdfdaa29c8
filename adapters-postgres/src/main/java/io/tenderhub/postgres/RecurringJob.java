package io.tenderhub.postgres;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import io.tenderhub.schedule.Job;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A job as a task of the library. */
final class RecurringJob {
    private static final Logger LOG = LoggerFactory.getLogger(RecurringJob.class);
    private final Job job;

    RecurringJob(Job job) {
        this.job = job;
    }

    Task<Void> task() {
        return Tasks.recurring(job.name(), new JobTimes())
                .doNotScheduleOnStartup()
                .onFailure(this::tryAgain)
                .onDeadExecution(this::takeUp)
                .execute((instance, context) ->
                        LOG.info("job {}: {}", job.name(), job.work().get()));
    }

    private void tryAgain(ExecutionComplete failure, ExecutionOperations<Void> operations) {
        Instant next = job.nextAttempt(failure.getTimeDone(), failure.getExecution().consecutiveFailures);
        LOG.warn(
                "job {} failed and is tried again at {}: {}",
                job.name(),
                next,
                failure.getCause().map(Throwable::toString).orElse("no reason given"));
        operations.reschedule(failure, next);
    }

    private void takeUp(ExecutionComplete death, ExecutionOperations<Void> operations) {
        LOG.warn("job {} is taken up: {} gave no sign of life any more", job.name(), death.getExecution().pickedBy);
        operations.reschedule(death, death.getTimeDone());
    }

    /** The job's own times. */
    private final class JobTimes implements Schedule {
        @Override
        public Instant getNextExecutionTime(ExecutionComplete done) {
            return job.timing().next(done.getTimeDone());
        }

        @Override
        public boolean isDeterministic() {
            return false;
        }
    }
}
