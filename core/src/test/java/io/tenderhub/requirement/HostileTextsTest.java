package io.tenderhub.requirement;

import io.tenderhub.tender.Tender;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that say the beginning of something over and over again take no longer than others of their length. */
class HostileTextsTest {
    private static final int LENGTH = 400_000;

    /** Whatever went back over its text would take hours or run out of stack; the limit only ends a hang. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                " ",
                "two ",
                "sixty-",
                "((1) ",
                "5CE",
                "CE5",
                "cidb grade 5 ",
                "CIDB grade 1 CE CE ",
                "three (3) CE, ",
                "so ",
                "so , ",
                "CE\u00a0",
                "year",
                "5 years of a b c ",
                "five (five) years a b c experience ",
                "experience of at least minimum of ",
                "contract of at least ",
                "24-month ",
                "youth a 10 point",
                "black black ",
                "B-BBEE status level verification ",
                "SBD 1 and aaaaaaaaaaaa",
                "department of the a and ",
                "x\u0301",
                "non-compulsory tender site bid ",
                "company a b c local office (",
                "bidders must be based in ",
                "80 / 20 / 1 ",
                "construction"
            })
    void takesNoLongerOverWhatIsNeverFinished(String piece) {
        String text = piece.repeat(LENGTH / piece.length());
        Tender tender = Tender.builder("ocds-1", Instant.EPOCH)
                .description(text)
                .category(text)
                .build();

        Assertions.assertTimeoutPreemptively(Duration.ofMinutes(1), () -> new RequirementFinder().find(tender));
    }
}
