package io.tenderhub.contract;

import static io.tenderhub.analytics.CountedBy.CLOSING_WEEK;
import static io.tenderhub.analytics.CountedBy.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.analytics.Count;
import io.tenderhub.analytics.CountReport;
import io.tenderhub.analytics.CountReports;
import io.tenderhub.analytics.CountedBy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link CountReports} promises. */
public abstract class CountReportsContract {
    private static final Instant NIGHT = Instant.parse("2026-11-21T00:00:00.123456789Z");

    protected abstract CountReports countReports();

    private static CountReport report(CountedBy by, long tenders, Instant at) {
        return new CountReport(
                by, List.of(new Count(Optional.of("«any»"), tenders), new Count(Optional.empty(), 1)), at);
    }

    @Test
    void givesBackTheLatestOfEach() {
        countReports().save(report(STATUS, Long.MAX_VALUE, NIGHT));
        countReports().save(report(CLOSING_WEEK, 2, NIGHT));

        assertThat(countReports().latest(STATUS)).contains(report(STATUS, Long.MAX_VALUE, NIGHT));
        assertThat(countReports().latest(CLOSING_WEEK)).contains(report(CLOSING_WEEK, 2, NIGHT));
    }

    @Test
    void neverReplacesALaterReport() {
        assertThat(countReports().latest(STATUS)).isEmpty();
        countReports().save(report(STATUS, 2, NIGHT.plusSeconds(1)));
        countReports().save(report(STATUS, 1, NIGHT));

        assertThat(countReports().latest(STATUS)).contains(report(STATUS, 2, NIGHT.plusSeconds(1)));
    }

    @Test
    void keepsThatThereIsNothing() {
        countReports().save(report(STATUS, 2, NIGHT));
        countReports().save(new CountReport(STATUS, List.of(), NIGHT.plusSeconds(1)));

        assertThat(countReports().latest(STATUS).orElseThrow().counts()).isEmpty();
    }
}
