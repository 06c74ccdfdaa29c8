package io.tenderhub.team;

import static java.util.Objects.requireNonNull;

import io.tenderhub.account.UserId;
import io.tenderhub.failure.NotAllowedException;
import java.util.Optional;
import java.util.Set;

/**
 * Who does something for a team, and what he may do. Whoever holds one has been authenticated; the team in it is the only one that
 * use cases then touch.
 *
 * @param name as the audit trail shows it: {@code user:jo-4f21}, {@code api-key:8c1d}, {@code operator}
 * @param user where a user acts himself
 */
public record Actor(TeamId team, String name, Optional<UserId> user, Set<Permission> permissions) {
    /** The name of whoever runs the hub. */
    static final String OPERATOR = "operator";

    private static final String API_KEY = "api-key:";

    public Actor {
        requireNonNull(team);
        requireNonNull(name);
        requireNonNull(user);
        permissions = Set.copyOf(permissions);
    }

    public static Actor ofMember(TeamId team, UserId user, Role role) {
        return new Actor(team, "user:" + user, Optional.of(user), role.permissions());
    }

    public static Actor ofApiKey(TeamId team, String keyId, Set<Permission> scopes) {
        return new Actor(team, API_KEY + keyId, Optional.empty(), scopes);
    }

    /** Who runs the hub, on the machine itself; nobody else becomes one. */
    public static Actor operator(TeamId team) {
        return new Actor(team, OPERATOR, Optional.empty(), Set.of(Permission.values()));
    }

    boolean isOperator() {
        return name.equals(OPERATOR);
    }

    /** The id of the key, where a program acts by one. */
    Optional<String> apiKey() {
        return name.startsWith(API_KEY) ? Optional.of(name.substring(API_KEY.length())) : Optional.empty();
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** @throws NotAllowedException if he may not */
    public void require(Permission permission) {
        if (!may(permission)) {
            throw new NotAllowedException(permission.meaning(), "it takes the permission " + permission.code());
        }
    }
}
