package io.tenderhub.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.consistency.Progress;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What {@link Progress} promises. */
public abstract class ProgressContract {
    /** The clock that the implementation under test is built with. */
    protected final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T08:00:00Z"));

    protected abstract Progress progress();

    @Test
    void knowsNothingOfATaskThatHasNotBegun() {
        assertThat(progress().position("rebuild")).isEmpty();
    }

    @Test
    void keepsTheLatestPositionOfEachTask() {
        progress().remember("rebuild", "ocds-1");
        progress().remember("check", "ocds-0");
        progress().remember("rebuild", "ocds-2 'quoted' – ü 𝄞");

        assertThat(progress().position("rebuild")).contains("ocds-2 'quoted' – ü 𝄞");
        assertThat(progress().position("check")).contains("ocds-0");
    }

    @Test
    void forgetsATaskAndNoOther() {
        progress().remember("rebuild", "ocds-1");
        progress().remember("check", "ocds-0");

        progress().forget("rebuild");
        progress().forget("rebuild");

        assertThat(progress().position("rebuild")).isEmpty();
        assertThat(progress().position("check")).contains("ocds-0");
    }
}
