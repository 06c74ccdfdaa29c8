package io.tenderhub.readiness;

import io.tenderhub.requirement.Finding;
import java.util.List;

/** Whether the registrations and certificates are there that the tender, or the law behind every tender, asks for. */
final class ComplianceFit implements Criterion {

    @Override
    public Judgement judge(Bid bid) {
        Documents documents = bid.documents();
        List<String> missing = documents.missing();
        if (missing.isEmpty()) {
            return documents.stated().isEmpty()
                    ? Judgement.of(Outcome.NOT_STATED, 1, nothingStated(bid))
                    : new Judgement(
                            Outcome.MET,
                            1,
                            "The company has everything asked for: " + Documents.names(documents.stated()) + ".",
                            documents.stated().stream().findFirst().map(Finding::evidence));
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
                "The company lacks " + Wording.list(words, "and") + asked + ".",
                documents.missingStated().stream().findFirst().map(Finding::evidence));
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
