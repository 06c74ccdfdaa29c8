package io.tenderhub.feeds.ocds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.feeds.published.UnreadableRecordException;
import io.tenderhub.tender.Briefing;
import io.tenderhub.tender.Classification;
import io.tenderhub.tender.Organisation;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderStatus;
import io.tenderhub.tender.Warning;
import io.tenderhub.tender.WarningCode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeQuirksTest {
    @Test
    void keepsAStatusOutsideTheCodelistAndFlagsIt() {
        Tender tender = Mapped.withTender("'status':'Published'");

        assertThat(tender.status()).contains(new TenderStatus("Published"));
        assertThat(Mapped.warnings(tender)).containsExactly("STATUS_NOT_IN_CODELIST tender.status");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null|TAG_MISSING",
                "[]|TAG_MISSING",
                "''|TAG_MISSING",
                "'tender'|TAG_AS_STRING",
                "7|UNEXPECTED_TYPE"
            },
            quoteCharacter = '`')
    void flagsATagThatIsNoArray(String tag, WarningCode code) {
        assertThat(Mapped.warnings(Mapped.with("'tag':" + tag))).containsExactly(code + " tag");
    }

    @Test
    void readsAnObjectWhereAnArrayBelongs() {
        Tender tender = Mapped.with(
                "'awards':{'id':'a','suppliers':{'name':'Acme'}},"
                        + "'tender':{'id':'t','title':'School roofs','items':{'id':1,'additionalClassifications':{'id':'45'}}}");

        assertThat(tender.awards()).hasSize(1);
        assertThat(tender.awards().get(0).suppliers()).containsExactly(new Organisation(Optional.empty(), "Acme"));
        assertThat(tender.items().get(0).classifications())
                .containsExactly(new Classification(Optional.empty(), Optional.of("45"), Optional.empty()));
        assertThat(Mapped.warnings(tender))
                .containsExactlyInAnyOrder(
                        "OBJECT_INSTEAD_OF_ARRAY awards",
                        "OBJECT_INSTEAD_OF_ARRAY awards.suppliers",
                        "OBJECT_INSTEAD_OF_ARRAY tender.items",
                        "OBJECT_INSTEAD_OF_ARRAY tender.items.additionalClassifications");
    }

    @Test
    void readsOtherKindsWhereTheirMeaningIsPlain() {
        Tender tender = Mapped.withTender(
                "'title':2024,'description':['x'],'briefingSession':{'isSession':'Yes','compulsory':'true'}");

        assertThat(tender.title()).contains("2024");
        assertThat(tender.description()).isEmpty();
        assertThat(tender.briefing()).contains(new Briefing(true, Optional.empty(), Optional.empty()));
        assertThat(Mapped.warnings(tender))
                .contains(
                        "UNEXPECTED_TYPE tender.title",
                        "UNEXPECTED_TYPE tender.description",
                        "UNEXPECTED_TYPE tender.briefingSession.isSession",
                        "UNEXPECTED_TYPE tender.briefingSession.compulsory");
    }

    @Test
    void leavesOutTheDetailsOfABriefingThatIsNotHeld() {
        Tender tender = Mapped.withTender(
                "'briefingSession':{'isSession':false,'compulsory':true,'date':'0001-01-01T00:00:00Z'}");

        assertThat(tender.briefing()).isEmpty();
        assertThat(Mapped.warnings(tender))
                .containsExactly(
                        "PLACEHOLDER_DATE tender.briefingSession.date", "MISPLACED_VALUE tender.briefingSession");
    }

    @Test
    void letsTheOcidServeWhereTheTenderHasNoId() {
        Tender tender = Mapped.with("'tender':{'title':'School roofs'}");

        assertThat(tender.id()).isEqualTo("ocds-x-1");
        assertThat(Mapped.warnings(tender)).containsExactly("TENDER_ID_MISSING tender.id");
    }

    @Test
    void makesATenderOfAReleaseAboutAnAwardOnly() {
        Tender tender = Mapped.with(
                "'tender':null,'awards':[{'id':'a','title':'Uniforms','value':{'amount':5,'currency':'PYG'}}]");

        assertThat(tender.heading()).isEqualTo("Uniforms");
        assertThat(tender.awards()).hasSize(1);
        assertThat(Mapped.warnings(tender)).contains("MISPLACED_VALUE tender.title");
    }

    @Test
    void makesATenderOfAReleaseAboutPlanningOnly() {
        assertThat(Mapped.with("'tender':'none','planning':{'budget':{'description':'Uniforms'}}")
                        .heading())
                .isEqualTo("Uniforms");
    }

    @Test
    void findsOrganisationsAmongTheParties() {
        Tender tender = Mapped.with(
                "'parties':[{'id':'1','name':'Town','roles':['buyer'],'contactPoint':{'name':'Desk'}},"
                        + "{'id':'2','name':'Acme','roles':['supplier']}],'awards':[{'id':'a','suppliers':[{'id':'2'}]}]");

        assertThat(tender.buyer()).contains(new Organisation(Optional.of("1"), "Town"));
        assertThat(tender.procuringEntity()).isEmpty();
        assertThat(tender.contact())
                .hasValueSatisfying(contact -> assertThat(contact.name()).contains("Desk"));
        assertThat(tender.awards().get(0).suppliers()).containsExactly(new Organisation(Optional.of("2"), "Acme"));
    }

    @Test
    void takesThePublishersWordsForACategoryWithoutCode() {
        Tender words = Mapped.withTender("'category':'Sewerage','additionalProcurementCategories':['works']");
        Tender coded = Mapped.withTender(
                "'category':'Sewerage','mainProcurementCategory':'works','additionalProcurementCategories':['works','goods']");

        assertThat(words.category()).contains("Sewerage");
        assertThat(words.additionalCategories()).containsExactly("works");
        assertThat(coded.category()).contains("works");
        assertThat(coded.additionalCategories()).containsExactly("Sewerage", "goods");
    }

    @Test
    void takesTheProvinceFromDeliveryAddressesOnlyWhereThereIsOne() {
        String item = "{'id':'1','deliveryAddresses':[{'region':'London'},{'region':'%s','postalCode':'E1'}]}";

        Tender one = Mapped.withTender("'items':[" + String.format(item, "London") + "]");
        Tender two = Mapped.withTender("'items':[" + String.format(item, "Leeds") + "]");

        assertThat(one.province()).contains("London");
        assertThat(one.deliveryLocation()).contains("London; London, E1");
        assertThat(two.province()).isEmpty();
        assertThat(two.deliveryLocation()).contains("London; Leeds, E1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'ocid':null|ocid is missing",
                "'ocid':5|ocid is not a text",
                "'ocid':' '|ocid is empty",
                "'date':null|date is missing",
                "'date':'soon'|date is not a date",
                "'date':'0001-01-01T00:00:00Z'|date is not a date",
                "'date':5|date is not a date"
            })
    void refusesARecordWithoutIdentityOrDate(String field, String reason) {
        assertThatThrownBy(() -> Mapped.with(field))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessage(reason);
    }

    @Test
    void namesTheOcidOfARefusedRecord() {
        assertThatThrownBy(() -> Mapped.with("'date':'soon'"))
                .isInstanceOfSatisfying(
                        UnreadableRecordException.class,
                        e -> assertThat(e.ocid()).contains("ocds-x-1"));
    }

    @Test
    void putsTheWarningsOfReadingFirst() {
        Warning reading = new Warning(WarningCode.NOT_UTF8, "", "Read as windows-1252.");

        Tender tender = new OcdsTenderMapper()
                .map(Mapped.json(Mapped.sound("ocds-x-1", "'tag':'tender'")), Mapped.SOURCE, List.of(reading));

        assertThat(tender.warnings()).first().isEqualTo(reading);
        assertThat(tender.warnings()).hasSize(2);
    }

    @Test
    void keepsTheReleaseAsPublished() {
        assertThat(Mapped.release(
                                "{ 'ocid' : 'o', 'date':'2024-05-06T07:08:09Z', 'x': [1.50, 1E+3, {}], 'tag':[ 'a' ] }")
                        .raw())
                .isEqualTo("{\"ocid\":\"o\",\"date\":\"2024-05-06T07:08:09Z\",\"x\":[1.50,1E+3,{}],\"tag\":[\"a\"]}");
    }
}
