package io.tenderhub.feeds.ocds;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.tender.Tender;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateQuirksTest {
    private static final String END = " tender.tenderPeriod.endDate";

    private static Tender closing(String date) {
        return Mapped.withTender("'tenderPeriod':{'endDate':'" + date + "'}");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-10-13T11:00:00Z, 2025-10-13T11:00:00Z",
        "2025-10-13t11:00:00z, 2025-10-13T11:00:00Z",
        "2025-10-13T11:00:00+02:00, 2025-10-13T09:00:00Z",
        "2025-10-13T11:00:00+0200, 2025-10-13T09:00:00Z",
        "2025-10-13T11:00:00-02, 2025-10-13T13:00:00Z",
        "2025-10-13 11:00:00+02:00, 2025-10-13T09:00:00Z",
        "2025-10-13T11:00Z, 2025-10-13T11:00:00Z",
        "2025-10-13T11:00:00.1Z, 2025-10-13T11:00:00.100Z",
        "2025-10-13T11:00:00.123456789Z, 2025-10-13T11:00:00.123456789Z"
    })
    void readsWhatPublishersWrite(String published, Instant instant) {
        assertThat(closing(published).closesAt()).contains(instant);
        assertThat(closing(published).warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-10-13T11:00:00, 2025-10-13T11:00:00Z",
        "2025-10-13T11:00:00.1234567, 2025-10-13T11:00:00.123456700Z",
        "2025-10-13, 2025-10-13T00:00:00Z"
    })
    void readsADateWithoutOffsetAsUtc(String published, Instant instant) {
        assertThat(closing(published).closesAt()).contains(instant);
        assertThat(Mapped.warnings(closing(published))).containsExactly("DATE_WITHOUT_ZONE" + END);
    }

    @Test
    void cutsFractionsToNanoseconds() {
        Tender tender = closing("2025-10-13T11:00:00.123456789012Z");

        assertThat(tender.closesAt()).contains(Instant.parse("2025-10-13T11:00:00.123456789Z"));
        assertThat(Mapped.warnings(tender)).containsExactly("FRACTION_TOO_LONG" + END);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01T00:00:00Z", "0001-01-01T00:00:00+02:00", "0001-01-01", "0000-00-00 00:00:00"})
    void takesTheFirstYearForNoDate(String published) {
        assertThat(closing(published).closesAt()).isEmpty();
        assertThat(Mapped.warnings(closing(published))).containsExactly("PLACEHOLDER_DATE" + END);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "soon",
                "13/10/2025",
                "2025-02-30T00:00:00Z",
                "2025-13-01",
                "2025-10-13T25:00:00Z",
                "2025-10-13T10:00:00+99:00"
            })
    void treatsJunkAsAbsent(String published) {
        assertThat(closing(published).closesAt()).isEmpty();
        assertThat(Mapped.warnings(closing(published))).containsExactly("UNREADABLE_DATE" + END);
    }

    @Test
    void treatsADateOfAnotherKindAsAbsent() {
        assertThat(Mapped.warnings(Mapped.withTender("'tenderPeriod':{'endDate':1600000000}")))
                .containsExactly("UNEXPECTED_TYPE" + END);
        assertThat(Mapped.warnings(closing(" "))).containsExactly("EMPTY_TEXT" + END);
    }

    @Test
    void keepsSouthAfricanLocalTimesMarkedUtcAsPublished() {
        Tender tender = Mapped.release(Mapped.sound(
                "ocds-9t57fa-1",
                "'tender':{'id':'t','title':'School roofs','tenderPeriod':{'endDate':'2025-10-13T11:00:00Z'}}"));

        assertThat(tender.closesAt()).contains(Instant.parse("2025-10-13T11:00:00Z"));
        assertThat(Mapped.warnings(tender))
                .isEqualTo(List.of("LOCAL_TIME_MARKED_UTC date", "LOCAL_TIME_MARKED_UTC" + END));
        assertThat(tender.raw()).contains("2025-10-13T11:00:00Z");
    }
}
