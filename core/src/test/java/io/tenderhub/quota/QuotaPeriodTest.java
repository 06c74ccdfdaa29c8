package io.tenderhub.quota;

import static io.tenderhub.quota.QuotaPeriod.DAY;
import static io.tenderhub.quota.QuotaPeriod.WEEK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class QuotaPeriodTest {
    private static final Duration TICK = Duration.ofNanos(1);
    private static final int[] MINUTES_AROUND = {-1_500, -1_440, -61, -60, -30, -1, 0, 1, 29, 30, 60, 61, 1_440, 1_500};

    @ParameterizedTest(name = "{1} in {0}: the day {2} ends at {3}")
    @CsvSource({
        // An ordinary day: midnight is two hours before that of UTC.
        "Africa/Johannesburg, 2026-11-21T08:00:00Z, 2026-11-21, 2026-11-21T22:00:00Z",
        "Africa/Johannesburg, 2026-11-21T21:59:59.999999999Z, 2026-11-21, 2026-11-21T22:00:00Z",
        "Africa/Johannesburg, 2026-11-21T22:00:00Z, 2026-11-22, 2026-11-22T22:00:00Z",
        // 23 and 25 hours.
        "Europe/Berlin, 2026-03-28T23:00:00Z, 2026-03-29, 2026-03-29T22:00:00Z",
        "Europe/Berlin, 2026-10-24T22:00:00Z, 2026-10-25, 2026-10-25T23:00:00Z",
        // Days that begin at one in the morning, for there is no midnight.
        "America/Sao_Paulo, 2018-11-04T02:59:59Z, 2018-11-03, 2018-11-04T03:00:00Z",
        "America/Sao_Paulo, 2018-11-04T03:00:00Z, 2018-11-04, 2018-11-05T02:00:00Z",
        "Africa/Cairo, 2026-04-23T21:59:59Z, 2026-04-23, 2026-04-23T22:00:00Z",
        "Africa/Cairo, 2026-04-23T22:00:00Z, 2026-04-24, 2026-04-24T21:00:00Z",
        // The hour before midnight comes twice.
        "America/Sao_Paulo, 2018-02-18T01:30:00Z, 2018-02-17, 2018-02-18T03:00:00Z",
        "America/Sao_Paulo, 2018-02-18T02:30:00Z, 2018-02-17, 2018-02-18T03:00:00Z",
        "Africa/Cairo, 2026-10-29T20:30:00Z, 2026-10-29, 2026-10-29T22:00:00Z",
        "Africa/Cairo, 2026-10-29T21:30:00Z, 2026-10-29, 2026-10-29T22:00:00Z",
        // A day that was left out.
        "Pacific/Apia, 2011-12-30T09:59:59Z, 2011-12-29, 2011-12-30T10:00:00Z",
        "Pacific/Apia, 2011-12-30T10:00:00Z, 2011-12-31, 2011-12-31T10:00:00Z",
        // Clocks go back a minute after midnight: the new day has begun, and stays.
        "America/St_Johns, 2010-11-07T02:29:59Z, 2010-11-06, 2010-11-07T02:30:00Z",
        "America/St_Johns, 2010-11-07T02:30:30Z, 2010-11-07, 2010-11-08T03:30:00Z",
        "America/St_Johns, 2010-11-07T03:00:00Z, 2010-11-07, 2010-11-08T03:30:00Z",
        "America/St_Johns, 2010-11-07T03:30:00Z, 2010-11-07, 2010-11-08T03:30:00Z",
        // A quarter of an hour's offset, and the dates that are farthest apart.
        "Asia/Kathmandu, 2026-11-21T18:14:59Z, 2026-11-21, 2026-11-21T18:15:00Z",
        "Pacific/Kiritimati, 2026-11-21T10:00:00Z, 2026-11-22, 2026-11-22T10:00:00Z",
        "Pacific/Pago_Pago, 2026-11-21T10:00:00Z, 2026-11-20, 2026-11-21T11:00:00Z",
    })
    void aDayGoesFromItsFirstMomentToThatOfTheNext(ZoneId zone, Instant instant, LocalDate day, Instant resetsAt) {
        assertThat(DAY.firstDay(instant, zone)).isEqualTo(day);
        assertThat(DAY.resetsAt(instant, zone)).isEqualTo(resetsAt);
    }

    @ParameterizedTest(name = "{1} in {0}: the week of {2} ends at {3}")
    @CsvSource({
        "Africa/Johannesburg, 2026-11-22T21:59:59.999Z, 2026-11-16, 2026-11-22T22:00:00Z",
        "Africa/Johannesburg, 2026-11-22T22:00:00Z, 2026-11-23, 2026-11-29T22:00:00Z",
        "America/New_York, 2026-11-23T04:59:59Z, 2026-11-16, 2026-11-23T05:00:00Z",
        "America/New_York, 2026-11-23T05:00:00Z, 2026-11-23, 2026-11-30T05:00:00Z",
        // Weeks of 167 and 169 hours.
        "Europe/Berlin, 2026-03-22T23:00:00Z, 2026-03-23, 2026-03-29T22:00:00Z",
        "Europe/Berlin, 2026-10-18T22:00:00Z, 2026-10-19, 2026-10-25T23:00:00Z",
        // A week of six days, and one over the end of a year.
        "Pacific/Apia, 2011-12-27T00:00:00Z, 2011-12-26, 2012-01-01T10:00:00Z",
        "Africa/Johannesburg, 2026-12-31T08:00:00Z, 2026-12-28, 2027-01-03T22:00:00Z",
        // The clocks go back over midnight from Sunday to Monday: the week has begun, and stays.
        "America/St_Johns, 2010-11-07T03:00:00Z, 2010-11-01, 2010-11-08T03:30:00Z",
    })
    void aWeekGoesFromMondayToMonday(ZoneId zone, Instant instant, LocalDate monday, Instant resetsAt) {
        assertThat(WEEK.firstDay(instant, zone)).isEqualTo(monday);
        assertThat(WEEK.resetsAt(instant, zone)).isEqualTo(resetsAt);
    }

    @ParameterizedTest
    @EnumSource
    void anyInstantOfAnyZoneIsInThePeriodThatItIsSaidToBeIn(QuotaPeriod period) {
        Random random = new Random(7);
        List<ZoneId> zones = zones();
        for (int i = 0; i < 50_000; i++) {
            holds(period, someInstant(random), zones.get(random.nextInt(zones.size())));
        }
    }

    @ParameterizedTest
    @EnumSource
    void soItIsWhereverClocksAreSet(QuotaPeriod period) {
        for (ZoneId zone : zones()) {
            for (ZoneOffsetTransition set : zone.getRules().getTransitions()) {
                for (int minutes : MINUTES_AROUND) {
                    Instant near = set.getInstant().plus(Duration.ofMinutes(minutes));
                    holds(period, near.minus(TICK), zone);
                    holds(period, near, zone);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void periodsFollowOneAnotherWithoutGapsThroughEveryZonesHistory(QuotaPeriod period) {
        Instant end = Instant.parse("2027-01-01T00:00:00Z");
        for (ZoneId zone : zones()) {
            Instant now = Instant.parse("2009-01-01T00:00:00Z");
            LocalDate day = period.firstDay(now, zone);
            while (now.isBefore(end)) {
                Instant reset = period.resetsAt(now, zone);
                LocalDate next = period.firstDay(reset, zone);
                if (!period.firstDay(reset.minus(TICK), zone).equals(day) || !next.isAfter(day)) {
                    fail("the %s of %s in %s does not end at %s", period, day, zone, reset);
                }
                now = reset;
                day = next;
            }
        }
    }

    private static void holds(QuotaPeriod period, Instant instant, ZoneId zone) {
        LocalDate day = period.firstDay(instant, zone);
        Instant reset = period.resetsAt(instant, zone);
        Instant begin = day.atStartOfDay(zone).toInstant();
        boolean good = !instant.isBefore(begin)
                && instant.isBefore(reset)
                && period.firstDay(begin, zone).equals(day)
                && period.firstDay(reset.minus(TICK), zone).equals(day)
                && period.resetsAt(begin, zone).equals(reset)
                && period.resetsAt(reset.minus(TICK), zone).equals(reset)
                && period.firstDay(reset, zone).isAfter(day)
                && (period == DAY || day.getDayOfWeek() == DayOfWeek.MONDAY);
        if (!good) {
            fail("%s at %s in %s: from %s (%s) to %s", period, instant, zone, day, begin, reset);
        }
    }

    /** One of all that have the same rules. */
    private static List<ZoneId> zones() {
        Map<ZoneRules, ZoneId> byRules = new LinkedHashMap<>();
        ZoneId.getAvailableZoneIds().stream()
                .sorted()
                .map(ZoneId::of)
                .forEach(zone -> byRules.putIfAbsent(zone.getRules(), zone));
        return List.copyOf(byRules.values());
    }

    /** Between 1900 and 2100, now and then a round one. */
    private static Instant someInstant(Random random) {
        long from = Instant.parse("1900-01-01T00:00:00Z").getEpochSecond();
        long to = Instant.parse("2100-01-01T00:00:00Z").getEpochSecond();
        long second = from + (long) (random.nextDouble() * (to - from));
        return random.nextInt(3) == 0
                ? Instant.ofEpochSecond(second - Math.floorMod(second, 1_800))
                : Instant.ofEpochSecond(second, random.nextInt(1_000_000_000));
    }

    @Test
    void hasNamesForKeys() {
        assertThat(DAY.code()).isEqualTo("day");
        assertThat(WEEK.code()).isEqualTo("week");
    }
}
