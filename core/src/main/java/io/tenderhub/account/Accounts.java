package io.tenderhub.account;

import static java.util.Objects.requireNonNull;

import io.tenderhub.event.UnitOfWork;
import io.tenderhub.failure.ConflictException;
import io.tenderhub.failure.FieldProblem;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.failure.NotFoundException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Users: how they come, and what whoever runs the hub does about them. How they get in: {@link Logins}. */
public final class Accounts {
    private final UnitOfWork unitOfWork;
    private final SessionStore sessions;
    private final Clock clock;
    private final TokenMint mint;
    private final Passwords passwords;

    /** @param random which nobody can foresee */
    public Accounts(
            UnitOfWork unitOfWork, PasswordHasher hasher, SessionStore sessions, Clock clock, SecureRandom random) {
        this.unitOfWork = requireNonNull(unitOfWork);
        this.sessions = requireNonNull(sessions);
        this.clock = requireNonNull(clock);
        this.mint = new TokenMint(random);
        this.passwords = new Passwords(hasher, mint);
    }

    /**
     * Makes somebody a user.
     *
     * @param email with or without blanks around, in whatever case
     * @param name 1 to 100 characters
     * @param password 10 to 128 characters, neither the e-mail address nor among the commonest
     * @throws InvalidInputException naming every problem by field
     * @throws ConflictException if the address is taken; for strangers, who must not learn it, there is {@link #registerStranger}
     */
    public User register(String email, String name, Secret password) {
        Registration given = Registration.of(email, name, password);
        User user = new User(
                given.newId(mint), given.email(), given.name(), clock.instant().truncatedTo(ChronoUnit.MICROS), false);
        PasswordHash hash = passwords.hash(password);
        return unitOfWork.<User>forSystem(transaction -> {
            transaction.users().insert(user, hash);
            return user;
        });
    }

    /**
     * Makes a stranger a user, and tells him nothing about others: where the address is taken nothing is changed, after the same work.
     *
     * @throws InvalidInputException as {@link #register}
     */
    public void registerStranger(String email, String name, Secret password) {
        try {
            register(email, name, password);
        } catch (ConflictException taken) {
            // He learns it when his password does not let him in, if the address is his.
        }
    }

    public Optional<User> find(UserId id) {
        return users(users -> users.find(id));
    }

    /** Empty also for a text that is no address. */
    public Optional<User> findByEmail(String email) {
        return EmailAddress.read(email).flatMap(address -> users(users -> users.findByEmail(address)));
    }

    /** Everybody, ordered by e-mail address. */
    public List<User> all() {
        return users(UserRepository::all);
    }

    /**
     * Gives a user another password, whatever the old one was, and ends his sessions.
     *
     * @throws NotFoundException if there is no such user
     * @throws InvalidInputException if the password breaks the rules
     * @throws io.tenderhub.failure.UnavailableException if his sessions can't be ended; the password may be another already
     */
    public void resetPassword(UserId id, Secret password) {
        User user = require(id);
        List<FieldProblem> problems = PasswordRules.problems("password", password, Optional.of(user.email()));
        if (!problems.isEmpty()) {
            throw new InvalidInputException("user " + id, problems);
        }
        PasswordHash hash = passwords.hash(password);
        requireKnown(users(users -> users.changePassword(id, hash)), id);
        sessions.revokeAll(id);
    }

    /**
     * Keeps a user out, from now on and also where he is logged in.
     *
     * @throws NotFoundException if there is no such user
     * @throws io.tenderhub.failure.UnavailableException if his sessions can't be ended; they are of no use all the same
     */
    public void disable(UserId id) {
        requireKnown(users(users -> users.setDisabled(id, true)), id);
        sessions.revokeAll(id);
    }

    /**
     * Lets a user log in again. Sessions that could not be ended when he was disabled don't come back.
     *
     * @throws NotFoundException if there is no such user
     * @throws io.tenderhub.failure.UnavailableException if his sessions can't be ended; then he stays disabled
     */
    public void enable(UserId id) {
        require(id);
        sessions.revokeAll(id);
        requireKnown(users(users -> users.setDisabled(id, false)), id);
    }

    private User require(UserId id) {
        return find(id).orElseThrow(() -> new NotFoundException("user", id.value()));
    }

    private static void requireKnown(boolean known, UserId id) {
        if (!known) {
            throw new NotFoundException("user", id.value());
        }
    }

    private <T> T users(Function<UserRepository, T> work) {
        return unitOfWork.<T>forSystem(transaction -> work.apply(transaction.users()));
    }
}
