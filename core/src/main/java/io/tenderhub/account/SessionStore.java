package io.tenderhub.account;

import java.util.Optional;

/**
 * Sessions of users. A token names its user and holds 256 random bits; the store keeps only its hash ({@link SessionToken}). A
 * session ends when it was not used for a while (sliding), after a longest life whatever its use (absolute), both by {@link
 * SessionLife}, or when it is revoked. All of them may be lost at any moment:
 * then users log in again. Every method throws {@link io.tenderhub.failure.UnavailableException} if the store is away: who is
 * logged in must not be guessed.
 */
public interface SessionStore {

    /** @return the token, which is had only here */
    Secret open(UserId user);

    /**
     * The session of a token, which counts as used now. Empty if there is none, whatever the reason, and for whatever text. One
     * round trip.
     */
    Optional<Session> use(Secret token);

    /** @return whether there was a session */
    boolean revoke(Secret token);

    /**
     * Ends every session of a user that was open when this began; those of others stay.
     *
     * @return how many there were
     */
    int revokeAll(UserId user);
}
