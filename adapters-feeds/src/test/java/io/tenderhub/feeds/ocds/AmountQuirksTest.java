package io.tenderhub.feeds.ocds;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.tender.Money;
import io.tenderhub.tender.Tender;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountQuirksTest {
    private static final String AMOUNT = " tender.value.amount";

    private static Tender worth(String json) {
        return Mapped.withTender("'value':{'amount':" + json + ",'currency':'ZAR'}");
    }

    @Test
    void keepsAnAmountExactly() {
        assertThat(worth("208225.660").value()).contains(new Money(new BigDecimal("208225.660"), "ZAR"));
        assertThat(worth("208225.660").raw()).contains("\"amount\":208225.660,");
        assertThat(worth("208225.660").warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "R 1,250,000.00|1250000.00",
                "1 250 000,00|1250000.00",
                "1.250.000,00 ZAR|1250000.00",
                "R1 250 000|1250000",
                "1,250|1250",
                "12,5|12.5",
                "1250000|1250000",
                "1.250.000|1250000",
                "1234.500|1234.500",
                "€ 3.500,50|3500.50"
            })
    void readsAmountsWrittenAsText(String text, BigDecimal amount) {
        Tender tender = worth("'" + text + "'");

        assertThat(tender.value()).contains(new Money(amount, "ZAR"));
        assertThat(Mapped.warnings(tender)).containsExactly("AMOUNT_AS_STRING" + AMOUNT);
    }

    @Test
    void readsADatabasesWayOfWritingLongNumbers() {
        assertThat(worth("{'$numberLong':'15890000000'}").value()).contains(Money.rand(15_890_000_000L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.00", "'0'", "'R 0,00'"})
    void takesZeroForNotDisclosed(String json) {
        assertThat(worth(json).value()).isEmpty();
        assertThat(Mapped.warnings(worth(json))).containsExactly("VALUE_NOT_DISCLOSED" + AMOUNT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-5",
                "'-5'",
                "'R 5 million'",
                "'1,2,3'",
                "'12.34.56'",
                "'1,00.5'",
                "'n/a'",
                "1e400",
                "1e-400",
                "'1e99'"
            })
    void treatsWhatIsNoAmountAsAbsent(String json) {
        assertThat(worth(json).value()).isEmpty();
        assertThat(Mapped.warnings(worth(json))).containsExactly("UNREADABLE_AMOUNT" + AMOUNT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "true", "{}"})
    void treatsOtherKindsAsAbsent(String json) {
        assertThat(worth(json).value()).isEmpty();
        assertThat(Mapped.warnings(worth(json))).containsExactly("UNEXPECTED_TYPE" + AMOUNT);
    }

    @Test
    void needsACurrency() {
        Tender tender = Mapped.withTender("'value':{'amount':5}");

        assertThat(tender.value()).isEmpty();
        assertThat(Mapped.warnings(tender)).containsExactly("CURRENCY_MISSING tender.value.currency");
    }

    @Test
    void isQuietAboutAnAmountThatIsNull() {
        assertThat(worth("null").value()).isEmpty();
        assertThat(worth("null").warnings()).isEmpty();
    }
}
