package io.tenderhub.account;

/**
 * Makes of a password what can be kept of it, slowly enough that guessing does not pay. Both may throw an {@link
 * io.tenderhub.failure.UnavailableException} if more passwords wait than can be worked on soon.
 */
public interface PasswordHasher {

    /** With a salt of its own, so the same password never gives the same hash twice. */
    PasswordHash hash(Secret password);

    /** Whether this is the password; false also for a hash that can't be read. Takes as long for a wrong one as for the right one. */
    boolean matches(Secret password, PasswordHash hash);

    /** Whether the hash was made with other parameters than are used now, and should be made anew at the next login. */
    boolean isOutdated(PasswordHash hash);
}
