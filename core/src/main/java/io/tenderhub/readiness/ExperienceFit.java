package io.tenderhub.readiness;

import io.tenderhub.company.CompanyProfile;
import io.tenderhub.requirement.Evidence;
import io.tenderhub.requirement.Finding;
import io.tenderhub.tender.Money;
import java.util.Optional;

/** Whether the company has been at it for long enough, and has carried out, or turns over, work of this size. */
final class ExperienceFit implements Criterion {
    /** No number of years has this number. */
    private static final long NO_YEARS = 1L << 40;

    @Override
    public Judgement judge(Bid bid) {
        Optional<Finding<Integer>> years = bid.requirements().experienceYears();
        Optional<Money> value = bid.tender().value();
        double yearsReached = years.isPresent() ? yearsReached(bid, years.get().value()) : 1;
        double sizeReached = value.isPresent() ? sizeReached(bid, value.get()) : 1;
        double yearsShare = bid.policy().thresholds().yearsShare();
        // Written so that two full parts give exactly 1.
        double share = 1 - yearsShare * (1 - yearsReached) - (1 - yearsShare) * (1 - sizeReached);
        String reason = yearsReason(bid, years) + "; " + sizeReason(bid, value) + ".";
        Outcome outcome = years.isEmpty() && value.isEmpty()
                ? Outcome.NOT_STATED
                : yearsReached >= 1 && sizeReached >= 1 ? Outcome.MET : share > 0 ? Outcome.PARTLY : Outcome.NOT_MET;
        return new Judgement(outcome, Math.max(0, share), reason);
    }

    @Override
    public long question(Bid bid) {
        if (bid.tender().value().isPresent()) {
            return ASKED_ONCE;
        }
        Optional<Finding<Integer>> years = bid.requirements().experienceYears();
        return years.isEmpty() ? NO_YEARS : Integer.toUnsignedLong(years.get().value());
    }

    @Override
    public Optional<Evidence> evidence(Bid bid) {
        Optional<Finding<Integer>> years = bid.requirements().experienceYears();
        return years.isPresent() ? Optional.of(years.get().evidence()) : Optional.empty();
    }

    private static double yearsReached(Bid bid, int asked) {
        int own = bid.company().profile().yearsOfExperience().orElse(0);
        return own >= asked ? 1 : own / (double) asked;
    }

    /** The better of largest contract and turnover; what is in another currency can't be shown to be too little. */
    private static double sizeReached(Bid bid, Money asked) {
        double enough = asked.amount().doubleValue() * bid.policy().thresholds().contractShare();
        CompanyProfile own = bid.company().profile();
        return Math.max(
                sizeReached(own.largestContract(), asked, enough), sizeReached(own.annualTurnover(), asked, enough));
    }

    private static double sizeReached(Optional<Money> own, Money asked, double enough) {
        if (own.isEmpty()) {
            return 0;
        }
        return own.get().currency().equals(asked.currency())
                ? Math.min(1, own.get().amount().doubleValue() / enough)
                : 1;
    }

    private static String yearsReason(Bid bid, Optional<Finding<Integer>> asked) {
        Optional<Integer> own = bid.company().profile().yearsOfExperience();
        if (asked.isEmpty()) {
            return own.isEmpty()
                    ? "No years of experience are asked for"
                    : "No years of experience are asked for (the company has " + own.get() + ")";
        }
        String has = own.isEmpty()
                ? "the profile does not say how many the company has"
                : "the company has " + Wording.count(own.get(), "year");
        return Wording.count(asked.get().value(), "year") + " of experience are asked for, and " + has;
    }

    private static String sizeReason(Bid bid, Optional<Money> value) {
        return value.isEmpty()
                ? "the tender's value is not disclosed"
                : "the tender is worth " + bid.asked().worth(value.get())
                        + bid.company().size();
    }
}
