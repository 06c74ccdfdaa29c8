package io.tenderhub.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.cidb.CidbClass;
import io.tenderhub.cidb.CidbGrade;
import io.tenderhub.requirement.CidbRequirement;
import io.tenderhub.requirement.Evidence;
import io.tenderhub.tender.Money;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderHit;
import io.tenderhub.tender.TenderPage;
import io.tenderhub.tender.TenderStatus;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswerFormTest {
    private static final String GENERATIONS = "aaaa,bbbb";
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123456789Z");

    private final AnswerForm form = new AnswerForm();

    @Test
    void readsBackWhatItWrote() {
        assertReadBack(page(3), TenderPage.class);
        assertReadBack(page(0), TenderPage.class);
        assertReadBack(
                new CidbRequirement(
                        new CidbGrade(CidbClass.GB, 5),
                        true,
                        false,
                        new Evidence("tender.title", "5GB \u201cor\u201d")),
                CidbRequirement.class);
    }

    @Test
    void readsBackAWholeTender() {
        assertReadBack(Tender.builder("ocds-1", NOON).build(), Tender.class);
    }

    @Test
    void readsBackValuesWithMethodsThatLookLikeFields() {
        assertReadBack(new TenderStatus("active"), TenderStatus.class);
    }

    @Test
    void keepsAmountsDigitByDigit() {
        for (String amount : List.of("1.10", "1E+3", "12345678901234567890.123456789", "0.1")) {
            assertReadBack(new Money(new BigDecimal(amount), "ZAR"), Money.class);
        }
    }

    @Test
    void compressesLongAnswers() {
        TenderPage page = page(200);

        byte[] stored = form.write(GENERATIONS, Optional.of(page)).orElseThrow();

        assertThat(stored).hasSizeLessThan(10_000);
        assertThat(read(stored, GENERATIONS, TenderPage.class)).contains(page);
    }

    @Test
    void anAnswerOfOtherGenerationsIsAMiss() {
        byte[] stored = form.write(GENERATIONS, Optional.of(page(1))).orElseThrow();

        for (String other : List.of("aaaa,cccc", "aaaa", "", "bbbb,aaaa", "aaaa,bbbb,cccc")) {
            assertThat(read(stored, other, TenderPage.class)).isEmpty();
        }
    }

    @Test
    void anAnswerOfAnotherShapeIsAMiss() {
        for (String json : List.of(
                "{}",
                "null",
                "",
                "[]",
                "7",
                "{\"hits\":[]}",
                "{\"hits\":[],\"nextCursor\":null,\"total\":1}",
                "{\"hits\":[],\"nextCursor\":null} {}",
                "{\"hits\":[{\"ocid\":\"a\"}],\"nextCursor\":null}",
                "{\"hits\":[],\"nextCursor\"")) {
            assertThat(read(stored(json), GENERATIONS, TenderPage.class))
                    .as(json)
                    .isEmpty();
        }
        assertThat(read(stored("{\"hits\":[],\"nextCursor\":null}"), GENERATIONS, TenderPage.class))
                .isPresent();
        assertThat(read(stored("{\"amount\":0,\"currency\":\"ZAR\"}"), GENERATIONS, Money.class))
                .as("a value that its own type refuses")
                .isEmpty();
    }

    @Test
    void aTruncatedAndDamagedAnswerIsAMiss() {
        long seed = new SplittableRandom().nextLong();
        System.out.println("seed of aTruncatedAndDamagedAnswerIsAMiss: " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        byte[] stored = form.write(GENERATIONS, Optional.of(page(200))).orElseThrow();
        for (int round = 0; round < 2000; round++) {
            byte[] damaged = Arrays.copyOf(stored, random.nextInt(stored.length));
            if (damaged.length > 0 && random.nextBoolean()) {
                damaged[random.nextInt(damaged.length)] ^= (byte) random.nextInt(1, 256);
            }
            assertThat(read(damaged, GENERATIONS, TenderPage.class)).isEmpty();
        }
    }

    private <V> void assertReadBack(V value, Class<V> type) {
        byte[] stored = form.write(GENERATIONS, Optional.of(value)).orElseThrow();
        assertThat(read(stored, GENERATIONS, type)).contains(value);
    }

    private static byte[] stored(String json) {
        return (GENERATIONS + "\n" + json).getBytes(StandardCharsets.UTF_8);
    }

    private static TenderPage page(int hits) {
        return new TenderPage(
                IntStream.range(0, hits).mapToObj(AnswerFormTest::hit).toList(), Optional.of("cursor"));
    }

    private static TenderHit hit(int number) {
        return new TenderHit(
                "ocds-" + number,
                "RFQ " + number,
                "Supply of \u201cwater\u201d",
                Optional.of("City"),
                Optional.empty(),
                Optional.of("goods"),
                Optional.of("active"),
                Optional.of(new Money(new BigDecimal("100000000000000000000.10"), "ZAR")),
                NOON.plusNanos(number),
                Optional.empty(),
                0.1 + number,
                List.of());
    }

    @Test
    void tellsAbsenceFromNothing() {
        byte[] stored = form.write(GENERATIONS, Optional.empty()).orElseThrow();

        assertThat(form.read(Optional.of(stored), GENERATIONS, TenderPage.class))
                .contains(new Known<>(Optional.empty()));
        assertThat(form.read(Optional.of(stored), "other", TenderPage.class)).isEmpty();
        assertThat(form.read(Optional.empty(), GENERATIONS, TenderPage.class)).isEmpty();
    }

    private <V> Optional<V> read(byte[] stored, String generations, Class<V> type) {
        return form.read(Optional.of(stored), generations, type).flatMap(Known::value);
    }
}
