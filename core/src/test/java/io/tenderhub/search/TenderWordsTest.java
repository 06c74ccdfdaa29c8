package io.tenderhub.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.tender.Tender;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TenderWordsTest {
    private static Set<String> words(String description) {
        return TenderWords.of(Tender.builder("ocds-1", Instant.EPOCH)
                .title("Tender")
                .description(description)
                .build());
    }

    @Test
    void areInLowerCaseWithoutAccentsAndEachOnce() {
        assertThat(words("Môreson PAVING paving")).contains("moreson", "paving").doesNotContain("Môreson", "PAVING");
    }

    @Test
    void areNeitherTooShortNorTooLong() {
        assertThat(words("of pit " + "a".repeat(40) + " " + "b".repeat(41)))
                .contains("pit", "a".repeat(40))
                .noneMatch(word -> word.equals("of") || word.startsWith("b"));
    }

    @Test
    void areNoPartsOfNumbersAddressesOrFiles() {
        assertThat(words("RFQ2026abc bids@city.gov.za plan_final roads/paths www.site.org fence."))
                .contains("fence")
                .doesNotContain("abc", "bids", "city", "gov", "plan", "final", "roads", "www", "site", "org");
    }

    @Test
    void comeFromWhereverATenderTells() {
        Tender tender = Tender.builder("ocds-1", Instant.EPOCH)
                .title("Borehole")
                .category("Drilling")
                .province("Limpopo")
                .specialConditions("Helmets")
                .build();

        assertThat(TenderWords.of(tender)).contains("borehole", "drilling", "limpopo", "helmets");
    }
}
