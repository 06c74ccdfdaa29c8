package io.tenderhub.http.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.cache.Answer;
import io.tenderhub.details.TenderDetails;
import io.tenderhub.http.endpoint.Reply;
import io.tenderhub.tender.StoredTender;
import io.tenderhub.tender.Tender;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RenderedTendersTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final RenderedTenders rendered = new RenderedTenders();

    private static TenderDetails details(long version) {
        Tender tender = Tender.builder("ocds-1", NOON).build();
        return new TenderDetails(new StoredTender(tender, version, NOON), Optional.empty(), Optional.empty(), true);
    }

    @Test
    void theSameObjectIsWrittenOnce() {
        TenderDetails details = details(1);
        Reply first = rendered.of(Answer.fresh(details));

        assertThat(rendered.of(Answer.fresh(details))).isSameAs(first);
        assertThat(rendered.of(Answer.fresh(details(1))))
                .as("another one, though equal")
                .isNotSameAs(first);
    }

    @Test
    void anotherVersionIsAnotherAnswer() {
        int one = rendered.of(Answer.fresh(details(1))).length();

        assertThat(rendered.of(Answer.fresh(details(10))).length()).isEqualTo(one + 1);
    }

    @Test
    void aStaleAnswerIsNeverTakenForAFreshOne() {
        TenderDetails details = details(1);
        Reply stale = rendered.of(Answer.stale(details, NOON));
        Reply fresh = rendered.of(Answer.fresh(details));

        assertThat(stale.length()).isGreaterThan(fresh.length());
        assertThat(rendered.of(Answer.stale(details, NOON)).length()).isEqualTo(stale.length());
    }
}
