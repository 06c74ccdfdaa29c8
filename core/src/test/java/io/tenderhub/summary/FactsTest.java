package io.tenderhub.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.requirement.Requirements;
import io.tenderhub.tender.Briefing;
import io.tenderhub.tender.Contact;
import io.tenderhub.tender.Money;
import io.tenderhub.tender.Period;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FactsTest {
    private static TenderBuilder tender() {
        return Tender.builder("ocds-1", Instant.parse("2026-01-01T00:00:00Z"));
    }

    private static Optional<String> closing(String instant, String raw) {
        Tender tender = tender().tenderPeriod(new Period(Optional.empty(), Optional.of(Instant.parse(instant))))
                .raw(raw)
                .build();
        return Facts.of(tender, Requirements.NONE_STATED).closing();
    }

    @Test
    void hasNoFactsWhereNothingIsSaid() {
        Facts facts = Facts.of(tender().build(), Requirements.NONE_STATED);

        assertThat(facts.line()).isEmpty();
    }

    @Test
    void writesTimesWithTheDigitsTheyWerePublishedWith() {
        assertThat(closing("2026-03-02T11:00:00Z", "{\"endDate\":\"2026-03-02T11:00:00Z\"}"))
                .contains("2026-03-02 11:00");
        assertThat(closing("2026-03-02T09:30:00Z", "{\"endDate\":\"2026-03-02T11:30:00+02:00\"}"))
                .contains("2026-03-02 11:30 +02:00");
        assertThat(closing("2026-03-02T00:00:00Z", "{\"Closing\":\"02/03/2026\"}"))
                .contains("2026-03-02");
        assertThat(closing("2026-03-01T22:00:00Z", "{\"Closing\":\"02/03/2026\"}"))
                .contains("2026-03-02");
    }

    @Test
    void putsAllFactsOnOneLine() {
        Tender tender = tender().briefing(new Briefing(
                        true, Optional.of(Instant.parse("2026-02-01T10:00:00Z")), Optional.of("Town\nhall")))
                .value(new Money(new BigDecimal("1500.50"), "ZAR"))
                .deliveryLocation("12 Main Road, Durban")
                .province("KwaZulu-Natal")
                .contact(new Contact(Optional.of("Supply office"), Optional.empty(), Optional.of("000 111 2222")))
                .build();

        assertThat(Facts.of(tender, Requirements.NONE_STATED).line())
                .isEqualTo("Briefing: compulsory, 2026-02-01 10:00, Town hall | Value: ZAR 1500.50"
                        + " | Place: 12 Main Road, Durban, KwaZulu-Natal | Contact: Supply office, 000 111 2222");
    }
}
