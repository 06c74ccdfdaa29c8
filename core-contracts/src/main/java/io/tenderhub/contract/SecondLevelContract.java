package io.tenderhub.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.cache.SecondLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What {@link SecondLevel} promises. */
public abstract class SecondLevelContract {
    private static final Duration HOUR = Duration.ofHours(1);

    /** What {@link #secondLevel()} tells the time by. */
    protected final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T08:00:00.123Z"));

    protected abstract SecondLevel secondLevel();

    @Test
    void findsNothingThatWasNotSaved() {
        assertThat(secondLevel().find("search:1")).isEmpty();
    }

    @Test
    void givesBackEveryByte() {
        byte[] answer = new byte[100_000];
        new Random(1).nextBytes(answer);
        secondLevel().save("search:1", answer, HOUR);
        secondLevel().save("search:2", new byte[0], HOUR);

        assertThat(secondLevel().find("search:1"))
                .hasValueSatisfying(found -> assertThat(found).isEqualTo(answer));
        assertThat(secondLevel().find("search:2"))
                .hasValueSatisfying(found -> assertThat(found).isEmpty());
    }

    @Test
    void keepsWhatWasSavedLast() {
        secondLevel().save("search:1", bytes("one"), HOUR);
        secondLevel().save("search:1", bytes("two"), HOUR);

        assertThat(secondLevel().find("search:1")).contains(bytes("two"));
    }

    @Test
    void keysOfAnyLettersAreDifferentOnes() {
        secondLevel().save("team:{acme}:top-five:$a.b c/\u00e9", bytes("one"), HOUR);
        secondLevel().save("team:{acme}:top-five:$a.b c/\u00c9", bytes("two"), HOUR);
        secondLevel().save("k".repeat(400), bytes("three"), HOUR);

        assertThat(secondLevel().find("team:{acme}:top-five:$a.b c/\u00e9")).contains(bytes("one"));
        assertThat(secondLevel().find("team:{acme}:top-five:$a.b c/\u00c9")).contains(bytes("two"));
        assertThat(secondLevel().find("k".repeat(400))).contains(bytes("three"));
    }

    @Test
    void doesNotFindWhatHasExpired() {
        secondLevel().save("short", bytes("one"), Duration.ofMinutes(1));
        secondLevel().save("long", bytes("two"), HOUR);

        clock.advance(Duration.ofMillis(59_999));
        assertThat(secondLevel().find("short")).contains(bytes("one"));

        clock.advance(Duration.ofMillis(1));
        assertThat(secondLevel().find("short")).isEmpty();
        assertThat(secondLevel().find("long")).contains(bytes("two"));
    }

    @Test
    void anAnswerSavedAgainLivesAnew() {
        secondLevel().save("search:1", bytes("one"), HOUR);
        clock.advance(Duration.ofMinutes(59));
        secondLevel().save("search:1", bytes("two"), HOUR);
        clock.advance(Duration.ofMinutes(59));

        assertThat(secondLevel().find("search:1")).contains(bytes("two"));
    }

    @Test
    void doesNotChangeWithTheArrayThatWasSavedOrFound() {
        byte[] answer = bytes("one");
        secondLevel().save("search:1", answer, HOUR);
        answer[0] = 'X';
        secondLevel().find("search:1").orElseThrow()[1] = 'X';

        assertThat(secondLevel().find("search:1")).contains(bytes("one"));
    }

    @Test
    void oneOfManyThatSaveAtOnceIsKept() throws Exception {
        Simultaneously.run(8, thread -> () -> {
            for (int round = 0; round < 25; round++) {
                secondLevel().save("search:" + round, bytes("from " + thread), HOUR);
            }
            return true;
        });

        for (int round = 0; round < 25; round++) {
            assertThat(secondLevel().find("search:" + round))
                    .hasValueSatisfying(
                            found -> assertThat(new String(found, UTF_8)).matches("from [0-7]"));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
