package io.tenderhub.readiness;

import io.tenderhub.requirement.Evidence;
import io.tenderhub.requirement.Finding;
import io.tenderhub.requirement.PreferenceSystem;
import io.tenderhub.requirement.Requirements;
import io.tenderhub.tender.Money;
import java.util.List;
import java.util.Optional;

/** How many preference points the company gets; by its B-BBEE level, assumed unless the tender states its goals. */
final class PreferenceFit implements Criterion {
    /** The systems there are, and none. */
    private static final long SYSTEMS = PreferenceSystem.values().length + 1L;

    @Override
    public Judgement judge(Bid bid) {
        Requirements asked = bid.requirements();
        Optional<Integer> level = bid.company().profile().bbbeeLevel();
        double share80 = points(bid.policy().bbbeePoints80(), level) / 20.0;
        double share90 = points(bid.policy().bbbeePoints90(), level) / 10.0;
        Optional<PreferenceSystem> stated = asked.preferenceSystem().map(Finding::value);
        Optional<PreferenceSystem> byValue = byValue(bid);
        // An assumption costs nothing: where the system is open, the better of the two counts.
        double share = Math.min(
                stated.map(system -> share(system, share80, share90)).orElse(Math.max(share80, share90)),
                byValue.map(system -> share(system, share80, share90)).orElse(Math.max(share80, share90)));
        boolean levelTooLow = isLevelTooLow(asked, level);
        return new Judgement(
                levelTooLow ? Outcome.NOT_MET : Judgement.outcomeOf(share),
                levelTooLow ? 0 : share,
                levelTooLow ? levelReason(asked, level) : pointsReason(bid, level, stated.or(() -> byValue)));
    }

    @Override
    public long question(Bid bid) {
        Requirements asked = bid.requirements();
        int level = asked.bbbeeLevel().isPresent() ? asked.bbbeeLevel().get().value() : 0;
        if (level < 0 || !asked.specificGoals().isEmpty()) {
            return ASKED_ONCE;
        }
        int stated = asked.preferenceSystem().isPresent()
                ? asked.preferenceSystem().get().value().ordinal() + 1
                : 0;
        Optional<PreferenceSystem> byValue = byValue(bid);
        return (level * SYSTEMS + stated) * SYSTEMS
                + (byValue.isPresent() ? byValue.get().ordinal() + 1 : 0);
    }

    /** Whether the tender asks for a better level than the company's. */
    static boolean isLevelTooLow(Requirements asked, Optional<Integer> level) {
        return asked.bbbeeLevel().isPresent()
                && (level.isEmpty() || level.get() > asked.bbbeeLevel().get().value());
    }

    static String levelReason(Requirements asked, Optional<Integer> level) {
        return "The tender asks for B-BBEE level "
                + asked.bbbeeLevel().map(Finding::value).orElse(8) + " or better, and the company has "
                + level.map(own -> "level " + own).orElse("no B-BBEE level") + ".";
    }

    private static double share(PreferenceSystem system, double share80, double share90) {
        return switch (system) {
            case EIGHTY_TWENTY -> share80;
            case NINETY_TEN -> share90;
            case BOTH -> Math.max(share80, share90);
        };
    }

    private static Optional<PreferenceSystem> byValue(Bid bid) {
        Optional<Money> value = bid.tender().value();
        return value.isPresent() && value.get().currency().equals("ZAR")
                ? Optional.of(PreferencePoints.newest().systemFor(value.get().amount()))
                : Optional.empty();
    }

    private static int points(List<Integer> table, Optional<Integer> level) {
        return level.map(own -> table.get(own - 1)).orElse(0);
    }

    private static String pointsReason(Bid bid, Optional<Integer> level, Optional<PreferenceSystem> system) {
        Requirements asked = bid.requirements();
        int points80 = points(bid.policy().bbbeePoints80(), level);
        int points90 = points(bid.policy().bbbeePoints90(), level);
        String who = level.map(own -> "B-BBEE level " + own).orElse("No B-BBEE level");
        String points = switch (system.orElse(PreferenceSystem.BOTH)) {
            case EIGHTY_TWENTY -> points80 + " of 20 points under 80/20";
            case NINETY_TEN -> points90 + " of 10 points under 90/10";
            case BOTH -> points80 + " of 20 points under 80/20, or " + points90 + " of 10 under 90/10";
        };
        String source = asked.preferenceSystem().isPresent()
                ? ", the system that the tender states"
                : system.isPresent() ? ", the system for this value" : ", as the value and the system are not stated";
        String goals = asked.specificGoals().isEmpty()
                ? "; the points are assumed, as the tender does not state its goals."
                : "; the points are assumed, and the tender states goals of its own: \""
                        + Wording.cut(asked.specificGoals().get(0).value()) + "\".";
        return who + " gives " + points + source + goals;
    }

    @Override
    public Optional<Evidence> evidence(Bid bid) {
        Requirements asked = bid.requirements();
        if (asked.bbbeeLevel().isPresent()) {
            return Optional.of(asked.bbbeeLevel().get().evidence());
        }
        if (asked.preferenceSystem().isPresent()) {
            return Optional.of(asked.preferenceSystem().get().evidence());
        }
        return asked.specificGoals().isEmpty()
                ? Optional.empty()
                : Optional.of(asked.specificGoals().get(0).evidence());
    }
}
