package io.tenderhub.http.endpoint;

import io.javalin.http.Context;
import io.tenderhub.account.Logins;
import io.tenderhub.account.Secret;
import io.tenderhub.failure.NotAllowedException;
import io.tenderhub.failure.NotAuthenticatedException;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.team.Access;
import io.tenderhub.team.Actor;
import io.tenderhub.team.ApiKeys;
import io.tenderhub.team.TeamId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who sends a request, by its header {@code Authorization: Bearer …} (RFC 6750): a session's token, an API key, the operator's token. */
final class Callers {
    private static final Pattern HEADER = Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/=-]{1,512})");

    private final Logins logins;
    private final Access access;
    private final Optional<Secret> operator;

    Callers(Logins logins, Access access, Optional<Secret> operator) {
        this.logins = logins;
        this.access = access;
        this.operator = operator;
    }

    /**
     * @throws NotAuthenticatedException if nobody shows himself where somebody must, or what he shows does not count
     */
    Caller of(Context ctx, Admission admission) {
        if (admission instanceof Admission.Everybody) {
            return Caller.NOBODY;
        }
        Secret shown = shown(ctx);
        if (admission instanceof Admission.Operator) {
            return operator(shown);
        }
        if (ApiKeys.isOne(shown)) {
            Actor actor = access.ofApiKey(shown);
            if (admission instanceof Admission.LoggedIn) {
                throw new NotAllowedException("do this by an API key", "it takes a user's session");
            }
            return new Caller.OfApiKey(actor, shown);
        }
        return new Caller.OfSession(logins.authenticate(shown), shown);
    }

    /**
     * Who acts for a team.
     *
     * @throws NotFoundException if the caller is not in the team, whether it is there or not
     * @throws NotAllowedException if he may not
     */
    Actor actor(Caller caller, TeamId team, Admission.InTeam admission) {
        Actor actor = caller instanceof Caller.OfSession session
                ? access.of(session.user().id(), team)
                : ofKey(caller, team);
        actor.require(admission.permission());
        return actor;
    }

    /** Looks whether what was shown still counts and allows the same. */
    void lookAgain(Caller caller, TeamId team, Admission.InTeam admission) {
        access.of(shown(caller, team), team).require(admission.permission());
    }

    private static Secret shown(Caller caller, TeamId team) {
        if (caller instanceof Caller.OfSession session) {
            return session.token();
        }
        if (caller instanceof Caller.OfApiKey key) {
            return key.key();
        }
        throw new NotFoundException("team", team.value());
    }

    private static Actor ofKey(Caller caller, TeamId team) {
        if (caller instanceof Caller.OfApiKey key && key.actor().team().equals(team)) {
            return key.actor();
        }
        throw new NotFoundException("team", team.value());
    }

    private Caller operator(Secret shown) {
        byte[] given = shown.reveal().getBytes(StandardCharsets.UTF_8);
        return operator.filter(token -> MessageDigest.isEqual(token.reveal().getBytes(StandardCharsets.UTF_8), given))
                .map(token -> new Caller.Operator())
                .orElseThrow(() -> new NotAuthenticatedException("only who runs the hub may, by the operator's token"));
    }

    private static Secret shown(Context ctx) {
        return Optional.ofNullable(ctx.header("Authorization"))
                .map(HEADER::matcher)
                .filter(Matcher::matches)
                .map(header -> new Secret(header.group(1)))
                .orElseThrow(() -> new NotAuthenticatedException(
                        "send Authorization: Bearer with a session's token or an API key"));
    }
}
