package io.tenderhub.idempotency;

import io.tenderhub.account.UserId;
import io.tenderhub.team.Actor;

/**
 * Who sends a request. A key of one is not that of another: they meet neither each other's answers nor a refusal because of them.
 * Those who do not say who they are share one name, and are told apart by their keys alone.
 */
public final class Requester {
    /** Whoever shows nothing. */
    public static final Requester ANYBODY = new Requester("anybody");

    /** Who runs the hub. */
    public static final Requester OPERATOR = new Requester("operator");

    private final String name;

    private Requester(String name) {
        this.name = name;
    }

    public static Requester user(UserId user) {
        return new Requester("user:" + user);
    }

    /** A user in whatever team, or an API key of its team. */
    public static Requester of(Actor actor) {
        return actor.user().map(Requester::user).orElseGet(() -> new Requester(actor.team() + "/" + actor.name()));
    }

    String name() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }
}
