package io.tenderhub.http.endpoint;

import io.tenderhub.team.Permission;

/** Who may use an endpoint. */
public sealed interface Admission {
    Admission EVERYBODY = new Everybody();
    Admission LOGGED_IN = new LoggedIn();
    Admission OPERATOR = new Operator();

    /** Whoever has this permission in the team that the path names as {@code {team}}, by a session or an API key. */
    static Admission team(Permission permission) {
        return new InTeam(permission);
    }

    /** Nobody has to show himself. */
    record Everybody() implements Admission {}

    /** A user with a session; API keys belong to teams and don't do. */
    record LoggedIn() implements Admission {}

    record InTeam(Permission permission) implements Admission {}

    /** Who runs the hub, by the operator's token. */
    record Operator() implements Admission {}
}
