package io.tenderhub.idempotency;

import static java.util.Objects.requireNonNull;

import io.tenderhub.account.TokenMint;
import io.tenderhub.failure.KeyReusedException;
import io.tenderhub.failure.StillRunningException;
import io.tenderhub.failure.TenderHubException;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.idempotency.KeptAnswers.Claim;
import io.tenderhub.idempotency.KeptAnswers.Kept;
import io.tenderhub.idempotency.KeptAnswers.Running;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Does once what a request asks for, however often it is sent, also at the same moment and to several nodes, and gives each the first
 * answer for a day. While it is done, neither a transaction nor a connection of the store is held.
 *
 * <p>An answer lasts if the hub did not fail ({@link RecordedAnswer#lasts}); after a failure, the next of the same key is done anew.
 * So it is, after the lease, in the one case that can't be told apart from work that never began: a node dies, or loses the store,
 * after the effect and before the answer is recorded. Then the effect may come twice, as it may without a key; whatever must be
 * there once in any case is kept so by the truth itself (an address, a seat, a version).
 */
public final class Idempotency {
    private static final System.Logger LOG = System.getLogger(Idempotency.class.getName());
    private static final Duration COME_AGAIN = Duration.ofSeconds(2);
    private static final long FIRST_PAUSE_MILLIS = 10;
    private static final long LONGEST_PAUSE_MILLIS = 250;
    private static final int PURGED_AT_ONCE = 5_000;

    private final KeptAnswers answers;
    private final IdempotencyRules rules;
    private final SecureRandom random;
    private final TokenMint mint;
    /** What is done on this node just now, so that those who wait here need not ask the store. */
    private final ConcurrentMap<String, CountDownLatch> underWay = new ConcurrentHashMap<>();

    /** @param random which nobody can foresee */
    public Idempotency(KeptAnswers answers, IdempotencyRules rules, SecureRandom random) {
        this.answers = requireNonNull(answers);
        this.rules = requireNonNull(rules);
        this.random = requireNonNull(random);
        this.mint = new TokenMint(random);
    }

    /**
     * The answer to a request: made by the effect, on this thread, or the one that was made when it was sent before.
     *
     * @param effect what the request asks for; what it throws is thrown, and counts as if it had not been asked
     * @throws KeyReusedException if the requester used the key for another request
     * @throws StillRunningException if the first has not ended after the time that a repetition waits; tells when to come again
     * @throws UnavailableException if the store of answers is away; then nothing was done
     */
    public RecordedAnswer once(
            Requester requester, IdempotencyKey key, RequestFingerprint request, Supplier<RecordedAnswer> effect) {
        Seal seal = Seal.of(requester, key);
        String fingerprint = seal.of(request);
        String holder = mint.id(16);
        long end = System.nanoTime() + rules.patience().toNanos();
        for (int turn = 0; ; turn++) {
            Claim claim = answers.claim(seal.id(), fingerprint, holder, rules.lease(), rules.kept());
            if (claim instanceof Kept kept) {
                requireSame(kept.fingerprint(), fingerprint);
                return seal.open(kept.answer(), fingerprint);
            }
            if (claim instanceof Running running) {
                requireSame(running.fingerprint(), fingerprint);
                await(seal.id(), turn, end);
            } else {
                return perform(seal, fingerprint, holder, effect);
            }
        }
    }

    /** Removes what is over; @return how many answers and claims that was */
    public long purge() {
        long removed = 0;
        int some;
        do {
            some = answers.purge(PURGED_AT_ONCE);
            removed += some;
        } while (some == PURGED_AT_ONCE && !Thread.currentThread().isInterrupted());
        return removed;
    }

    private RecordedAnswer perform(Seal seal, String fingerprint, String holder, Supplier<RecordedAnswer> effect) {
        CountDownLatch mine = new CountDownLatch(1);
        underWay.put(seal.id(), mine);
        boolean lasting = false;
        try {
            RecordedAnswer answer = effect.get();
            lasting = answer.lasts();
            if (lasting) {
                keep(seal, fingerprint, holder, answer);
            }
            return answer;
        } finally {
            if (!lasting) {
                release(seal, holder);
            }
            underWay.remove(seal.id(), mine);
            mine.countDown();
        }
    }

    /** What was done is answered in any case. */
    private void keep(Seal seal, String fingerprint, String holder, RecordedAnswer answer) {
        try {
            if (!answers.keep(seal.id(), holder, seal.close(answer, fingerprint, random), rules.kept())) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "A request took longer than its lease; it may have been done twice");
            }
        } catch (TenderHubException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The answer to a request could not be kept; it is done anew if it comes again: {0}",
                    e.getMessage());
        }
    }

    private void release(Seal seal, String holder) {
        try {
            answers.release(seal.id(), holder);
        } catch (TenderHubException e) {
            // The failure of the effect says more; the claim ends with its lease.
            LOG.log(System.Logger.Level.WARNING, "A claim could not be given back: {0}", e.getMessage());
        }
    }

    private static void requireSame(String known, String fingerprint) {
        if (!known.equals(fingerprint)) {
            throw new KeyReusedException();
        }
    }

    private void await(String id, int turn, long end) {
        long left = end - System.nanoTime();
        if (left <= 0) {
            throw new StillRunningException(COME_AGAIN);
        }
        try {
            CountDownLatch here = underWay.get(id);
            if (here == null) {
                long pause = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(turn, 5));
                TimeUnit.NANOSECONDS.sleep(Math.min(left, TimeUnit.MILLISECONDS.toNanos(pause)));
            } else {
                here.await(left, TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StillRunningException(COME_AGAIN);
        }
    }
}
