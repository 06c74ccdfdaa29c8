package io.tenderhub.postgres;

import java.time.Duration;

/**
 * How often a scheduler looks around.
 *
 * @param poll between two looks for due jobs
 * @param heartbeat between two signs of life of a running job
 * @param stopping how long a running job may take to end when the scheduler is closed, and once more after it was interrupted
 */
record SchedulerPace(Duration poll, Duration heartbeat, Duration stopping) {
    static final SchedulerPace STANDARD =
            new SchedulerPace(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(20));

    /** The fewest that the library allows. */
    static final int MISSED_HEARTBEATS = 4;

    /** Without a sign of life for so long, a job is taken up by others. */
    Duration deadAfter() {
        return heartbeat.multipliedBy(MISSED_HEARTBEATS);
    }
}
