package io.tenderhub.readiness;

import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether and how long bids are still taken.
 *
 * @param closesAt where published
 * @param endedAs the status that ended the tender, where one did
 * @param closed the closing time is past, or the tender ended
 * @param daysLeft whole days until closing, 0 once closed; empty where no closing time is published
 */
record Deadline(Optional<Instant> closesAt, Optional<TenderStatus> endedAs, boolean closed, Optional<Long> daysLeft) {

    static Deadline of(Tender tender, Instant now) {
        Optional<Instant> end = tender.closesAt();
        Optional<TenderStatus> ended = tender.status().filter(TenderStatus::isEnded);
        boolean past = end.filter(closing -> !now.isBefore(closing)).isPresent();
        return new Deadline(
                end,
                ended,
                past || ended.isPresent(),
                end.map(closing -> Math.max(0, Duration.between(now, closing).toDays())));
    }
}
