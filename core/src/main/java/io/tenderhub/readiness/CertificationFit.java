package io.tenderhub.readiness;

import io.tenderhub.requirement.Finding;
import java.util.List;

/** Whether the company is certified for the work: its contractor grading, and the professional registrations asked for. */
final class CertificationFit implements Criterion {
    private final CidbFit cidbFit = new CidbFit();

    @Override
    public Judgement judge(Bid bid) {
        Judgement cidb = cidbFit.judge(bid);
        List<Finding<String>> missing = bid.documents().missingProfessional();
        List<Finding<String>> asked = bid.documents().professional();
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
                            "The company has the registrations asked for: " + Documents.names(asked) + ".",
                            asked.stream().findFirst().map(Finding::evidence))
                    : cidb;
        }
        // The worse of the two counts, so that asking for more never gives more.
        double worse = Math.min(share, cidb.share());
        String reason = "The company lacks " + Documents.names(missing) + ", which the tender asks for";
        return new Judgement(
                worse > 0 ? Outcome.PARTLY : Outcome.NOT_MET,
                worse,
                bid.requirements().cidb().isEmpty() ? reason + "." : reason + "; " + decapitalised(cidb.reason()),
                missing.stream().findFirst().map(Finding::evidence));
    }

    private static String decapitalised(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
