package io.tenderhub.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimingTest {
    private static final ZoneId JOHANNESBURG = ZoneId.of("Africa/Johannesburg");

    @Test
    void aDailyJobIsDueAtItsTimeInItsZone() {
        Timing nightly = new Timing.Daily(LocalTime.of(2, 0), JOHANNESBURG);

        assertThat(nightly.next(Instant.parse("2026-11-20T23:59:59Z"))).isEqualTo("2026-11-21T00:00:00Z");
        assertThat(nightly.next(Instant.parse("2026-11-21T00:00:00Z"))).isEqualTo("2026-11-22T00:00:00Z");
        assertThat(nightly.next(Instant.parse("2026-11-21T00:00:00.000000001Z")))
                .isEqualTo("2026-11-22T00:00:00Z");
    }

    @Test
    void aDailyJobIsDueOnceOnDaysWhenTheClocksChange() {
        Timing inTheGap = new Timing.Daily(LocalTime.of(2, 30), ZoneId.of("Europe/Berlin"));

        assertThat(inTheGap.next(Instant.parse("2026-03-28T12:00:00Z"))).isEqualTo("2026-03-29T01:30:00Z");
        assertThat(inTheGap.next(Instant.parse("2026-10-24T12:00:00Z"))).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(inTheGap.next(Instant.parse("2026-10-25T00:30:00Z"))).isEqualTo("2026-10-26T01:30:00Z");
    }

    @Test
    void everyDailyJobIsDueLaterAndWithinTwoDays() {
        Random random = new Random(7);
        List<String> zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        for (int i = 0; i < 5_000; i++) {
            ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
            Timing daily = new Timing.Daily(LocalTime.ofSecondOfDay(random.nextInt(86_400)), zone);
            Instant after = Instant.ofEpochSecond(random.nextLong(0, 4_000_000_000L));

            Instant next = daily.next(after);

            assertThat(next).as("%s after %s", daily, after).isAfter(after).isBefore(after.plus(Duration.ofHours(49)));
        }
    }

    @Test
    void aRepeatedJobIsDueAfterItsInterval() {
        assertThat(new Timing.Every(Duration.ofHours(1)).next(Instant.EPOCH)).isEqualTo("1970-01-01T01:00:00Z");
        assertThatThrownBy(() -> new Timing.Every(Duration.ofMillis(1))).hasMessageContaining("second");
    }

    @Test
    void aFailedJobIsTriedAgainWithGrowingPausesButNoLaterThanItIsDue() {
        Job hourly = new Job("hourly", "", new Timing.Every(Duration.ofHours(1)), () -> "");
        Job often = new Job("often", "", new Timing.Every(Duration.ofSeconds(10)), () -> "");

        assertThat(hourly.nextAttempt(Instant.EPOCH, 0)).isEqualTo("1970-01-01T00:01:00Z");
        assertThat(hourly.nextAttempt(Instant.EPOCH, 3)).isEqualTo("1970-01-01T00:08:00Z");
        assertThat(hourly.nextAttempt(Instant.EPOCH, 1_000)).isEqualTo("1970-01-01T01:00:00Z");
        assertThat(often.nextAttempt(Instant.EPOCH, 0)).isEqualTo("1970-01-01T00:00:10Z");
    }

    @Test
    void aJobHasAName() {
        assertThatThrownBy(() -> new Job("Nightly Job", "", new Timing.Every(Duration.ofHours(1)), () -> ""))
                .hasMessageContaining("Nightly Job");
    }
}
