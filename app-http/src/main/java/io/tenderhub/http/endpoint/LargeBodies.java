package io.tenderhub.http.endpoint;

import io.javalin.http.Context;

/**
 * Bounds the memory that bodies take: large ones, and those of which nobody says how large they are, are read and worked on a few at a
 * time. Some others wait for a moment, and are then sent away; who waits holds a thread, so the rest is sent away at once.
 */
final class LargeBodies {
    private static final String ATTRIBUTE = LargeBodies.class.getName();
    private static final long SMALL = 256 * 1024;
    private static final String RETRY_SECONDS = "5";

    private final Turns turns;

    /**
     * @param atOnce how many large ones, each of 10 MB at most and several times that while it is worked on
     * @param waiting how many may wait besides
     */
    LargeBodies(int atOnce, int waiting, long patienceMillis) {
        this.turns = new Turns(atOnce, waiting, patienceMillis);
    }

    /** @throws ProblemException if there is no place for it soon */
    void enter(Context ctx) {
        if (!isLarge(ctx)) {
            return;
        }
        if (!turns.enter()) {
            ctx.header("Retry-After", RETRY_SECONDS);
            throw new ProblemException(
                    ProblemKind.UNAVAILABLE, "too many large requests are being worked on; send it again in a while");
        }
        ctx.attribute(ATTRIBUTE, true);
    }

    private static boolean isLarge(Context ctx) {
        return ctx.req().getContentLengthLong() > SMALL || ctx.header("Transfer-Encoding") != null;
    }

    /** Comes once after the answer, whatever it is. */
    void leave(Context ctx) {
        if (ctx.attribute(ATTRIBUTE) != null) {
            ctx.attribute(ATTRIBUTE, null);
            turns.leave();
        }
    }
}
