package io.tenderhub.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.account.PasswordHash;
import io.tenderhub.account.PasswordHasher;
import io.tenderhub.account.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link PasswordHasher} promises. */
public abstract class PasswordHasherContract {
    private static final Secret PASSWORD = new Secret("correct horse battery");

    protected abstract PasswordHasher hasher();

    /** One whose hashes are worth more than those of {@link #hasher}. */
    protected abstract PasswordHasher strongerHasher();

    @Test
    void knowsAPasswordAgain() {
        PasswordHash hash = hasher().hash(PASSWORD);

        assertThat(hasher().matches(PASSWORD, hash)).isTrue();
        assertThat(hasher().matches(new Secret(PASSWORD.reveal()), hash)).isTrue();
    }

    @Test
    void knowsItFromEveryOther() {
        PasswordHash hash = hasher().hash(PASSWORD);

        for (String other : List.of(
                "",
                "correct horse batter",
                "correct horse battery ",
                "Correct horse battery",
                "correct horse battery\u0000",
                "correct horse bättery")) {
            assertThat(hasher().matches(new Secret(other), hash)).as(other).isFalse();
        }
    }

    @Test
    void takesPasswordsOfEveryKind() {
        for (String text : List.of("", " ", "\u0000", "🦏🦏🦏", "ŝĥőṙẗ", "x".repeat(1000))) {
            PasswordHash hash = hasher().hash(new Secret(text));
            assertThat(hasher().matches(new Secret(text), hash)).isTrue();
            assertThat(hasher().matches(new Secret(text + "x"), hash)).isFalse();
        }
    }

    @Test
    void neverMakesTheSameHashTwiceNorOneThatShowsThePassword() {
        PasswordHash one = hasher().hash(PASSWORD);
        PasswordHash two = hasher().hash(PASSWORD);

        assertThat(one).isNotEqualTo(two);
        assertThat(one.encoded()).doesNotContain("horse");
        assertThat(one.toString()).doesNotContain(one.encoded());
    }

    @Test
    void matchesNothingWithWhatIsNoHash() {
        String hash = hasher().hash(PASSWORD).encoded();
        for (String text : List.of("", "x", PASSWORD.reveal(), hash + "x", hash.substring(1), hash.replace('$', '%'))) {
            PasswordHash broken = new PasswordHash(text);
            assertThat(hasher().matches(PASSWORD, broken)).as(text).isFalse();
            assertThat(hasher().isOutdated(broken)).as(text).isTrue();
        }
    }

    @Test
    void knowsHashesOfOtherParametersAndThatTheyAreOutdated() {
        PasswordHash weak = hasher().hash(PASSWORD);
        PasswordHash strong = strongerHasher().hash(PASSWORD);

        assertThat(strongerHasher().matches(PASSWORD, weak)).isTrue();
        assertThat(strongerHasher().matches(new Secret("another"), weak)).isFalse();
        assertThat(strongerHasher().isOutdated(weak)).isTrue();
        assertThat(strongerHasher().isOutdated(strong)).isFalse();
        assertThat(hasher().isOutdated(weak)).isFalse();
        assertThat(hasher().isOutdated(strong)).isTrue();
    }

    @Test
    void servesManyAtOnce() throws Exception {
        PasswordHasher hasher = hasher();

        List<Boolean> right = Simultaneously.run(16, i -> () -> {
            Secret mine = new Secret("password of " + i);
            PasswordHash hash = hasher.hash(mine);
            return hasher.matches(mine, hash) && !hasher.matches(PASSWORD, hash);
        });

        assertThat(right).containsOnly(true);
    }
}
