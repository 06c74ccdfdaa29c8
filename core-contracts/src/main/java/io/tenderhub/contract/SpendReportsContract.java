package io.tenderhub.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.analytics.BuyerSpend;
import io.tenderhub.analytics.SpendReport;
import io.tenderhub.analytics.SpendReports;
import io.tenderhub.tender.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link SpendReports} promises. */
public abstract class SpendReportsContract {
    private static final Instant NIGHT = Instant.parse("2026-11-21T00:00:00.123456789Z");

    protected abstract SpendReports reports();

    private static SpendReport report(String currency, String amount, Instant at) {
        return new SpendReport(
                currency,
                List.of(
                        new BuyerSpend("Nkomazi – \"A\"", new Money(new BigDecimal(amount), currency), 7),
                        new BuyerSpend("Health", new Money(new BigDecimal("0.01"), currency), 1)),
                at);
    }

    @Test
    void givesBackWhatWasSaved() {
        SpendReport report = report("ZAR", "123456789012345678901234567890.123456789012345678901234567891", NIGHT);

        reports().save(report);

        assertThat(reports().latest("ZAR")).contains(report);
    }

    @Test
    void knowsNoReportThatWasNotSaved() {
        reports().save(report("ZAR", "1", NIGHT));

        assertThat(reports().latest("USD")).isEmpty();
    }

    @Test
    void keepsOneReportForEachCurrency() {
        reports().save(report("ZAR", "1", NIGHT));
        reports().save(report("USD", "2", NIGHT));
        reports().save(report("ZAR", "3", NIGHT.plusSeconds(1)));

        assertThat(reports().currencies()).containsExactlyInAnyOrder("ZAR", "USD");
        assertThat(reports().latest("ZAR")).contains(report("ZAR", "3", NIGHT.plusSeconds(1)));
        assertThat(reports().latest("USD")).contains(report("USD", "2", NIGHT));
    }

    @Test
    void neverReplacesALaterReport() {
        reports().save(report("ZAR", "2", NIGHT.plusSeconds(1)));

        reports().save(report("ZAR", "1", NIGHT));

        assertThat(reports().latest("ZAR")).contains(report("ZAR", "2", NIGHT.plusSeconds(1)));
    }

    @Test
    void keepsThatThereIsNothing() {
        SpendReport empty = new SpendReport("ZAR", List.of(), NIGHT);

        reports().save(empty);

        assertThat(reports().latest("ZAR")).contains(empty);
    }
}
