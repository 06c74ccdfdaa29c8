package io.tenderhub.contract;

import static io.tenderhub.analytics.SpendDimension.BUYER;
import static io.tenderhub.analytics.SpendDimension.SUPPLIER;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.analytics.Spend;
import io.tenderhub.analytics.SpendDimension;
import io.tenderhub.analytics.SpendReport;
import io.tenderhub.analytics.SpendReports;
import io.tenderhub.tender.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link SpendReports} promises. */
public abstract class SpendReportsContract {
    private static final Instant NIGHT = Instant.parse("2026-11-21T00:00:00.123456789Z");

    protected abstract SpendReports reports();

    private static SpendReport report(String currency, String amount, Instant at) {
        return report(BUYER, currency, amount, at);
    }

    private static SpendReport report(SpendDimension by, String currency, String amount, Instant at) {
        return new SpendReport(
                by,
                currency,
                List.of(
                        Spend.of("Nkomazi – \"A\"", new Money(new BigDecimal(amount), currency), 7),
                        new Spend(Optional.empty(), new Money(new BigDecimal("0.01"), currency), 1, 2)),
                new BigDecimal(amount).add(new BigDecimal("0.01")),
                5,
                at);
    }

    @Test
    void givesBackWhatWasSaved() {
        SpendReport report = report("ZAR", "123456789012345678901234567890.123456789012345678901234567891", NIGHT);

        reports().save(report);

        assertThat(reports().latest(BUYER, "ZAR")).contains(report);
    }

    @Test
    void knowsNoReportThatWasNotSaved() {
        reports().save(report("ZAR", "1", NIGHT));

        assertThat(reports().latest(BUYER, "USD")).isEmpty();
    }

    @Test
    void keepsOneReportForEachCurrency() {
        reports().save(report("ZAR", "1", NIGHT));
        reports().save(report("USD", "2", NIGHT));
        reports().save(report("ZAR", "3", NIGHT.plusSeconds(1)));

        assertThat(reports().currencies(BUYER)).containsExactlyInAnyOrder("ZAR", "USD");
        assertThat(reports().latest(BUYER, "ZAR")).contains(report("ZAR", "3", NIGHT.plusSeconds(1)));
        assertThat(reports().latest(BUYER, "USD")).contains(report("USD", "2", NIGHT));
    }

    @Test
    void keepsDimensionsApart() {
        reports().save(report(BUYER, "ZAR", "1", NIGHT));
        reports().save(report(SUPPLIER, "ZAR", "2", NIGHT));

        assertThat(reports().latest(BUYER, "ZAR")).contains(report(BUYER, "ZAR", "1", NIGHT));
        assertThat(reports().latest(SUPPLIER, "ZAR")).contains(report(SUPPLIER, "ZAR", "2", NIGHT));
        assertThat(reports().currencies(SpendDimension.MONTH)).isEmpty();
    }

    @Test
    void neverReplacesALaterReport() {
        reports().save(report("ZAR", "2", NIGHT.plusSeconds(1)));

        reports().save(report("ZAR", "1", NIGHT));

        assertThat(reports().latest(BUYER, "ZAR")).contains(report("ZAR", "2", NIGHT.plusSeconds(1)));
    }

    @Test
    void keepsThatThereIsNothing() {
        SpendReport empty = new SpendReport(BUYER, "ZAR", List.of(), BigDecimal.ZERO, 0, NIGHT);

        reports().save(empty);

        assertThat(reports().latest(BUYER, "ZAR")).contains(empty);
    }
}
