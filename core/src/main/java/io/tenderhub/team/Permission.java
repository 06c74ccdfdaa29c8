package io.tenderhub.team;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be allowed within a team. Members have permissions by their role, API keys by their scopes, which are called the same. */
public enum Permission {
    READ("see what belongs to the team"),
    EDIT_WORKSPACE("change the workspace"),
    EDIT_PROFILE("change the company profile"),
    MANAGE_MEMBERS("invite, promote and remove members"),
    MANAGE_API_KEYS("make and revoke API keys"),
    READ_AUDIT("read the audit trail"),
    MANAGE_TEAM("change or end the team");

    private final String meaning;

    Permission(String meaning) {
        this.meaning = meaning;
    }

    /** In a few words that follow "not allowed to". */
    public String meaning() {
        return meaning;
    }

    /** {@code read}, {@code edit-workspace}, … */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Permission> ofCode(String code) {
        return Arrays.stream(values())
                .filter(permission -> permission.code().equals(code))
                .findFirst();
    }
}
