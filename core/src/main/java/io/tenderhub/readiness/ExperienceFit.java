package io.tenderhub.readiness;

import io.tenderhub.requirement.Finding;
import io.tenderhub.tender.Money;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the company has been at it for long enough, and has carried out, or turns over, work of this size. */
final class ExperienceFit implements Criterion {

    @Override
    public Judgement judge(Bid bid) {
        Optional<Finding<Integer>> years = bid.requirements().experienceYears();
        Optional<Money> value = bid.tender().value();
        double yearsReached =
                years.map(asked -> yearsReached(bid, asked.value())).orElse(1.0);
        double sizeReached = value.map(asked -> sizeReached(bid, asked)).orElse(1.0);
        double yearsShare = bid.policy().thresholds().yearsShare();
        // Written so that two full parts give exactly 1.
        double share = 1 - yearsShare * (1 - yearsReached) - (1 - yearsShare) * (1 - sizeReached);
        String reason = yearsReason(bid, years) + "; " + sizeReason(bid, value) + ".";
        Outcome outcome = years.isEmpty() && value.isEmpty()
                ? Outcome.NOT_STATED
                : yearsReached >= 1 && sizeReached >= 1 ? Outcome.MET : share > 0 ? Outcome.PARTLY : Outcome.NOT_MET;
        return new Judgement(outcome, Math.max(0, share), reason, years.map(Finding::evidence));
    }

    private static double yearsReached(Bid bid, int asked) {
        int own = bid.company().profile().yearsOfExperience().orElse(0);
        return own >= asked ? 1 : own / (double) asked;
    }

    /** The better of largest contract and turnover; what is in another currency can't be shown to be too little. */
    private static double sizeReached(Bid bid, Money asked) {
        double enough = asked.amount().doubleValue() * bid.policy().thresholds().contractShare();
        return figures(bid)
                .mapToDouble(own -> own.currency().equals(asked.currency())
                        ? Math.min(1, own.amount().doubleValue() / enough)
                        : 1)
                .max()
                .orElse(0);
    }

    private static Stream<Money> figures(Bid bid) {
        return Stream.concat(
                bid.company().profile().largestContract().stream(), bid.company().profile().annualTurnover().stream());
    }

    private static String yearsReason(Bid bid, Optional<Finding<Integer>> asked) {
        Optional<Integer> own = bid.company().profile().yearsOfExperience();
        String has = own.map(years -> "the company has " + Wording.count(years, "year"))
                .orElse("the profile does not say how many the company has");
        return asked.map(years -> Wording.count(years.value(), "year") + " of experience are asked for, and " + has)
                .orElse("No years of experience are asked for"
                        + own.map(years -> " (the company has " + years + ")").orElse(""));
    }

    private static String sizeReason(Bid bid, Optional<Money> value) {
        if (value.isEmpty()) {
            return "the tender's value is not disclosed";
        }
        String worth = "the tender is worth " + Wording.amount(value.get());
        List<String> own = Stream.concat(
                        bid.company().profile().largestContract().stream()
                                .map(contract -> "the largest contract was " + Wording.amount(contract)),
                        bid.company().profile().annualTurnover().stream()
                                .map(turnover -> "the yearly turnover is " + Wording.amount(turnover)))
                .toList();
        return own.isEmpty()
                ? worth + ", and the profile names no contract or turnover to compare"
                : worth + ", and " + Wording.list(own, "and");
    }
}
