package io.tenderhub.postgres;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.Waiter;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Task;
import io.tenderhub.failure.ConflictException;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.schedule.Job;
import io.tenderhub.schedule.JobScheduler;
import io.tenderhub.schedule.JobStatus;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/** Does jobs by db-scheduler: each job is a row that the nodes pick, hold by signs of life, and give back with its next time. */
final class ClusterScheduler implements JobScheduler {
    /** Jobs are few and seldom. */
    private static final int THREADS = 2;

    private static final int LONGEST_NAME = 50;
    private final List<Job> jobs;
    private final JobRows rows;
    private final SchedulerPace pace;
    private final String node = nodeName();
    private final Scheduler scheduler;
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();

    ClusterScheduler(Database database, DataSource dataSource, List<Job> jobs, SchedulerPace pace) {
        this.jobs = List.copyOf(jobs);
        if (jobs.stream().map(Job::name).distinct().count() < jobs.size()) {
            throw new IllegalArgumentException("two jobs have the same name");
        }
        this.rows = new JobRows(database);
        this.pace = pace;
        List<Task<?>> tasks = new ArrayList<>();
        jobs.forEach(job -> tasks.add(new RecurringJob(job).task()));
        this.scheduler = new RealTimeBuilder(dataSource, tasks)
                .tableName(database.names().scheduledTasks())
                .schedulerName(new SchedulerName.Fixed(node))
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .clock(database::now)
                .threads(THREADS)
                .pollingInterval(pace.poll())
                .heartbeatInterval(pace.heartbeat())
                .missedHeartbeatsLimit(SchedulerPace.MISSED_HEARTBEATS)
                .shutdownMaxWait(pace.stopping())
                // Failures are told in one line by the job.
                .failureLogging(LogLevel.OFF, false)
                .build();
    }

    @Override
    public void start() {
        if (closed.get() || !started.compareAndSet(false, true)) {
            throw new IllegalStateException("a scheduler is started once");
        }
        jobs.forEach(rows::register);
        scheduler.start();
    }

    @Override
    public String runNow(String name) {
        Job job = jobs.stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("job", name));
        rows.register(job);
        long version = rows.pick(name, node, pace.deadAfter()).orElseThrow(() -> taken(name));
        return new JobRun(rows, job, version).run(pace);
    }

    @Override
    public List<JobStatus> jobs() {
        return rows.statuses(jobs);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            scheduler.stop();
        }
    }

    private ConflictException taken(String name) {
        return new ConflictException("job " + name + " is being done"
                + rows.holder(name).map(holder -> " by " + holder).orElse("") + "; wait for its end");
    }

    /** Process and host. */
    private static String nodeName() {
        String name = ManagementFactory.getRuntimeMXBean().getName();
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    /** Looks for due jobs in real time, whatever clock says what is due: one that stands still would stop the looking. */
    private static final class RealTimeBuilder extends SchedulerBuilder {
        RealTimeBuilder(DataSource dataSource, List<Task<?>> tasks) {
            super(dataSource, tasks);
        }

        @Override
        protected Waiter buildWaiter() {
            return new Waiter(poolingInterval);
        }
    }
}
