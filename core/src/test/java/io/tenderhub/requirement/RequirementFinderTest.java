package io.tenderhub.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.tender.Briefing;
import io.tenderhub.tender.Item;
import io.tenderhub.tender.Tender;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequirementFinderTest {
    private final RequirementFinder finder = new RequirementFinder();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The 80/20 preference point system applies | 80/20",
                "Preference points scoring system applicable is 80/20: according to | 80/20",
                "Preference point system 80:20 | 80/20",
                "SPECIFIC GOALS & POINTS :80/20 Local Enterprises:10 | 80/20",
                "either the 80/20 or 90/10 preference point system shall apply | both",
                "evaluated on 90/10 | 90/10",
                "Tender 80/20/2025 |",
                "at 10:80:20 today |",
                "Room 180/20 |"
            })
    void findsThePreferenceSystem(String text, String expected) {
        assertThat(find(text).preferenceSystem().map(found -> found.value().code()))
                .isEqualTo(Optional.ofNullable(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a minimum of five (5) years' experience in similar works | 5",
                "3 years relevant experience | 3",
                "at least 10 years experience | 10",
                "must have operational experience of at least 4 years | 4",
                "experience of the company carries 25 points |",
                "contract for a period of 5 years, experienced bidders |",
                "the offer is valid for 5 years |"
            })
    void findsYearsOfExperience(String text, Integer expected) {
        assertThat(find(text).experienceYears().map(Finding::value)).isEqualTo(Optional.ofNullable(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cleaning services for a period of 36 months | 36",
                "FOR A PERIOD OF THREE (3) YEARS | 36",
                "a 24-month contract | 24",
                "for a period of four (04) months | 4",
                "PERIOD OF FIFTY-THREE (53) MONTHS | 53",
                "validity period of 90 days |",
                "a warranty period of 12 months |",
                "supply of a generator |"
            })
    void findsTheTermInMonths(String text, Integer expected) {
        assertThat(find(text).termMonths().map(Finding::value)).isEqualTo(Optional.ofNullable(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "must be registered on the CSD and submit a tax PIN | CSD;TAX",
                "valid SARS tax clearance certificate | TAX",
                "PSiRA registration and a letter of good standing | COIDA;PSIRA",
                "NHBRC certificate | NHBRC",
                "B-BBEE certificate or sworn affidavit | BBBEE",
                "registered with ECSA or SACPCMP | ECSA;SACPCMP",
                "Training on SARS payroll practices |"
            })
    void findsRegistrations(String text, String expected) {
        assertThat(find(text).registrations().stream().map(Finding::value).sorted())
                .containsExactlyElementsOf(expected == null ? List.of() : List.of(expected.split(";")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "complete SBD 1, SBD 3.1 and SBD 6.1 | SBD1;SBD3.1;SBD6.1",
                "SBD 1, 4 and 6.1 must be signed | SBD1;SBD4;SBD6.1",
                "all MBD4 and MBD 9 forms | MBD4;MBD9",
                "SBD 4 and 5 copies of it | SBD4",
                "the SBD forms |"
            })
    void findsForms(String text, String expected) {
        assertThat(find(text).forms().stream().map(Finding::value).sorted())
                .containsExactlyElementsOf(expected == null ? List.of() : List.of(expected.split(";")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A compulsory briefing session will be held | true",
                "COMPULSORY SITE INSPECTION on Monday | true",
                "A non-compulsory briefing session will be held | false",
                "Compulsory forms are attached |"
            })
    void findsBriefingsInWords(String text, Boolean expected) {
        assertThat(find(text).briefing().map(Requirements.BriefingRequirement::compulsory))
                .isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void takesTheBriefingFromItsFieldBeforeWords() {
        Tender tender = Tender.builder("ocds-1", Instant.EPOCH)
                .description("A compulsory briefing session will be held")
                .briefing(new Briefing(false, Optional.of(Instant.EPOCH), Optional.of("Hall")))
                .build();

        Requirements.BriefingRequirement briefing =
                finder.find(tender).briefing().orElseThrow();

        assertThat(briefing.compulsory()).isFalse();
        assertThat(briefing.venue()).contains("Hall");
    }

    @Test
    void findsLocalPresenceAndLevels() {
        assertThat(find("with a local office (Amathole District)").localPresence())
                .isPresent();
        assertThat(find("Bidders must be based in the Ugu district.").localPresence())
                .isPresent();
        assertThat(find("delivered to the local clinic").localPresence()).isEmpty();
        assertThat(find("minimum B-BBEE Level 4").bbbeeLevel().map(Finding::value))
                .contains(4);
        assertThat(find("B-BBEE level 1 or 2 contributors").bbbeeLevel().map(Finding::value))
                .contains(2);
        assertThat(find("B-BBEE status level of contribution").bbbeeLevel()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Provision of cleaning services at the depot,CLEANING",
        "Physical security guarding services,SECURITY",
        "Software licences and ICT support,INFORMATION_TECHNOLOGY",
        "Construction of a new classroom block,CONSTRUCTION",
        "Catering for the annual conference,CATERING",
        "Department of Education: sanitation programme for schools,WATER_AND_SANITATION",
        "DEPARTMENT OF HEALTH: repairs to the roof; construction,CONSTRUCTION"
    })
    void findsTheSector(String text, Sector expected) {
        assertThat(find(text).sector().map(Finding::value)).contains(expected);
    }

    @Test
    void namesTheFieldOfEachItem() {
        Tender tender = Tender.builder("ocds-1", Instant.EPOCH)
                .items(List.of(
                        new Item(Optional.empty(), Optional.of("Paint"), List.of()),
                        new Item(Optional.empty(), Optional.of("CIDB grading: 3GB"), List.of())))
                .build();

        assertThat(finder.find(tender).cidb())
                .singleElement()
                .satisfies(found -> assertThat(found.evidence().field()).isEqualTo("tender.items[1].description"));
    }

    @Test
    void saysNothingWhereNothingIsStated() {
        assertThat(find("xyzzy").cidb()).isEmpty();
        assertThat(finder.find(Tender.builder("ocds-1", Instant.EPOCH).build())).isEqualTo(Requirements.NONE_STATED);
    }

    private Requirements find(String text) {
        return finder.find(
                Tender.builder("ocds-1", Instant.EPOCH).description(text).build());
    }
}
