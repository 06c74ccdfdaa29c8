package io.tenderhub.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short campaign; the command runs longer ones. */
class CrashCampaignIT {
    private static final int CHANGES = 1_200;
    private static final Duration SPAN = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void nothingIsLostOrDoubledWhateverIsKilledFrozenOrTakenAway() throws Exception {
        Plan plan = Plan.ofSeed(System.nanoTime()).withChanges(CHANGES, SPAN).withPatience(Duration.ofMinutes(3));
        Report report;
        try (Grounds grounds = Grounds.open(folder, plan.lease())) {
            report = new Campaign(plan, grounds, WorkerProgram.ofJar(grounds)).run();
        }
        System.out.println(report);

        assertThat(report.differences()).as(report.toString()).isEmpty();
        assertThat(report.tally().changes).hasValue(CHANGES);
        assertThat(report.tally().changesBySql).as("changes by plain SQL").hasPositiveValue();
        assertThat(report.tally().kills).as("kills").hasPositiveValue();
        assertThat(report.tally().freezes).as("freezes").hasPositiveValue();
        assertThat(report.tally().mongoOutages).as("outages of MongoDB").hasPositiveValue();
        assertThat(report.tally().redisOutages).as("outages of Redis").hasPositiveValue();
    }
}
