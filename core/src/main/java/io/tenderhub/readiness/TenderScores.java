package io.tenderhub.readiness;

import io.tenderhub.tender.Tender;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one tender scores for each of the companies of a {@link BatchScoring}, made when asked for. Points and recommendation cost
 * less than the whole score. Used by one thread at a time.
 */
public final class TenderScores {
    private final Asked asked;
    private final List<CompanyScoring> companies;
    private final @Nullable Assessment[] assessments;

    TenderScores(Asked asked, List<CompanyScoring> companies) {
        this.asked = asked;
        this.companies = companies;
        this.assessments = new Assessment[companies.size()];
    }

    public Tender tender() {
        return asked.tender();
    }

    /** {@link Tender#heading()}, made once. */
    public String heading() {
        return asked.heading();
    }

    /** How many companies there are. */
    public int size() {
        return companies.size();
    }

    /**
     * 0–100, at most one decimal.
     *
     * @param company the place of its scorer among those given, from 0
     * @throws IndexOutOfBoundsException if there is no such company, as of all methods
     */
    public double points(int company) {
        return assessment(company).points();
    }

    public Recommendation recommendation(int company) {
        return assessment(company).advice().recommendation();
    }

    /** The whole score, with its reasons. */
    public ReadinessScore score(int company) {
        return assessment(company).score();
    }

    private Assessment assessment(int company) {
        Assessment known = assessments[company];
        if (known == null) {
            known = companies.get(company).assess(asked);
            assessments[company] = known;
        }
        return known;
    }
}
