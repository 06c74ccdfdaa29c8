package io.tenderhub.feeds.etenders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenderhub.feeds.published.UnreadableRecordException;
import io.tenderhub.tender.Briefing;
import io.tenderhub.tender.Source;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.WarningCode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EtendersListingMapperTest {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();
    private final EtendersListingMapper mapper = new EtendersListingMapper();

    private Tender csv(String... changes) {
        Map<String, String> row = new LinkedHashMap<>(Map.of(
                "Tender Number", "SCMU8 - 25/26 - 0082",
                "Tender Description", "Security services",
                "Advertised", "18/09/2025",
                "Closing", "13/10/2025",
                "Is there a briefing session?", "No",
                "Tender ID", ""));
        for (int i = 0; i < changes.length; i += 2) {
            row.put(changes[i], changes[i + 1]);
        }
        return mapper.fromCsv(row, new Source("in", "row 1", Source.Format.ETENDERS_CSV), List.of());
    }

    private Tender json(String fields) {
        try {
            ObjectNode row = (ObjectNode) JSON.readTree(
                    "{'id':132162,'tender_No':'SCMU8','date_Published':'2025-09-18T00:00:00'," + fields + "}");
            return mapper.fromJson(row, new Source("in", "data[0]", Source.Format.ETENDERS_JSON), List.of());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void namesATenderByItsPortalIdElseByItsNumberAsWritten() {
        assertThat(csv("Tender ID", "147492").ocid()).isEqualTo("etenders-147492");
        assertThat(csv().ocid()).isEqualTo("etenders-SCMU8 - 25/26 - 0082");
        assertThat(csv("Tender Number", " Q74-2025-26\u0002").ocid()).isEqualTo("etenders-Q74-2025-26");
        assertThat(json("'ocid':null").ocid()).isEqualTo("etenders-132162");
        assertThat(json("'ocid':'ocds-9t57fa-1'").ocid()).isEqualTo("ocds-9t57fa-1");
    }

    @Test
    void readsADayOfClosingToItsEndAndSaysSo() {
        Tender tender = csv();

        assertThat(tender.releaseDate()).isEqualTo(Instant.parse("2025-09-18T00:00:00Z"));
        assertThat(tender.tenderPeriod().start()).contains(Instant.parse("2025-09-18T00:00:00Z"));
        assertThat(tender.closesAt()).contains(Instant.parse("2025-10-13T21:59:59Z"));
        assertThat(tender.warnings())
                .filteredOn(warning -> warning.code() == WarningCode.DATE_WITHOUT_ZONE)
                .extracting(warning -> warning.path())
                .containsExactly("Advertised", "Closing");
    }

    @Test
    void readsTimesWithoutZoneAndSevenFractionDigits() {
        assertThat(json("'closing_Date':'2025-10-13T11:00:00.1234567'").closesAt())
                .contains(Instant.parse("2025-10-13T11:00:00.123456700Z"));
    }

    @Test
    void takesADateUnderIsItCompulsoryForABriefingThatIsNot() {
        Tender tender = csv(
                "Is there a briefing session?",
                "Yes",
                "Is it compulsory?",
                "2025-09-23T10:00:00",
                "Briefing Venue",
                "Town hall");

        assertThat(tender.briefing())
                .contains(new Briefing(
                        false, Optional.of(Instant.parse("2025-09-23T10:00:00Z")), Optional.of("Town hall")));
        assertThat(tender.warnings())
                .anyMatch(warning -> warning.code() == WarningCode.MISPLACED_VALUE
                        && warning.path().equals("Is it compulsory?"));
    }

    @Test
    void leavesOutADateWhereNoBriefingIsHeld() {
        Tender tender = csv("Is it compulsory?", "2025-09-23T10:00:00");

        assertThat(tender.briefing()).isEmpty();
        assertThat(tender.warnings())
                .anyMatch(warning -> warning.code() == WarningCode.MISPLACED_VALUE
                        && warning.path().equals("Is it compulsory?"));
    }

    @Test
    void readsYesAndNoAboutBriefings() {
        assertThat(csv("Is there a briefing session?", "Yes", "Is it compulsory?", "Yes")
                        .briefing())
                .contains(new Briefing(true, Optional.empty(), Optional.empty()));
        assertThat(csv("Is there a briefing session?", "Yes", "Is it compulsory?", "No")
                        .briefing())
                .contains(new Briefing(false, Optional.empty(), Optional.empty()));
        assertThat(csv("Is there a briefing session?", "").briefing()).isEmpty();
        assertThat(
                        json("'briefingSession':true,'briefingCompulsory':true,'compulsory_briefing_session':'2025-09-29T11:00:00'")
                                .briefing())
                .contains(new Briefing(true, Optional.of(Instant.parse("2025-09-29T11:00:00Z")), Optional.empty()));
    }

    @Test
    void treatsPlaceholdersAsAbsentAndEmptyCellsAsNoQuirk() {
        Tender tender = csv(
                "Special Conditions", "N/A", "Telephone number", "000-000-0000", "Contact Person", "SCM", "Email", "");

        assertThat(tender.specialConditions()).isEmpty();
        assertThat(tender.contact())
                .hasValueSatisfying(contact -> assertThat(contact.telephone()).isEmpty());
        assertThat(tender.warnings())
                .filteredOn(warning -> warning.code() == WarningCode.PLACEHOLDER_TEXT)
                .extracting(warning -> warning.path())
                .containsExactlyInAnyOrder("Special Conditions", "Telephone number");
        assertThat(tender.warnings()).noneMatch(warning -> warning.code() == WarningCode.EMPTY_TEXT);
    }

    @Test
    void keepsTheRowAsAnObjectOfItsColumns() {
        assertThat(csv().raw()).contains("\"Tender Number\":\"SCMU8 - 25/26 - 0082\"", "\"Tender ID\":\"\"");
    }

    @Test
    void refusesARowWithoutNumberOrDate() {
        assertThatThrownBy(() -> csv("Tender Number", " ")).isInstanceOf(UnreadableRecordException.class);
        assertThatThrownBy(() -> csv("Advertised", "soon"))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessage("Advertised is not a date");
    }
}
