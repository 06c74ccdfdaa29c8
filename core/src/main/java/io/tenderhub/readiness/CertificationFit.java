package io.tenderhub.readiness;

import io.tenderhub.requirement.Evidence;
import java.util.List;
import java.util.Optional;

/** Whether the company is certified for the work: its contractor grading, and the professional registrations asked for. */
final class CertificationFit implements Criterion {
    /** Questions about registrations alone; no other question of this criterion has these numbers. */
    private static final long REGISTRATIONS = 1L << 62;

    private final CidbFit cidbFit = new CidbFit();

    @Override
    public Judgement judge(Bid bid) {
        Judgement cidb = cidbFit.judge(bid);
        List<String> missing = bid.documents().missingProfessional();
        List<String> asked = bid.documents().professional();
        if (asked.isEmpty()) {
            return cidb;
        }
        double share =
                Math.max(0, 1 - missing.size() * bid.policy().thresholds().missingDocument());
        if (missing.isEmpty()) {
            boolean nothingElse = bid.requirements().cidb().isEmpty();
            return nothingElse
                    ? new Judgement(
                            Outcome.MET,
                            1,
                            "The company has the registrations asked for: " + Documents.names(asked) + ".")
                    : cidb;
        }
        // The worse of the two counts, so that asking for more never gives more.
        double worse = Math.min(share, cidb.share());
        String reason = "The company lacks " + Documents.names(missing) + ", which the tender asks for";
        return new Judgement(
                worse > 0 ? Outcome.PARTLY : Outcome.NOT_MET,
                worse,
                bid.requirements().cidb().isEmpty() ? reason + "." : reason + "; " + decapitalised(cidb.reason()));
    }

    @Override
    public long question(Bid bid) {
        if (!asksForProfessionals(bid.documents())) {
            return cidbFit.question(bid);
        }
        boolean nothingElse = bid.requirements().cidb().isEmpty();
        return nothingElse && bid.documents().number() >= 0
                ? REGISTRATIONS | bid.documents().number()
                : ASKED_ONCE;
    }

    @Override
    public Optional<Evidence> evidence(Bid bid) {
        Documents documents = bid.documents();
        if (!asksForProfessionals(documents)) {
            return cidbFit.evidence(bid);
        }
        List<String> missing = documents.missingProfessional();
        if (missing.isEmpty()) {
            return bid.requirements().cidb().isEmpty()
                    ? evidence(bid, documents.professional().get(0))
                    : cidbFit.evidence(bid);
        }
        return evidence(bid, missing.get(0));
    }

    private static Optional<Evidence> evidence(Bid bid, String document) {
        return Optional.of(bid.requirements()
                .registrations()
                .get(bid.documents().place(document))
                .evidence());
    }

    private static boolean asksForProfessionals(Documents documents) {
        for (int i = 0; i < documents.stated().size(); i++) {
            if (Documents.isProfessional(documents.stated().get(i))) {
                return true;
            }
        }
        return false;
    }

    private static String decapitalised(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
