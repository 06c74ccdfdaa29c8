package io.tenderhub.postgres;

import io.tenderhub.account.EmailAddress;
import io.tenderhub.account.PasswordHash;
import io.tenderhub.account.User;
import io.tenderhub.account.UserId;
import io.tenderhub.account.UserRepository;
import io.tenderhub.failure.ConflictException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A row for each user, for the system. */
final class StoredUsers implements UserRepository {
    private static final String SUBJECT = "users";
    private final Transaction transaction;
    private final String table;
    private final String select;

    StoredUsers(Transaction transaction) {
        this.transaction = transaction;
        this.table = transaction.database().names().users();
        this.select = "SELECT user_id, email, name, created_at, disabled FROM " + table;
    }

    @Override
    public void insert(User user, PasswordHash password) {
        int inserted = transaction.run(
                SUBJECT,
                handle -> handle.createUpdate("INSERT INTO " + table
                                + " (user_id, email, name, password_hash, disabled, created_at) VALUES"
                                + " (:id, :email, :name, :password, :disabled, :created::timestamptz)"
                                + " ON CONFLICT DO NOTHING")
                        .bind("id", user.id().value())
                        .bind("email", user.email().value())
                        .bind("name", user.name())
                        .bind("password", password.encoded())
                        .bind("disabled", user.disabled())
                        .bind("created", Times.text(user.createdAt()))
                        .execute());
        if (inserted == 0) {
            throw transaction.refuse(new ConflictException("the user's id or e-mail address is taken"));
        }
    }

    @Override
    public Optional<User> find(UserId id) {
        return findBy("user_id", id.value());
    }

    @Override
    public Optional<User> findByEmail(EmailAddress email) {
        return findBy("email", email.value());
    }

    private Optional<User> findBy(String column, String value) {
        return transaction.run(
                SUBJECT,
                handle -> handle.createQuery(select + " WHERE " + column + " = :value")
                        .bind("value", value)
                        .map((row, context) -> read(row))
                        .findOne());
    }

    @Override
    public List<User> findAll(Collection<UserId> ids) {
        return transaction.run(
                SUBJECT,
                handle -> handle.createQuery(select + " WHERE user_id = ANY(:ids)")
                        .bind("ids", TextArray.of(List.copyOf(ids), UserId::value))
                        .map((row, context) -> read(row))
                        .list());
    }

    @Override
    public List<User> all() {
        return transaction.run(
                SUBJECT,
                handle -> handle.createQuery(select + " ORDER BY email")
                        .map((row, context) -> read(row))
                        .list());
    }

    @Override
    public Optional<PasswordHash> password(UserId id) {
        return transaction.run(
                SUBJECT,
                handle -> handle.createQuery("SELECT password_hash FROM " + table + " WHERE user_id = :id")
                        .bind("id", id.value())
                        .map((row, context) -> new PasswordHash(row.getString("password_hash")))
                        .findOne());
    }

    @Override
    public boolean changePassword(UserId id, PasswordHash password) {
        return transaction.run(
                        SUBJECT,
                        handle -> handle.createUpdate(
                                        "UPDATE " + table + " SET password_hash = :password WHERE user_id = :id")
                                .bind("password", password.encoded())
                                .bind("id", id.value())
                                .execute())
                == 1;
    }

    @Override
    public boolean replacePassword(UserId id, PasswordHash from, PasswordHash to) {
        return transaction.run(
                        SUBJECT,
                        handle -> handle.createUpdate("UPDATE " + table
                                        + " SET password_hash = :to WHERE user_id = :id AND password_hash = :from")
                                .bind("to", to.encoded())
                                .bind("id", id.value())
                                .bind("from", from.encoded())
                                .execute())
                == 1;
    }

    @Override
    public boolean setDisabled(UserId id, boolean disabled) {
        return transaction.run(
                        SUBJECT,
                        handle -> handle.createUpdate(
                                        "UPDATE " + table + " SET disabled = :disabled WHERE user_id = :id")
                                .bind("disabled", disabled)
                                .bind("id", id.value())
                                .execute())
                == 1;
    }

    private static User read(ResultSet row) throws SQLException {
        return new User(
                new UserId(row.getString("user_id")),
                new EmailAddress(row.getString("email")),
                row.getString("name"),
                Times.read(row, "created_at"),
                row.getBoolean("disabled"));
    }
}
