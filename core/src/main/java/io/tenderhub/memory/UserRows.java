package io.tenderhub.memory;

import io.tenderhub.account.PasswordHash;
import io.tenderhub.account.User;
import io.tenderhub.account.UserId;
import java.util.HashMap;
import java.util.Map;

/** All users. What is committed never changes: a transaction that writes does so in a copy of its own. */
final class UserRows {
    record Row(User user, PasswordHash password) {}

    final Map<UserId, Row> users = new HashMap<>();

    UserRows copy() {
        UserRows copy = new UserRows();
        copy.users.putAll(users);
        return copy;
    }
}
