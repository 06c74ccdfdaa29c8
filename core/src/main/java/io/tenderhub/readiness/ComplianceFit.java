package io.tenderhub.readiness;

import io.tenderhub.requirement.Evidence;
import java.util.List;
import java.util.Optional;

/** Whether the registrations and certificates are there that the tender, or the law behind every tender, asks for. */
final class ComplianceFit implements Criterion {

    @Override
    public Judgement judge(Bid bid) {
        Documents documents = bid.documents();
        List<String> missing = documents.missing();
        if (missing.isEmpty()) {
            return documents.stated().isEmpty()
                    ? new Judgement(Outcome.NOT_STATED, 1, nothingStated(bid))
                    : new Judgement(
                            Outcome.MET,
                            1,
                            "The company has everything asked for: " + Documents.names(documents.stated()) + ".");
        }
        double share =
                Math.max(0, 1 - missing.size() * bid.policy().thresholds().missingDocument());
        List<String> words = missing.stream().map(Documents::words).toList();
        String asked = documents.missingStated().isEmpty()
                ? ", which every bidder needs"
                : documents.missingAlways().isEmpty() ? ", which the tender asks for" : "";
        return new Judgement(
                share > 0 ? Outcome.PARTLY : Outcome.NOT_MET,
                share,
                "The company lacks " + Wording.list(words, "and") + asked + ".");
    }

    @Override
    public long question(Bid bid) {
        return bid.documents().number() < 0 ? ASKED_ONCE : bid.documents().number();
    }

    @Override
    public Optional<Evidence> evidence(Bid bid) {
        Documents documents = bid.documents();
        if (documents.stated().isEmpty()
                || documents.missingStated().isEmpty()
                        && !documents.missingAlways().isEmpty()) {
            return Optional.empty();
        }
        int place = documents.missingStated().isEmpty()
                ? 0
                : documents.place(documents.missingStated().get(0));
        return Optional.of(bid.requirements().registrations().get(place).evidence());
    }

    private static String nothingStated(Bid bid) {
        List<String> always =
                bid.policy().alwaysRequired().stream().map(Documents::words).toList();
        return always.isEmpty()
                ? "The tender states no registrations or certificates."
                : "The tender states no registrations or certificates; the company has " + Wording.list(always, "and")
                        + ", which every bidder needs.";
    }
}
