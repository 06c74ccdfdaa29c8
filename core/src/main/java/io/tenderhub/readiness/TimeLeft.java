package io.tenderhub.readiness;

import java.time.Instant;
import java.util.Optional;

/** Whether there is time enough to write the bid. */
final class TimeLeft implements Criterion {

    @Override
    public Judgement judge(Bid bid) {
        Deadline deadline = bid.deadline();
        Optional<String> closing = deadline.closesAt().map(Wording::date);
        if (deadline.closed()) {
            String ended = deadline.endedAs()
                    .map(status -> "The tender is " + status.code() + ".")
                    .orElseGet(() -> "The tender closed on " + closing.orElse("an unknown day") + ".");
            return Judgement.of(Outcome.NOT_MET, 0, ended);
        }
        Optional<Instant> end = deadline.closesAt();
        if (end.isEmpty()) {
            return Judgement.of(Outcome.NOT_STATED, 1, "The tender does not say when it closes.");
        }
        int comfortable = bid.policy().thresholds().comfortableDays();
        long days = deadline.daysLeft().orElse(0L);
        double share = Math.min(1, days / (double) comfortable);
        return Judgement.of(
                share >= 1 ? Outcome.MET : Outcome.PARTLY,
                share,
                Wording.count(days, "day") + " are left until closing on " + Wording.date(end.get()) + "; "
                        + comfortable + " are comfortable.");
    }
}
