package io.tenderhub.readiness;

import io.tenderhub.requirement.Evidence;
import java.time.Instant;
import java.util.Optional;

/** Whether there is time enough to write the bid. */
final class TimeLeft implements Criterion {
    /** Days above this, in the future or left, are in no number. */
    private static final long MOST_DAYS = 1 << 24;

    private static final long CLOSED = 1L << 60;
    private static final long NOT_STATED = 1L << 61;
    private static final long ENDED = NOT_STATED + 1;

    @Override
    public Judgement judge(Bid bid) {
        Deadline deadline = bid.deadline();
        Optional<Instant> end = deadline.closesAt();
        if (deadline.closed()) {
            return new Judgement(Outcome.NOT_MET, 0, ended(deadline));
        }
        if (end.isEmpty()) {
            return new Judgement(Outcome.NOT_STATED, 1, "The tender does not say when it closes.");
        }
        int comfortable = bid.policy().thresholds().comfortableDays();
        long days = deadline.daysLeft();
        double share = Math.min(1, days / (double) comfortable);
        return new Judgement(
                share >= 1 ? Outcome.MET : Outcome.PARTLY,
                share,
                Wording.count(days, "day") + " are left until closing on " + Wording.date(end.get()) + "; "
                        + comfortable + " are comfortable.");
    }

    @Override
    public long question(Bid bid) {
        return question(bid.deadline());
    }

    /** The same number for deadlines of which the same is to be said. */
    static long question(Deadline deadline) {
        if (deadline.endedAs().isPresent()) {
            return switch (deadline.endedAs().get().code()) {
                case "complete" -> ENDED;
                case "cancelled" -> ENDED + 1;
                case "unsuccessful" -> ENDED + 2;
                case "withdrawn" -> ENDED + 3;
                default -> ASKED_ONCE;
            };
        }
        if (deadline.closesAt().isEmpty()) {
            return NOT_STATED;
        }
        long day = deadline.closingDay();
        if (day < 0 || day >= MOST_DAYS || deadline.daysLeft() >= MOST_DAYS) {
            return ASKED_ONCE;
        }
        return deadline.closed() ? CLOSED | day : day * MOST_DAYS + deadline.daysLeft();
    }

    @Override
    public Optional<Evidence> evidence(Bid bid) {
        return Optional.empty();
    }

    @Override
    public boolean isForEveryCompany() {
        return true;
    }

    /** Why no bid is taken any more; only of a tender that is closed. */
    static String ended(Deadline deadline) {
        return deadline.endedAs().isPresent()
                ? "The tender is " + deadline.endedAs().get().code() + "."
                : "The tender closed on "
                        + deadline.closesAt().map(Wording::date).orElse("an unknown day") + ".";
    }
}
