package io.tenderhub.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.cache.SecondLevel;
import io.tenderhub.team.TeamId;
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

    private SecondLevel.Answers everybodys() {
        return secondLevel().forEverybody();
    }

    @Test
    void findsNothingThatWasNotSaved() {
        assertThat(everybodys().find("search:1")).isEmpty();
    }

    @Test
    void givesBackEveryByte() {
        byte[] answer = new byte[100_000];
        new Random(1).nextBytes(answer);
        everybodys().save("search:1", answer, HOUR);
        everybodys().save("search:2", new byte[0], HOUR);

        assertThat(everybodys().find("search:1"))
                .hasValueSatisfying(found -> assertThat(found).isEqualTo(answer));
        assertThat(everybodys().find("search:2"))
                .hasValueSatisfying(found -> assertThat(found).isEmpty());
    }

    @Test
    void keepsWhatWasSavedLast() {
        everybodys().save("search:1", bytes("one"), HOUR);
        everybodys().save("search:1", bytes("two"), HOUR);

        assertThat(everybodys().find("search:1")).contains(bytes("two"));
    }

    @Test
    void keysOfAnyLettersAreDifferentOnes() {
        everybodys().save("team:{acme}:top-five:$a.b c/\u00e9", bytes("one"), HOUR);
        everybodys().save("team:{acme}:top-five:$a.b c/\u00c9", bytes("two"), HOUR);
        everybodys().save("k".repeat(400), bytes("three"), HOUR);

        assertThat(everybodys().find("team:{acme}:top-five:$a.b c/\u00e9")).contains(bytes("one"));
        assertThat(everybodys().find("team:{acme}:top-five:$a.b c/\u00c9")).contains(bytes("two"));
        assertThat(everybodys().find("k".repeat(400))).contains(bytes("three"));
    }

    @Test
    void theSameKeyIsAnotherAnswerForEachTeamAndForEverybody() {
        SecondLevel.Answers acme = secondLevel().forTeam(new TeamId("acme"));
        acme.save("details:1", bytes("of acme"), HOUR);

        assertThat(everybodys().find("details:1")).isEmpty();
        assertThat(everybodys().find("acme/details:1")).isEmpty();
        assertThat(secondLevel().forTeam(new TeamId("other")).find("details:1")).isEmpty();
        secondLevel().forTeam(new TeamId("other")).save("details:1", bytes("of the other"), HOUR);
        everybodys().save("details:1", bytes("everybody's"), HOUR);
        assertThat(acme.find("details:1")).contains(bytes("of acme"));
        assertThat(everybodys().find("details:1")).contains(bytes("everybody's"));
    }

    @Test
    void doesNotFindWhatHasExpired() {
        everybodys().save("short", bytes("one"), Duration.ofMinutes(1));
        everybodys().save("long", bytes("two"), HOUR);

        clock.advance(Duration.ofMillis(59_999));
        assertThat(everybodys().find("short")).contains(bytes("one"));

        clock.advance(Duration.ofMillis(1));
        assertThat(everybodys().find("short")).isEmpty();
        assertThat(everybodys().find("long")).contains(bytes("two"));
    }

    @Test
    void anAnswerSavedAgainLivesAnew() {
        everybodys().save("search:1", bytes("one"), HOUR);
        clock.advance(Duration.ofMinutes(59));
        everybodys().save("search:1", bytes("two"), HOUR);
        clock.advance(Duration.ofMinutes(59));

        assertThat(everybodys().find("search:1")).contains(bytes("two"));
    }

    @Test
    void doesNotChangeWithTheArrayThatWasSavedOrFound() {
        byte[] answer = bytes("one");
        everybodys().save("search:1", answer, HOUR);
        answer[0] = 'X';
        everybodys().find("search:1").orElseThrow()[1] = 'X';

        assertThat(everybodys().find("search:1")).contains(bytes("one"));
    }

    @Test
    void oneOfManyThatSaveAtOnceIsKept() throws Exception {
        Simultaneously.run(8, thread -> () -> {
            for (int round = 0; round < 25; round++) {
                everybodys().save("search:" + round, bytes("from " + thread), HOUR);
            }
            return true;
        });

        for (int round = 0; round < 25; round++) {
            assertThat(everybodys().find("search:" + round))
                    .hasValueSatisfying(
                            found -> assertThat(new String(found, UTF_8)).matches("from [0-7]"));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
