package io.tenderhub.account;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Users inside one transaction of the truth; had only through a {@link io.tenderhub.event.UnitOfWork unit of work} opened for the
 * system: no team reaches them.
 */
public interface UserRepository {

    /**
     * @throws io.tenderhub.failure.ConflictException if the id or the e-mail address is taken; then the transaction is of no use
     *     any more
     */
    void insert(User user, PasswordHash password);

    Optional<User> find(UserId id);

    Optional<User> findByEmail(EmailAddress email);

    /** The known ones of these, in no order. One round trip. */
    List<User> findAll(Collection<UserId> ids);

    /** Everybody, ordered by e-mail address. */
    List<User> all();

    Optional<PasswordHash> password(UserId id);

    /** @return false if there is no such user */
    boolean changePassword(UserId id, PasswordHash password);

    /**
     * Changes the password unless it is another one by now than the caller has checked.
     *
     * @return false, with nothing changed, if there is no such user or what is kept of his password is not {@code from} any more
     */
    boolean replacePassword(UserId id, PasswordHash from, PasswordHash to);

    /** @return false if there is no such user */
    boolean setDisabled(UserId id, boolean disabled);
}
