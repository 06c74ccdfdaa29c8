package io.tenderhub.readiness;

import io.tenderhub.requirement.Evidence;
import io.tenderhub.requirement.Finding;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Whether the company works where the tender is. */
final class CoverageFit implements Criterion {

    @Override
    public Judgement judge(Bid bid) {
        Presence presence = bid.presence();
        Optional<Finding<String>> local = bid.requirements().localPresence();
        double part = bid.policy().thresholds().partOfCountry();
        String place = presence.place().orElse("");
        return switch (presence.reach()) {
            case COVERED ->
                new Judgement(
                        Outcome.MET,
                        1,
                        bid.company().profile().coverage().national()
                                ? "The company works nationally, so also in " + place + "."
                                : "The company covers " + place + ".");
            case PART_OF_COUNTRY ->
                new Judgement(
                        Judgement.outcomeOf(part),
                        part,
                        "The work is all over the country, and the company covers " + covered(bid) + ".");
            case ELSEWHERE ->
                new Judgement(
                        Outcome.NOT_MET,
                        0,
                        "The work is in " + place + ", and the company covers " + covered(bid) + ".");
            case NOT_STATED -> local.isPresent() ? localSomewhere(bid) : notStated();
        };
    }

    @Override
    public long question(Bid bid) {
        long place = bid.presence().number();
        return place < 0
                ? ASKED_ONCE
                : place * 2 + (bid.requirements().localPresence().isPresent() ? 1 : 0);
    }

    @Override
    public Optional<Evidence> evidence(Bid bid) {
        Optional<Finding<String>> local = bid.requirements().localPresence();
        return local.isPresent() ? Optional.of(local.get().evidence()) : Optional.empty();
    }

    /** The place may be one that the company covers; only a company that covers none falls short for certain. */
    private static Judgement localSomewhere(Bid bid) {
        boolean somewhere = bid.company().profile().coverage().national()
                || !bid.company().places().isEmpty();
        return somewhere
                ? new Judgement(
                        Outcome.NOT_STATED,
                        1,
                        "The tender asks for a local presence but does not say in which province.")
                : new Judgement(
                        Outcome.NOT_MET,
                        0,
                        "The tender asks for a local presence, and the company covers no province by its profile.");
    }

    private static Judgement notStated() {
        return new Judgement(Outcome.NOT_STATED, 1, "The tender does not say where the work is.");
    }

    private static String covered(Bid bid) {
        TreeSet<String> provinces =
                new TreeSet<>(bid.company().profile().coverage().provinces());
        return provinces.isEmpty()
                ? "no province by its profile"
                : "only " + Wording.list(List.copyOf(provinces), "and");
    }
}
