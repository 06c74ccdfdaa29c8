package io.tenderhub.schedule;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** When a job is due. */
public sealed interface Timing permits Timing.Daily, Timing.Every {

    /** The first time that is later than this one. */
    Instant next(Instant after);

    /** Once a day; where the clocks skip that time, as much later as they skip. */
    record Daily(LocalTime at, ZoneId zone) implements Timing {
        public Daily {
            requireNonNull(at);
            requireNonNull(zone);
        }

        @Override
        public Instant next(Instant after) {
            // The day before, because a time that the clocks skip over midnight belongs to it.
            LocalDate day = after.atZone(zone).toLocalDate().minusDays(1);
            Instant next = day.atTime(at).atZone(zone).toInstant();
            while (!next.isAfter(after)) {
                day = day.plusDays(1);
                next = day.atTime(at).atZone(zone).toInstant();
            }
            return next;
        }
    }

    /**
     * Again and again.
     *
     * @param interval from the end of one run to the beginning of the next; at least a second
     */
    record Every(Duration interval) implements Timing {
        public Every {
            if (interval.compareTo(Duration.ofSeconds(1)) < 0) {
                throw new IllegalArgumentException("a job is done every second at most, not every " + interval);
            }
        }

        @Override
        public Instant next(Instant after) {
            return after.plus(interval);
        }
    }
}
