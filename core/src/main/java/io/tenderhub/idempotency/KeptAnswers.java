package io.tenderhub.idempotency;

import java.time.Duration;

/**
 * Where answers are kept, and who is at work on one. Safe for many threads and nodes. What is kept is closed: the store can't read
 * it, and its names tell nothing. Every method throws {@link io.tenderhub.failure.UnavailableException} if the store is away.
 */
public interface KeptAnswers {

    /**
     * Takes an id to work on, in one step, if nobody has it: it is new, what was kept is over, or whoever took it before for the same
     * fingerprint has let his lease run out. Of any number who ask at the same moment, one gets it. Holds nothing of the store's after it
     * returned.
     *
     * @param id 64 of {@code 0-9 a-f}
     * @param fingerprint likewise
     * @param holder whom it is taken for; another one each time
     * @param lease after which another may take it, as the holder must have died
     * @param kept how long the id then stays known, with an answer or without
     */
    Claim claim(String id, String fingerprint, String holder, Duration lease, Duration kept);

    /**
     * Keeps the answer, and ends the claim.
     *
     * @param kept how long, from now
     * @return whether the holder still had it; if not, nothing is kept
     */
    boolean keep(String id, String holder, byte[] answer, Duration kept);

    /** Ends a claim without an answer, as if there had been none; nothing happens if the holder does not have it. */
    void release(String id, String holder);

    /**
     * Removes what is over.
     *
     * @param most how many at once, 1 or more
     * @return how many were removed; less than {@code most} if no more are left
     */
    int purge(int most);

    /** What became of asking for an id. */
    sealed interface Claim permits Taken, Running, Kept {}

    /** It is the caller's now. */
    record Taken() implements Claim {}

    /** Another one is at work on it. */
    record Running(String fingerprint) implements Claim {}

    /** It was answered. */
    record Kept(String fingerprint, byte[] answer) implements Claim {}
}
