package io.tenderhub.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.ingestion.FeedInput;
import io.tenderhub.tender.Award;
import io.tenderhub.tender.Briefing;
import io.tenderhub.tender.Classification;
import io.tenderhub.tender.Contact;
import io.tenderhub.tender.Item;
import io.tenderhub.tender.Money;
import io.tenderhub.tender.Organisation;
import io.tenderhub.tender.Period;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderDocument;
import io.tenderhub.tender.TenderStatus;
import io.tenderhub.tender.WarningCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What published records become; the records are in {@code real}, with their sources. */
class RealRecordsTest {
    private static final Contact DESK =
            new Contact(Optional.of("Tender Desk"), Optional.of("desk@example.org"), Optional.of("012-345-6789"));

    private static List<Tender> read(String file) {
        try (InputStream stream = RealRecordsTest.class.getResourceAsStream("real/" + file)) {
            Collected read = Collected.inOrder(List.of(new FeedInput.Stream(file, stream)));
            assertThat(read.rejects).isEmpty();
            return read.tenders;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Tender one(String file) {
        List<Tender> tenders = read(file);
        assertThat(tenders).hasSize(1);
        return tenders.get(0);
    }

    private static Organisation organisation(String id, String name) {
        return new Organisation(Optional.of(id), name);
    }

    private static List<String> warnings(Tender tender) {
        return tender.warnings().stream()
                .map(warning -> warning.code() + " " + warning.path())
                .toList();
    }

    @Test
    void readsASouthAfricanRelease() {
        Tender tender = one("south-africa.json");
        Organisation works = organisation("320", "Kwazulu Natal - Public Works (Head Office)");

        assertThat(tender.ocid()).isEqualTo("ocds-9t57fa-165050");
        assertThat(tender.id()).isEqualTo("165050");
        assertThat(tender.title()).contains("ZNTM01266W");
        assertThat(tender.heading())
                .isEqualTo("Department of Education: Sanitation Programme for schools: Ugu District :"
                        + " Nositha Primary School : 5GB");
        assertThat(tender.status()).contains(new TenderStatus("active"));
        assertThat(tender.buyer()).contains(works);
        assertThat(tender.procuringEntity()).contains(works);
        assertThat(tender.value()).isEmpty();
        assertThat(tender.procurementMethod()).contains("open");
        assertThat(tender.procurementMethodDetails()).contains("Request for Bid(Open-Tender)");
        assertThat(tender.category()).contains("works");
        assertThat(tender.additionalCategories()).containsExactly("Sewerage");
        assertThat(tender.province()).contains("KwaZulu-Natal");
        assertThat(tender.deliveryLocation())
                .contains("Oatlands Farm / Nositha Location - Nositha Location - Margate - 4278");
        assertThat(tender.tenderPeriod())
                .isEqualTo(new Period(
                        Optional.of(Instant.parse("2026-08-14T00:00:00Z")),
                        Optional.of(Instant.parse("2026-09-16T11:00:00Z"))));
        assertThat(tender.briefing())
                .contains(new Briefing(
                        true,
                        Optional.of(Instant.parse("2026-08-25T11:00:00Z")),
                        Optional.of("at Nositha Primary School")));
        assertThat(tender.documents()).singleElement().satisfies(document -> {
            assertThat(document.title()).contains("Nositha Primary School BOQ Rev 0.pdf");
            assertThat(document.type()).contains("basic");
            assertThat(document.format()).contains("pdf");
            assertThat(document.url()).hasValueSatisfying(url -> assertThat(url).startsWith("https://"));
        });
        assertThat(tender.contact()).contains(DESK);
        assertThat(tender.specialConditions())
                .hasValueSatisfying(
                        text -> assertThat(text).contains("\n\nNote:").doesNotContain("\r"));
        assertThat(tender.language()).contains("en-za");
        assertThat(tender.releaseDate()).isEqualTo(Instant.parse("2026-08-14T00:00:00Z"));
        assertThat(warnings(tender))
                .containsExactlyInAnyOrder(
                        "LOCAL_TIME_MARKED_UTC date",
                        "LOCAL_TIME_MARKED_UTC tender.tenderPeriod.startDate",
                        "LOCAL_TIME_MARKED_UTC tender.tenderPeriod.endDate",
                        "LOCAL_TIME_MARKED_UTC tender.briefingSession.date",
                        "TITLE_IS_REFERENCE tender.title",
                        "VALUE_NOT_DISCLOSED tender.value.amount",
                        "BLANKS_TRIMMED tender.briefingSession.venue",
                        "BLANKS_TRIMMED tender.specialConditions");
    }

    @Test
    void takesASouthAfricanReleaseWithoutSessionForOneWithoutBriefing() {
        Tender tender = one("south-africa-no-session.json");

        assertThat(tender.briefing()).isEmpty();
        assertThat(tender.category()).isEmpty();
        assertThat(tender.additionalCategories()).containsExactly("consultingServices");
        assertThat(warnings(tender))
                .contains(
                        "PLACEHOLDER_DATE tender.briefingSession.date",
                        "PLACEHOLDER_TEXT tender.briefingSession.venue",
                        "EMPTY_TEXT tender.mainProcurementCategory");
    }

    @Test
    void readsABritishAward() {
        Tender tender = one("united-kingdom.json");

        assertThat(tender.title()).contains("Ref 0217/20220801: October 2022 Bus Tenders (Tranche 3)");
        assertThat(tender.buyer()).contains(organisation("GB-CFS-75840", "Transport for Greater Manchester"));
        assertThat(tender.items())
                .containsExactly(new Item(
                        Optional.of("1"),
                        Optional.empty(),
                        List.of(new Classification(
                                Optional.of("CPV"), Optional.of("60100000"), Optional.of("Road transport services")))));
        assertThat(tender.province()).contains("England");
        assertThat(tender.closesAt()).contains(Instant.parse("2022-08-22T22:59:59Z"));
        assertThat(tender.awards())
                .singleElement()
                .satisfies(award -> assertThat(award.suppliers())
                        .contains(organisation("GB-CFS-224451", "Diamond Bus North West")));
        assertThat(warnings(tender)).containsExactly("BLANKS_TRIMMED tender.procurementMethodDetails");
    }

    @Test
    void readsABritishReleaseOfTheFirstStandard() {
        Tender tender = one("united-kingdom-1.0.json");

        assertThat(tender.heading()).isEqualTo("Investment Management Services - Managing a Portfolio of Hedge Funds");
        assertThat(tender.buyer()).contains(new Organisation(Optional.empty(), "Bath and North East Somerset Council"));
        assertThat(tender.contact())
                .contains(new Contact(Optional.of("Tender Desk"), Optional.of("desk@example.org"), Optional.empty()));
        assertThat(tender.status()).contains(new TenderStatus("unsuccessful"));
        assertThat(tender.value()).isEmpty();
        assertThat(warnings(tender)).contains("BLANKS_TRIMMED tender.title", "EMPTY_TEXT buyer.identifier.id");
    }

    @Test
    void readsAParaguayanTender() {
        Tender tender = one("paraguay.json");

        assertThat(tender.title()).contains("PROVISIÓN DE UNIFORMES PARA EL PERSONAL");
        assertThat(tender.buyingOrganisation())
                .contains(organisation(
                        "0fcc1ea201949bdd0204b3597871da38",
                        "Caja de Jubilaciones y Pensiones del Personal de la Ande"));
        assertThat(tender.items()).hasSize(3);
        assertThat(tender.documents())
                .first()
                .extracting(TenderDocument::type)
                .isEqualTo(Optional.of("Carta de Invitación"));
        assertThat(tender.closesAt()).contains(Instant.parse("2014-08-01T13:30:00Z"));
        assertThat(tender.value()).isEmpty();
    }

    @Test
    void readsAParaguayanAwardWithoutTender() {
        Tender tender = one("paraguay-award.json");

        assertThat(tender.id()).isEqualTo(tender.ocid());
        assertThat(tender.heading())
                .isEqualTo("ADQUISICIÓN DE EQUIPOS DE COMUNICACIÓN Y TERMINALES ÓPTICOS DE TRANSMISIÓN");
        assertThat(tender.awards())
                .containsExactly(new Award(
                        Optional.of("274231-adquisicion-equipos-comunicacion-terminales-opticos-transmision-1"),
                        Optional.of("active"),
                        Optional.of(Instant.parse("2016-10-27T20:58:21Z")),
                        Optional.of(new Money(new BigDecimal("180941450.0"), "PYG")),
                        List.of(organisation("80002612-8", "RIEDER Y CIA. SACI"))));
        assertThat(warnings(tender))
                .containsExactlyInAnyOrder("TENDER_ID_MISSING tender.id", "MISPLACED_VALUE tender.title");
    }

    @Test
    void readsAUkrainianTender() {
        Tender tender = one("ukraine.json");

        assertThat(tender.heading()).isEqualTo("Енергія електрична");
        assertThat(tender.buyer()).contains(organisation("UA-EDR-00032106", "Національний банк України"));
        assertThat(tender.province()).contains("Івано-Франківська область");
        assertThat(tender.deliveryLocation())
                .contains("вул. Грушевського, 32, Івано-Франківськ, Івано-Франківська область, 76004, Україна");
        assertThat(tender.value()).contains(new Money(new BigDecimal("1130184.0"), "UAH"));
        assertThat(tender.items().get(0).classifications())
                .extracting(Classification::id)
                .containsExactly(Optional.of("09310000-5"), Optional.of("35.11.1"));
        assertThat(tender.releaseDate()).isEqualTo(Instant.parse("2017-01-13T14:11:16.863956Z"));
        assertThat(tender.raw()).contains("Національний банк України");
    }

    @Test
    void readsAColombianOrderWithADatabasesNumber() {
        Tender tender = one("colombia.json");

        assertThat(tender.buyer()).contains(organisation("830114475", "MINISTERIO DEL INTERIOR - MININTERIOR"));
        assertThat(tender.awards()).singleElement().satisfies(award -> {
            assertThat(award.value()).contains(new Money(new BigDecimal("15890000000"), "COP"));
            assertThat(award.suppliers()).containsExactly(organisation("1", "AUTOMAYOR S.A."));
        });
        assertThat(tender.items()).hasSize(8);
        assertThat(warnings(tender)).contains("AMOUNT_AS_STRING awards[0].value.amount");
    }

    @Test
    void readsAUgandanPlanWithNumbersAsIds() {
        Tender tender = one("uganda.json");

        assertThat(tender.buyer()).contains(organisation("19", "Courts of Judicature"));
        assertThat(tender.value()).contains(new Money(BigDecimal.valueOf(371_049_525), "UGX"));
        assertThat(tender.contact()).isEmpty();
        assertThat(tender.tenderPeriod()).isEqualTo(Period.UNKNOWN);
    }

    @Test
    void readsRowsOfThePortalsSearch() {
        List<Tender> tenders = read("etenders.json");

        Tender briefed = tenders.get(0);
        assertThat(briefed.ocid()).isEqualTo("etenders-132162");
        assertThat(briefed.title()).contains("SCMU8 - 25/26 - 0082");
        assertThat(briefed.heading()).startsWith("Provision of security services for East London District");
        assertThat(briefed.buyer()).contains(organisation("873", "Eastern Cape - Agriculture"));
        assertThat(briefed.category()).contains("Services: Functional (Including Cleaning and Security Services)");
        assertThat(briefed.briefing()).hasValueSatisfying(briefing -> {
            assertThat(briefing.compulsory()).isTrue();
            assertThat(briefing.date()).contains(Instant.parse("2025-09-29T11:00:00Z"));
        });
        assertThat(briefed.specialConditions())
                .hasValueSatisfying(text -> assertThat(text).startsWith("•\tPSIRA"));
        assertThat(briefed.documents())
                .containsExactly(new TenderDocument(
                        Optional.of("5355622d-494c-40c7-81ce-f9547b4fde01"),
                        Optional.empty(),
                        Optional.of("SCMU 25 26 0082 Security El Zwel.pdf"),
                        Optional.empty(),
                        Optional.of("pdf")));
        assertThat(briefed.contact()).contains(DESK);
        assertThat(briefed.status()).contains(new TenderStatus("Published"));
        assertThat(tenders.get(1).briefing()).isEmpty();
        assertThat(tenders.get(1).deliveryLocation()).contains("11 Lind Street, Swellendam, 6740");
        assertThat(tenders.get(1).specialConditions()).isEmpty();
    }

    @Test
    void readsRowsOfThePortalsCsv() {
        List<Tender> tenders = read("etenders.csv");

        assertThat(tenders)
                .extracting(Tender::ocid)
                .containsExactly(
                        "etenders-E1881GXMPHEN",
                        "etenders-147492",
                        "etenders-EPWP-IDTSKILLS- NATCERTLP-CONSTRUCTION-ROADS08202",
                        "etenders-10111514",
                        "etenders-148230",
                        "etenders-EMLM 18/2026");
        assertThat(tenders.get(0).briefing())
                .contains(new Briefing(
                        false, Optional.of(Instant.parse("2025-09-25T09:00:00Z")), Optional.of("Microsoft Teams")));
        assertThat(tenders.get(1).closesAt()).contains(Instant.parse("2026-03-20T21:59:59Z"));
        assertThat(warnings(tenders.get(2))).contains("CONTROL_CHARACTERS Tender Number");
        assertThat(tenders.get(3).briefing()).isEmpty();
        assertThat(tenders.get(4).briefing())
                .hasValueSatisfying(
                        briefing -> assertThat(briefing.compulsory()).isTrue());
        assertThat(tenders.get(4).contact())
                .contains(new Contact(Optional.of("Tender Desk"), Optional.of("desk@example.org"), Optional.empty()));
        assertThat(tenders.get(5).specialConditions())
                .contains("•\tBANK BUSINESS LICENSE.\n•\tLICENSE FROM FINANCIAL SERVICE CONDUCT AUTHORITY. (FSCA)");
        assertThat(tenders)
                .allSatisfy(tender -> assertThat(tender.warnings())
                        .noneMatch(warning -> warning.code() == WarningCode.UNREADABLE_DATE));
    }
}
