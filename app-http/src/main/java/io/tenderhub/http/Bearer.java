package io.tenderhub.http;

import io.javalin.http.Context;
import io.tenderhub.account.Secret;
import io.tenderhub.failure.NotAuthenticatedException;
import io.tenderhub.team.Access;
import io.tenderhub.team.Actor;
import io.tenderhub.team.Permission;
import io.tenderhub.team.TeamId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who sends a request, by its header {@code Authorization: Bearer …} (RFC 6750): a session's token or an API key. */
final class Bearer {
    private static final Pattern HEADER = Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/=-]{1,512})");

    private final Access access;

    Bearer(Access access) {
        this.access = access;
    }

    /**
     * Who asks for something of a team. The answer is for him alone: no cache on the way keeps it.
     *
     * @throws NotAuthenticatedException if nobody shows himself, or what he shows does not count
     * @throws io.tenderhub.failure.NotFoundException if he is not in the team, whether it is there or not
     * @throws io.tenderhub.failure.NotAllowedException if he may not
     */
    Actor require(Context ctx, TeamId team, Permission permission) {
        ctx.header("Cache-Control", "private, no-store");
        Actor actor = access.of(shown(ctx), team);
        actor.require(permission);
        return actor;
    }

    private static Secret shown(Context ctx) {
        return Optional.ofNullable(ctx.header("Authorization"))
                .map(HEADER::matcher)
                .filter(Matcher::matches)
                .map(header -> new Secret(header.group(1)))
                .orElseThrow(() -> new NotAuthenticatedException(
                        "what belongs to a team needs Authorization: Bearer with a session's token or an API key"));
    }
}
