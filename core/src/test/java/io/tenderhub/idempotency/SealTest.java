package io.tenderhub.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenderhub.account.UserId;
import io.tenderhub.failure.InvalidInputException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SealTest {
    private static final IdempotencyKey KEY = IdempotencyKey.read("0123456789abcdef");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Seal seal = Seal.of(Requester.ANYBODY, KEY);

    @Test
    void whateverIsClosedOpensAsItWas() {
        Random random = new Random(20_261_121);
        for (int i = 0; i < 200; i++) {
            byte[] body = new byte[random.nextInt(5_000)];
            random.nextBytes(body);
            Map<String, String> headers = new HashMap<>();
            for (int j = random.nextInt(5); j > 0; j--) {
                headers.put("H" + j, "v ü 𝄞 " + random.nextInt());
            }
            RecordedAnswer answer = RecordedAnswer.of(100 + random.nextInt(500), headers, body);

            RecordedAnswer opened = seal.open(seal.close(answer, "f", RANDOM), "f");

            assertThat(opened.status()).isEqualTo(answer.status());
            assertThat(opened.headers()).isEqualTo(headers);
            assertThat(opened.body()).isEqualTo(body);
            assertThat(opened.replayed()).isTrue();
        }
    }

    @Test
    void opensOnlyByTheSameKeyOfTheSameOneForTheSameRequest() {
        byte[] closed = seal.close(RecordedAnswer.of(201, Map.of(), "secret".getBytes(UTF_8)), "f", RANDOM);

        assertThat(seal.open(closed, "f").body()).asString(UTF_8).isEqualTo("secret");
        for (Seal other : List.of(
                Seal.of(Requester.user(new UserId("jo")), KEY),
                Seal.of(Requester.ANYBODY, IdempotencyKey.read("0123456789abcdeF")))) {
            assertThat(other.id()).isNotEqualTo(seal.id());
            refused(other, closed, "f");
        }
        refused(seal, closed, "g");
    }

    @Test
    void noticesEveryChangedByte() {
        byte[] closed = seal.close(RecordedAnswer.of(201, Map.of(), new byte[3]), "f", RANDOM);
        for (int i = 0; i < closed.length; i++) {
            byte[] changed = closed.clone();
            changed[i] ^= 1;
            refused(seal, changed, "f");
            refused(seal, Arrays.copyOf(closed, i), "f");
        }
    }

    @Test
    void twoAnswersOfOneKeyLookDifferent() {
        RecordedAnswer answer = RecordedAnswer.of(201, Map.of(), new byte[100]);

        assertThat(seal.close(answer, "f", RANDOM)).isNotEqualTo(seal.close(answer, "f", RANDOM));
    }

    @Test
    void aKeyIsSixteenTo255VisibleCharacters() {
        for (String good : List.of("x".repeat(16), "~!".repeat(8), "x".repeat(255), "\"8e03978e-40d5-43dd\"")) {
            assertThat(IdempotencyKey.read(good)).hasToString("(idempotency key)");
        }
        for (String bad : List.of(
                "", "x".repeat(15), "x".repeat(256), "x".repeat(16) + " ", "x".repeat(16) + "\n", "ü".repeat(16))) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> IdempotencyKey.read(bad))
                    .satisfies(e -> assertThat(e.problems().get(0).path()).isEqualTo("Idempotency-Key"));
        }
    }

    private static void refused(Seal seal, byte[] closed, String fingerprint) {
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> seal.open(closed, fingerprint));
    }
}
