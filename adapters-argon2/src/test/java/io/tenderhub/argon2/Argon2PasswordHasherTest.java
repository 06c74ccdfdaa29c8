package io.tenderhub.argon2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.account.PasswordHash;
import io.tenderhub.account.PasswordHasher;
import io.tenderhub.account.Secret;
import io.tenderhub.contract.PasswordHasherContract;
import io.tenderhub.failure.UnavailableException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2PasswordHasherTest extends PasswordHasherContract {
    private static final Secret PASSWORD = new Secret("password");

    private final PasswordHasher hasher =
            Argon2PasswordHasher.builder().memoryKib(64).build();

    @Override
    protected PasswordHasher hasher() {
        return hasher;
    }

    @Override
    protected PasswordHasher strongerHasher() {
        return Argon2PasswordHasher.builder().memoryKib(128).parallelism(2).build();
    }

    private static byte[] bytes(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    @Test
    void refusesPasswordsWhileTooManyWait() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        PasswordHasher busy = Argon2PasswordHasher.builder()
                .memoryKib(64)
                .atOnce(1)
                .waiting(0)
                .random(new Held(begun, mayEnd))
                .build();
        CompletableFuture<PasswordHash> first = CompletableFuture.supplyAsync(() -> busy.hash(PASSWORD));
        begun.await();

        assertThatThrownBy(() -> busy.hash(PASSWORD)).isInstanceOf(UnavailableException.class);
        assertThatThrownBy(() -> busy.matches(PASSWORD, hasher.hash(PASSWORD)))
                .isInstanceOf(UnavailableException.class);

        mayEnd.countDown();
        assertThat(busy.matches(PASSWORD, first.get())).isTrue();
    }

    /** Randomness that is given when the test says so. */
    private static final class Held extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final transient CountDownLatch begun;
        private final transient CountDownLatch mayEnd;

        Held(CountDownLatch begun, CountDownLatch mayEnd) {
            this.begun = begun;
            this.mayEnd = mayEnd;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            begun.countDown();
            try {
                mayEnd.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** RFC 9106, 5.3; with a secret and associated data, which no password here has. */
    @Test
    void theLibraryGivesTheVectorOfTheStandard() {
        byte[] tag = new byte[32];
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(32)
                .withIterations(3)
                .withParallelism(4)
                .withSalt(bytes(16, 2))
                .withSecret(bytes(8, 3))
                .withAdditional(bytes(12, 4))
                .build());

        argon2.generateBytes(bytes(32, 1), tag);

        assertThat(HexFormat.of().formatHex(tag))
                .isEqualTo("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
    }

    /** Made by the Argon2id of OpenSSL; the first is also among the tests of the reference implementation. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc password",
                "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$K13EBUiG7JV+9ZxztmHFTdb7J0WQsnj2V8bZaqyPptE password",
                "$argon2id$v=19$m=256,t=3,p=4$AAECAwQFBgcICQoLDA0ODw$mooYMnKIAu7ES6czbs64i/Z1XGH3hMpNoqUwrZFPPX0 correct-horse-🦏",
                "$argon2id$v=19$m=64,t=1,p=2$////////////////////////////////$XNBinBaRhYjrA2az2/BiP2Q3j5GNXxEYPiY0JP9HkffKKcV/4qcsSaNkeUT2JaYmqdT1kcaTav7jmJX6DYHa9A xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            })
    void knowsHashesThatOthersMade(String phc, String password) {
        PasswordHash hash = new PasswordHash(phc);

        assertThat(hasher.matches(new Secret(password), hash)).isTrue();
        assertThat(hasher.matches(new Secret(password + "."), hash)).isFalse();
    }

    @Test
    void keepsTheParametersThatOwaspAdvisesAtLeast() {
        assertThat(Argon2PasswordHasher.builder().build().hash(PASSWORD).encoded())
                .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2i$v=19$m=64,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$K13EBUiG7JV+9ZxztmHFTdb7J0WQsnj2V8bZaqyPptE",
                "$argon2id$v=16$m=64,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$K13EBUiG7JV+9ZxztmHFTdb7J0WQsnj2V8bZaqyPptE",
                "$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$K13EBUiG7JV+9ZxztmHFTdb7J0WQsnj2V8bZaqyPptE",
                "$argon2id$v=19$m=64,t=999,p=1$c29tZXNhbHRzb21lc2FsdA$K13EBUiG7JV+9ZxztmHFTdb7J0WQsnj2V8bZaqyPptE",
                "$argon2id$v=19$m=64,t=0,p=1$c29tZXNhbHRzb21lc2FsdA$K13EBUiG7JV+9ZxztmHFTdb7J0WQsnj2V8bZaqyPptE",
                "$argon2id$v=19$m=64,t=2,p=9$c29tZXNhbHRzb21lc2FsdA$K13EBUiG7JV+9ZxztmHFTdb7J0WQsnj2V8bZaqyPptE",
                "$argon2id$v=19$m=64,t=2,p=1$c29tZXNhbHRzb21lc2FsdAA$K13EBUiG7JV+9ZxztmHFTdb7J0WQsnj2V8bZaqyPptE",
                "$argon2id$v=19$m=64,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$"
            })
    void matchesNothingWithAHashItDoesNotMakeOrThatWouldCostTooMuch(String phc) {
        assertThat(hasher.matches(PASSWORD, new PasswordHash(phc))).isFalse();
        assertThat(hasher.isOutdated(new PasswordHash(phc))).isTrue();
    }

    @Test
    void refusesParametersOutOfTheirRange() {
        for (Argon2PasswordHasher.Builder bad : List.of(
                Argon2PasswordHasher.builder().memoryKib(7),
                Argon2PasswordHasher.builder().memoryKib(15).parallelism(2),
                Argon2PasswordHasher.builder().memoryKib(2_000_000),
                Argon2PasswordHasher.builder().iterations(0),
                Argon2PasswordHasher.builder().parallelism(0),
                Argon2PasswordHasher.builder().atOnce(0))) {
            assertThatThrownBy(bad::build).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
