package io.tenderhub.team;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a member is in a team, from the most to the least. */
public enum Role {
    /** Everything, also to end the team. There is always one. */
    OWNER(Set.of(Permission.values())),
    /** Everything but what concerns the team's existence. */
    ADMIN(Set.of(
            Permission.READ,
            Permission.EDIT_WORKSPACE,
            Permission.EDIT_PROFILE,
            Permission.MANAGE_MEMBERS,
            Permission.MANAGE_API_KEYS,
            Permission.READ_AUDIT)),
    /** The daily work. */
    MEMBER(Set.of(Permission.READ, Permission.EDIT_WORKSPACE, Permission.EDIT_PROFILE)),
    /** Only looks. */
    VIEWER(Set.of(Permission.READ));

    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
        this.permissions = permissions;
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    /** {@code owner}, {@code admin}, {@code member} or {@code viewer}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> ofCode(String code) {
        return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
    }
}
