package io.tenderhub.quota;

import static java.util.Objects.requireNonNull;

import io.tenderhub.failure.UnavailableException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What becomes of a request that can't be counted, because the store of the counts is away. */
public final class WithoutCount {
    private final boolean letsThrough;
    private final Consumer<? super UnavailableException> journal;

    private WithoutCount(boolean letsThrough, Consumer<? super UnavailableException> journal) {
        this.letsThrough = letsThrough;
        this.journal = requireNonNull(journal);
    }

    /** It is let through uncounted. */
    public static WithoutCount letThrough(Consumer<? super UnavailableException> journal) {
        return new WithoutCount(true, journal);
    }

    /** It is refused: the failure goes on to whoever asks. */
    public static WithoutCount refuse(Consumer<? super UnavailableException> journal) {
        return new WithoutCount(false, journal);
    }

    /**
     * @param count asks the store
     * @param uncounted the answer that lets the request through
     * @throws UnavailableException if the store is away and requests are refused then; the journal has been told in either case
     */
    public <T> T ask(Supplier<? extends T> count, T uncounted) {
        try {
            return count.get();
        } catch (UnavailableException away) {
            journal.accept(away);
            if (letsThrough) {
                return uncounted;
            }
            throw away;
        }
    }
}
