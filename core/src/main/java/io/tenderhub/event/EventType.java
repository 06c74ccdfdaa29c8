package io.tenderhub.event;

import java.util.Arrays;

/** What can happen. */
public enum EventType {
    TENDER_CREATED("tender.created"),
    TENDER_UPDATED("tender.updated"),
    COMPANY_UPDATED("company.updated"),
    /** A tender was saved to a team's workspace; the aggregate is its ocid. */
    WORKSPACE_SAVED("workspace.saved"),
    /** An entry of a team's workspace changed or was removed; the aggregate is its ocid. */
    WORKSPACE_CHANGED("workspace.changed"),
    /** Somebody did something worth telling his team, such as joining it; the aggregate is his id. */
    USER_ACTIVITY("user.activity"),
    /** A tender began to match a search that a team saved; the aggregate is its ocid. */
    SEARCH_MATCHED("search.matched"),
    /** A team is told together of what matched its searches lately; the aggregate is the instant from which on to ask for it. */
    SEARCH_DIGEST("search.digest"),
    /** A team is to be made ready in all stores; the aggregate is its id. */
    TEAM_CREATED("team.created"),
    /** A team is to be removed from all stores; the aggregate is its id. */
    TEAM_DELETED("team.deleted");

    private final String code;

    EventType(String code) {
        this.code = code;
    }

    /** The name as stored and shown. */
    public String code() {
        return code;
    }

    /**
     * @throws IllegalArgumentException if no event has this name
     */
    public static EventType ofCode(String code) {
        return Arrays.stream(values())
                .filter(type -> type.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no event is called " + code));
    }
}
