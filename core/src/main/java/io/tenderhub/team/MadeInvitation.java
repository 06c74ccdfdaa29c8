package io.tenderhub.team;

import static java.util.Objects.requireNonNull;

import io.tenderhub.account.Secret;

/**
 * An invitation as it was just made.
 *
 * @param token which accepts it, for him who was invited alone; had only here
 */
public record MadeInvitation(Invitation invitation, Secret token) {
    public MadeInvitation {
        requireNonNull(invitation);
        requireNonNull(token);
    }
}
