package io.tenderhub.memory;

import io.tenderhub.account.EmailAddress;
import io.tenderhub.account.PasswordHash;
import io.tenderhub.account.User;
import io.tenderhub.account.UserId;
import io.tenderhub.account.UserRepository;
import io.tenderhub.failure.ConflictException;
import io.tenderhub.memory.UserRows.Row;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

final class MemoryUsers implements UserRepository {
    private final Changes changes;

    MemoryUsers(Changes changes) {
        this.changes = changes;
    }

    @Override
    public void insert(User user, PasswordHash password) {
        if (find(user.id()).isPresent() || findByEmail(user.email()).isPresent()) {
            throw new ConflictException("the user's id or e-mail address is taken");
        }
        changes.changedUsers().users.put(user.id(), new Row(user, password));
    }

    @Override
    public Optional<User> find(UserId id) {
        return row(id).map(Row::user);
    }

    @Override
    public Optional<User> findByEmail(EmailAddress email) {
        return users().filter(user -> user.email().equals(email)).findFirst();
    }

    @Override
    public List<User> findAll(Collection<UserId> ids) {
        return new HashSet<>(ids).stream().flatMap(id -> find(id).stream()).toList();
    }

    @Override
    public List<User> all() {
        return users().sorted(Comparator.comparing(user -> user.email().value()))
                .toList();
    }

    @Override
    public Optional<PasswordHash> password(UserId id) {
        return row(id).map(Row::password);
    }

    @Override
    public boolean changePassword(UserId id, PasswordHash password) {
        return change(id, row -> new Row(row.user(), password));
    }

    @Override
    public boolean replacePassword(UserId id, PasswordHash from, PasswordHash to) {
        return password(id).filter(from::equals).isPresent() && changePassword(id, to);
    }

    @Override
    public boolean setDisabled(UserId id, boolean disabled) {
        return change(id, row -> new Row(row.user().withDisabled(disabled), row.password()));
    }

    private boolean change(UserId id, UnaryOperator<Row> change) {
        Optional<Row> known = row(id);
        known.ifPresent(row -> changes.changedUsers().users.put(id, change.apply(row)));
        return known.isPresent();
    }

    private Optional<Row> row(UserId id) {
        return Optional.ofNullable(changes.users().users.get(id));
    }

    private Stream<User> users() {
        return changes.users().users.values().stream().map(Row::user);
    }
}
