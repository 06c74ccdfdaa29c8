package io.tenderhub.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tenderhub.failure.FieldProblem;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.failure.NotAuthenticatedException;
import io.tenderhub.failure.QuotaExceededException;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.memory.InMemoryHub;
import io.tenderhub.quota.RateLimiter;
import io.tenderhub.quota.WithoutCount;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoginsTest {
    private static final Secret GOOD = new Secret("correct horse battery");
    private static final Secret OTHER = new Secret("another good one");

    private final TestClock clock = new TestClock();
    private final InMemoryHub hub = new InMemoryHub(clock);
    private final QuickHasher hasher = new QuickHasher();
    private final SecureRandom random = new SecureRandom();
    private final Accounts accounts = new Accounts(hub.unitOfWork(), hasher, hub.sessions(), clock, random);
    private final List<UnavailableException> journal = new ArrayList<>();
    private final Logins logins = logins(hub.rateLimiter(), WithoutCount.letThrough(journal::add));
    private final User jo = accounts.register("jo@example.org", "Jo", GOOD);

    private Logins logins(RateLimiter limiter, WithoutCount whenAway) {
        LoginAttempts attempts = new LoginAttempts(limiter, LoginAttempts.USUAL, whenAway, clock);
        return new Logins(hub.unitOfWork(), hasher, hub.sessions(), attempts, random);
    }

    private PasswordHash kept() {
        return hub.unitOfWork()
                .<PasswordHash>forSystem(
                        transaction -> transaction.users().password(jo.id()).orElseThrow());
    }

    @Test
    void opensASessionForWhoKnowsThePassword() {
        Secret token = logins.login(" Jo@Example.ORG ", GOOD);

        assertThat(logins.authenticate(token)).isEqualTo(jo);
        logins.logout(token);
        assertThatThrownBy(() -> logins.authenticate(token)).isInstanceOf(NotAuthenticatedException.class);
    }

    @Test
    void knowsAPasswordHoweverItsLettersAreComposed() {
        User zoe = accounts.register("zoe@example.org", "Zoë", new Secret("Zo\u00eb's secret"));

        assertThat(logins.authenticate(logins.login("zoe@example.org", new Secret("Zoe\u0308's secret"))))
                .isEqualTo(zoe);
    }

    @Test
    void answersTheSameAfterTheSameWorkWhateverIsWrong() {
        accounts.disable(accounts.register("off@example.org", "Off", GOOD).id());
        hasher.compared.clear();

        Throwable unknown = catchThrowable(() -> logins.login("nobody@example.org", GOOD));
        Throwable noAddress = catchThrowable(() -> logins.login("nobody", GOOD));
        Throwable wrong = catchThrowable(() -> logins.login("jo@example.org", OTHER));
        Throwable disabled = catchThrowable(() -> logins.login("off@example.org", GOOD));
        Throwable tooLong = catchThrowable(() -> logins.login("jo@example.org", new Secret("x".repeat(100_000))));

        assertThat(List.of(unknown, noAddress, wrong, disabled, tooLong)).allSatisfy(failure -> {
            assertThat(failure).isInstanceOf(NotAuthenticatedException.class);
            assertThat(failure).hasMessage(unknown.getMessage());
        });
        assertThat(hasher.compared).hasSize(5);
        assertThat(hasher.compared.get(0)).isEqualTo(hasher.compared.get(1)).isNotEqualTo(kept());
    }

    @Test
    void letsTenAttemptsAtAnAddressThroughInFiveMinutesWhetherAnybodyHasItOrNot() {
        for (String address : List.of("jo@example.org", "nobody@example.org")) {
            for (int i = 0; i < 10; i++) {
                assertThatThrownBy(() -> logins.login(address, OTHER)).isInstanceOf(NotAuthenticatedException.class);
                clock.advance(Duration.ofSeconds(6));
            }

            QuotaExceededException refused = catchThrowableOfType(
                    QuotaExceededException.class, () -> logins.login(" " + address.toUpperCase(), GOOD));

            assertThat(refused.resetsAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(4)));
            assertThat(refused.getMessage()).doesNotContain(address);
        }
        clock.advance(Duration.ofMinutes(4));
        assertThat(logins.authenticate(logins.login("jo@example.org", GOOD))).isEqualTo(jo);
    }

    @Test
    void letsAttemptsThroughOrNotWhileTheLimiterIsAwayAndSaysSo() {
        RateLimiter away = (subject, endpoint, limit) -> {
            throw new UnavailableException("Redis at nowhere", "no answer", null);
        };

        Secret token = logins(away, WithoutCount.letThrough(journal::add)).login("jo@example.org", GOOD);
        assertThat(logins.authenticate(token)).isEqualTo(jo);
        assertThat(journal).hasSize(1);

        assertThatThrownBy(() -> logins(away, WithoutCount.refuse(journal::add)).login("jo@example.org", GOOD))
                .isInstanceOf(UnavailableException.class);
        assertThat(journal).hasSize(2);
    }

    @Test
    void hashesAnewWhatWasHashedWithOlderParameters() {
        PasswordHash before = kept();
        hasher.strengthen();

        logins.login("jo@example.org", GOOD);

        PasswordHash after = kept();
        assertThat(hasher.isOutdated(before)).isTrue();
        assertThat(hasher.isOutdated(after)).isFalse();
        logins.login("jo@example.org", GOOD);
        assertThat(kept()).isEqualTo(after);
    }

    @Test
    void neverPutsAnOldPasswordBackInPlaceOfANewOne() {
        hasher.strengthen();
        hasher.whileComparing(() -> accounts.resetPassword(jo.id(), OTHER));

        assertThatThrownBy(() -> logins.login("jo@example.org", GOOD)).isInstanceOf(NotAuthenticatedException.class);

        assertThat(logins.authenticate(logins.login("jo@example.org", OTHER))).isEqualTo(jo);
        assertThatThrownBy(() -> logins.login("jo@example.org", GOOD)).isInstanceOf(NotAuthenticatedException.class);
    }

    @Test
    void leavesNoSessionOfAPasswordThatIsChangedDuringTheLogin() {
        hasher.whileComparing(() -> accounts.resetPassword(jo.id(), OTHER));

        assertThatThrownBy(() -> logins.login("jo@example.org", GOOD)).isInstanceOf(NotAuthenticatedException.class);

        assertThat(logins.logoutEverywhere(jo.id())).isZero();
    }

    @Test
    void leavesNoSessionOfAUserWhoIsDisabledDuringTheLogin() {
        hasher.whileComparing(() -> accounts.disable(jo.id()));

        assertThatThrownBy(() -> logins.login("jo@example.org", GOOD)).isInstanceOf(NotAuthenticatedException.class);

        assertThat(logins.logoutEverywhere(jo.id())).isZero();
    }

    @Test
    void knowsNobodyByATokenOfADisabledUserEvenIfHisSessionLives() {
        Secret token = logins.login("jo@example.org", GOOD);
        hub.unitOfWork().<Boolean>forSystem(transaction -> transaction.users().setDisabled(jo.id(), true));

        assertThatThrownBy(() -> logins.authenticate(token)).isInstanceOf(NotAuthenticatedException.class);
    }

    @Test
    void knowsNobodyByATextThatIsNoToken() {
        for (String text : List.of("", "x", jo.id() + ".", jo.id() + "." + "A".repeat(43), "a.b.c")) {
            assertThatThrownBy(() -> logins.authenticate(new Secret(text)))
                    .as(text)
                    .isInstanceOf(NotAuthenticatedException.class);
        }
    }

    @Test
    void logsOutEverywhere() {
        Secret one = logins.login("jo@example.org", GOOD);
        Secret two = logins.login("jo@example.org", GOOD);

        assertThat(logins.logoutEverywhere(jo.id())).isEqualTo(2);

        assertThatThrownBy(() -> logins.authenticate(one)).isInstanceOf(NotAuthenticatedException.class);
        assertThatThrownBy(() -> logins.authenticate(two)).isInstanceOf(NotAuthenticatedException.class);
    }

    @Test
    void changesAPasswordForWhoKnowsTheOldOneAndEndsAllSessions() {
        Secret token = logins.login("jo@example.org", GOOD);

        assertThatThrownBy(() -> logins.changePassword(jo.id(), OTHER, new Secret("yet another one")))
                .isInstanceOf(NotAuthenticatedException.class);
        assertThat(logins.authenticate(token)).isEqualTo(jo);
        logins.changePassword(jo.id(), GOOD, OTHER);

        assertThatThrownBy(() -> logins.authenticate(token)).isInstanceOf(NotAuthenticatedException.class);
        assertThatThrownBy(() -> logins.login("jo@example.org", GOOD)).isInstanceOf(NotAuthenticatedException.class);
        assertThat(logins.authenticate(logins.login("jo@example.org", OTHER))).isEqualTo(jo);
    }

    @Test
    void changesNoPasswordToOneThatBreaksTheRules() {
        InvalidInputException failure = catchThrowableOfType(
                InvalidInputException.class, () -> logins.changePassword(jo.id(), GOOD, new Secret("short")));

        assertThat(failure.problems()).extracting(FieldProblem::path).containsExactly("password");
        assertThat(logins.authenticate(logins.login("jo@example.org", GOOD))).isEqualTo(jo);
    }

    @Test
    void letsNobodyGuessTheOldPasswordMoreOftenThanAtTheLogin() {
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> logins.changePassword(jo.id(), OTHER, OTHER))
                    .isInstanceOf(NotAuthenticatedException.class);
        }
        assertThatThrownBy(() -> logins.changePassword(jo.id(), GOOD, OTHER))
                .isInstanceOf(QuotaExceededException.class);
    }
}
