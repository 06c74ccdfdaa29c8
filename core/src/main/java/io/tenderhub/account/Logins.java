package io.tenderhub.account;

import static java.util.Objects.requireNonNull;

import io.tenderhub.event.UnitOfWork;
import io.tenderhub.failure.ConflictException;
import io.tenderhub.failure.FieldProblem;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.failure.NotAuthenticatedException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How users prove who they are. A wrong password, an address nobody has and a user who is disabled give the same answer after the
 * same work.
 */
public final class Logins {
    /** Asked for where there is no user, so that the store is asked as often. */
    private static final UserId NOBODY = new UserId("nobody");

    private final UnitOfWork unitOfWork;
    private final Passwords passwords;
    private final SessionStore sessions;
    private final LoginAttempts attempts;

    /** @param random which nobody can foresee */
    public Logins(
            UnitOfWork unitOfWork,
            PasswordHasher hasher,
            SessionStore sessions,
            LoginAttempts attempts,
            SecureRandom random) {
        this.unitOfWork = requireNonNull(unitOfWork);
        this.passwords = new Passwords(hasher, new TokenMint(random));
        this.sessions = requireNonNull(sessions);
        this.attempts = requireNonNull(attempts);
    }

    /**
     * Opens a session.
     *
     * @return its token, which is had only here
     * @throws NotAuthenticatedException if address and password don't belong to a user who may log in
     * @throws io.tenderhub.failure.QuotaExceededException if this address was tried too often lately; tells until when
     * @throws io.tenderhub.failure.UnavailableException if a store is away
     */
    public Secret login(String email, Secret password) {
        attempts.byAddress(email);
        PasswordHash decoy = passwords.decoy();
        Found found = users(users -> find(users, email));
        boolean right = passwords.matches(password, found.hash().orElse(decoy));
        User user = found.user().filter(known -> right && !known.disabled()).orElseThrow(Logins::refused);
        PasswordHash checked = renewed(user.id(), found.hash().orElseThrow(), password);
        Secret token = sessions.open(user.id());
        if (!stillHolds(user.id(), password, checked)) {
            sessions.revoke(token);
            throw refused();
        }
        return token;
    }

    /**
     * Who shows this token.
     *
     * @throws NotAuthenticatedException if its session has ended, or never was
     * @throws io.tenderhub.failure.UnavailableException if a store is away
     */
    public User authenticate(Secret token) {
        return sessions.use(token)
                .flatMap(session -> users(users -> users.find(session.user())))
                .filter(user -> !user.disabled())
                .orElseThrow(() -> new NotAuthenticatedException("log in again"));
    }

    /** Ends one session; nothing happens if it has ended already. */
    public void logout(Secret token) {
        sessions.revoke(token);
    }

    /** @return how many sessions were ended */
    public int logoutEverywhere(UserId user) {
        return sessions.revokeAll(user);
    }

    /**
     * Changes a user's password at his own wish and ends all his sessions.
     *
     * @throws NotAuthenticatedException if the old one is wrong
     * @throws InvalidInputException if the new one breaks the rules, at {@code password}
     * @throws io.tenderhub.failure.QuotaExceededException if it was tried too often lately
     * @throws ConflictException if it was changed in the meantime
     */
    public void changePassword(UserId id, Secret old, Secret password) {
        attempts.byUser(id);
        PasswordHash decoy = passwords.decoy();
        Optional<PasswordHash> kept = users(users -> users.password(id));
        Optional<User> user = users(users -> users.find(id)).filter(known -> !known.disabled());
        if (!passwords.matches(old, kept.orElse(decoy)) || user.isEmpty()) {
            throw new NotAuthenticatedException("the old password is wrong");
        }
        List<FieldProblem> problems = PasswordRules.problems("password", password, user.map(User::email));
        if (!problems.isEmpty()) {
            throw new InvalidInputException("user " + id, problems);
        }
        PasswordHash hash = passwords.hash(password);
        // Before, so that nothing is changed while sessions can't be ended; after, for those that were opened
        // meanwhile.
        sessions.revokeAll(id);
        if (!users(users -> users.replacePassword(id, kept.orElseThrow(), hash))) {
            throw new ConflictException("the password was changed in the meantime");
        }
        sessions.revokeAll(id);
    }

    private record Found(Optional<User> user, Optional<PasswordHash> hash) {}

    private static Found find(UserRepository users, String email) {
        Optional<User> user = EmailAddress.read(email).flatMap(users::findByEmail);
        return new Found(user, users.password(user.map(User::id).orElse(NOBODY)));
    }

    /** What is kept of the password from now on. */
    private PasswordHash renewed(UserId id, PasswordHash hash, Secret password) {
        if (!passwords.isOutdated(hash)) {
            return hash;
        }
        PasswordHash renewed = passwords.hash(password);
        return users(users -> users.replacePassword(id, hash, renewed)) ? renewed : hash;
    }

    /** A password that was changed between the check and the opening must open nothing. */
    private boolean stillHolds(UserId id, Secret password, PasswordHash checked) {
        Optional<PasswordHash> now =
                users(users -> users.find(id).filter(user -> !user.disabled()).flatMap(user -> users.password(id)));
        return now.filter(hash -> hash.equals(checked) || passwords.matches(password, hash))
                .isPresent();
    }

    private static NotAuthenticatedException refused() {
        return new NotAuthenticatedException("e-mail address or password is wrong");
    }

    private <T> T users(Function<UserRepository, T> work) {
        return unitOfWork.<T>forSystem(transaction -> work.apply(transaction.users()));
    }
}
