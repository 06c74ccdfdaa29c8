package io.tenderhub.readiness;

import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether and how long bids are still taken.
 *
 * @param closesAt where published
 * @param endedAs the status that ended the tender, where one did
 * @param closed the closing time is past, or the tender ended
 * @param daysLeft whole days until closing, 0 once closed; {@link #UNKNOWN} where no closing time is published
 */
record Deadline(Optional<Instant> closesAt, Optional<TenderStatus> endedAs, boolean closed, long daysLeft) {
    static final long UNKNOWN = -1;

    private static final long SECONDS_OF_A_DAY = 86_400;

    static Deadline of(Tender tender, Instant now) {
        Optional<Instant> end = tender.closesAt();
        Optional<TenderStatus> status = tender.status();
        Optional<TenderStatus> ended = status.isPresent() && status.get().isEnded() ? status : Optional.empty();
        boolean past = end.isPresent() && !now.isBefore(end.get());
        return new Deadline(end, ended, past || ended.isPresent(), end.isPresent() ? days(now, end.get()) : UNKNOWN);
    }

    /** The day of closing, counted from 1970 in UTC; only where a closing time is published. */
    long closingDay() {
        return Math.floorDiv(closesAt.orElseThrow().getEpochSecond(), SECONDS_OF_A_DAY);
    }

    private static long days(Instant now, Instant end) {
        long seconds = end.getEpochSecond() - now.getEpochSecond() - (end.getNano() < now.getNano() ? 1 : 0);
        return Math.max(0, seconds / SECONDS_OF_A_DAY);
    }
}
