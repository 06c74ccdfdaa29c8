package io.tenderhub.tender;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CPTC003/25",
                "ZNB02363/00000/00/HOD/GEN/24/T",
                "ZNTM01266W",
                "SCMU8 - 25/26 - 0082",
                "SCMU: 14 - 2025/26",
                "ADVERTISED RFQ 01/10/2025",
                "ID: 3259968",
                "JDADFP/ ADVISORY/25",
                "FBC B3/2025",
                "RFB053/24/25",
                "RFQ NUMBER: KZN/PRASA/2026/02/14/Q",
                "BID NO: SCMU: 05 - 2025/26 - RE-ADVERTISEMENT",
                "NOTICE TO CANCEL TO RE-ADVERTISE TD 02/02/2026",
                "ZNT 29 EDTEA 25/26",
                "SASSA:08-25-CS-NC",
                "Stats SA 003/25",
                "E1126GXGPLET - Name of bidders",
                "E1721GXMPHEN-Bidder's Names",
                "MPKRI11438GX - Cancellation",
                "Letter to Extend Validity Period _MWP1662TX-R(3))",
                "Tender 16 of 2025",
                "10111514",
                "RFQ TP",
                "Tender Awards Notice"
            })
    void takesANumberForAReference(String title) {
        assertThat(Heading.isReference(title)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Grandes Superficies",
                "Eastern Hub Main Works",
                "Defra Noise Modelling Service - Call-Off Contract 2022",
                "Emergencia COVID-19",
                "Adquisición de Scanner",
                "ACQUISITION OF VERTICAL BLINDS",
                "Supply, Installation and Commissioning of Eleven (11) Generators to Different Stations",
                "CONSTRUCCIÓN DE PAVIMENTO TIPO ASFALTO 2016",
                "Енергія електрична 35.11.1",
                "Scanner 2022",
                "RFQ20BZ2026 - MECHANICAL TOOLBOX",
                "Contract cleaning of 3 schools",
                "2025年道路养护工程",
                "Fence"
            })
    void takesWordsForATitle(String title) {
        assertThat(Heading.isReference(title)).isFalse();
    }

    @Test
    void showsTheDescriptionsFirstParagraphInsteadOfAReference() {
        Tender tender = Tender.builder("o", Instant.EPOCH)
                .title("CPTC003/25")
                .description("Boreholes\nfor 47 offices \n\nWestern Cape")
                .build();

        assertThat(tender.heading()).isEqualTo("Boreholes for 47 offices");
    }

    @Test
    void showsTheReferenceWhereThereIsNothingElse() {
        assertThat(Tender.builder("o", Instant.EPOCH)
                        .title("CPTC003/25")
                        .build()
                        .heading())
                .isEqualTo("CPTC003/25");
    }
}
