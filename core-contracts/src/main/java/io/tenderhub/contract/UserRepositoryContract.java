package io.tenderhub.contract;

import static io.tenderhub.contract.SampleTeams.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.account.EmailAddress;
import io.tenderhub.account.PasswordHash;
import io.tenderhub.account.User;
import io.tenderhub.account.UserId;
import io.tenderhub.account.UserRepository;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.failure.ConflictException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What {@link UserRepository} promises. */
public abstract class UserRepositoryContract {
    private static final UserId JO = new UserId("jo");
    private static final UserId MO = new UserId("mo");

    /** The clock that the implementation under test is built with. */
    protected final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T08:00:00Z"));

    protected abstract UnitOfWork unitOfWork();

    private <T> T users(Function<UserRepository, T> work) {
        return unitOfWork().<T>forSystem(transaction -> work.apply(transaction.users()));
    }

    private <T> Optional<T> find(Function<UserRepository, Optional<T>> work) {
        return users(work);
    }

    private <T> List<T> list(Function<UserRepository, List<T>> work) {
        return users(work);
    }

    private boolean succeeds(Function<UserRepository, Boolean> work) {
        return users(work);
    }

    private User insert(User user) {
        return users(repository -> {
            repository.insert(user, new PasswordHash("hash-of-" + user.id()));
            return user;
        });
    }

    @Test
    void knowsNobodyAtFirst() {
        assertThat(users(UserRepository::all)).isEmpty();
        assertThat(find(repository -> repository.find(JO))).isEmpty();
        assertThat(find(repository -> repository.findByEmail(user("jo").email())))
                .isEmpty();
        assertThat(list(repository -> repository.findAll(List.of(JO)))).isEmpty();
        assertThat(find(repository -> repository.password(JO))).isEmpty();
        assertThat(succeeds(repository -> repository.changePassword(JO, new PasswordHash("x"))))
                .isFalse();
        assertThat(succeeds(repository -> repository.setDisabled(JO, true))).isFalse();
    }

    @Test
    void keepsEveryFieldOfAUser() {
        User jo = insert(
                new User(JO, new EmailAddress("o'neill+x@example.org"), "Jo – \"O'Neill\"", clock.instant(), true));

        assertThat(find(repository -> repository.find(JO))).contains(jo);
        assertThat(find(repository -> repository.findByEmail(jo.email()))).contains(jo);
        assertThat(find(repository -> repository.password(JO))).contains(new PasswordHash("hash-of-jo"));
    }

    @Test
    void findsAUserHoweverHisAddressIsWritten() {
        User jo = insert(user("jo"));

        assertThat(find(repository -> repository.findByEmail(new EmailAddress(" JO@Example.org "))))
                .contains(jo);
    }

    @Test
    void listsEverybodyByAddress() {
        User b = insert(new User(JO, new EmailAddress("b@example.org"), "B", clock.instant(), false));
        User a = insert(new User(MO, new EmailAddress("a@example.org"), "A", clock.instant(), true));

        assertThat(users(UserRepository::all)).containsExactly(a, b);
    }

    @Test
    void findsTheKnownOnesOfSeveral() {
        User jo = insert(user("jo"));
        User mo = insert(user("mo"));
        insert(user("zo"));

        assertThat(list(repository -> repository.findAll(List.of(MO, new UserId("nobody"), JO, JO))))
                .containsExactlyInAnyOrder(jo, mo);
        assertThat(list(repository -> repository.findAll(List.of()))).isEmpty();
    }

    @Test
    void refusesAnIdOrAnAddressThatIsTaken() {
        User jo = insert(user("jo"));

        assertThatThrownBy(() -> insert(new User(JO, new EmailAddress("x@example.org"), "X", clock.instant(), false)))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> insert(new User(MO, jo.email(), "Mo", clock.instant(), false)))
                .isInstanceOf(ConflictException.class);

        assertThat(users(UserRepository::all)).containsExactly(jo);
    }

    @Test
    void givesAnAddressToOneOfManyWhoAskAtOnce() throws Exception {
        EmailAddress address = new EmailAddress("jo@example.org");

        List<Boolean> inserted = Simultaneously.run(8, i -> () -> {
            try {
                insert(new User(new UserId("jo-" + i), address, "Jo", clock.instant(), false));
                return true;
            } catch (ConflictException taken) {
                return false;
            }
        });

        assertThat(inserted).containsOnlyOnce(true);
        assertThat(users(UserRepository::all)).hasSize(1);
    }

    @Test
    void changesThePasswordOfOneUser() {
        insert(user("jo"));
        insert(user("mo"));

        assertThat(succeeds(repository -> repository.changePassword(JO, new PasswordHash("new"))))
                .isTrue();

        assertThat(find(repository -> repository.password(JO))).contains(new PasswordHash("new"));
        assertThat(find(repository -> repository.password(MO))).contains(new PasswordHash("hash-of-mo"));
    }

    @Test
    void replacesNoPasswordThatIsAnotherByNow() {
        insert(user("jo"));
        PasswordHash first = new PasswordHash("hash-of-jo");
        PasswordHash second = new PasswordHash("second");

        assertThat(succeeds(repository -> repository.replacePassword(JO, first, second)))
                .isTrue();
        assertThat(succeeds(repository -> repository.replacePassword(JO, first, new PasswordHash("late"))))
                .isFalse();
        assertThat(succeeds(repository -> repository.replacePassword(MO, first, second)))
                .isFalse();

        assertThat(find(repository -> repository.password(JO))).contains(second);
    }

    @Test
    void letsOneOfManyReplaceTheSamePassword() throws Exception {
        insert(user("jo"));
        PasswordHash first = new PasswordHash("hash-of-jo");

        assertThat(Simultaneously.run(
                        8,
                        i -> () -> succeeds(
                                repository -> repository.replacePassword(JO, first, new PasswordHash("hash-" + i)))))
                .containsOnlyOnce(true);
    }

    @Test
    void disablesAndEnablesOneUser() {
        User jo = insert(user("jo"));
        User mo = insert(user("mo"));

        assertThat(succeeds(repository -> repository.setDisabled(JO, true))).isTrue();
        assertThat(users(UserRepository::all)).containsExactly(jo.withDisabled(true), mo);

        assertThat(succeeds(repository -> repository.setDisabled(JO, false))).isTrue();
        assertThat(users(UserRepository::all)).containsExactly(jo, mo);
    }

    @Test
    void rollsBackWhenTheWorkThrows() {
        insert(user("jo"));
        IllegalStateException failure = new IllegalStateException("no");

        assertThatThrownBy(() -> users(repository -> {
                    repository.insert(user("mo"), new PasswordHash("x"));
                    repository.changePassword(JO, new PasswordHash("x"));
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(users(UserRepository::all)).containsExactly(user("jo"));
        assertThat(find(repository -> repository.password(JO))).contains(new PasswordHash("hash-of-jo"));
    }
}
