package io.tenderhub.readiness;

import java.util.List;

/** What a policy says to every company alike, made once. For any number of threads. */
final class PolicyTexts {
    private static final int POINTS = 1024;
    private static final int DAYS = 2048;

    private final Policy policy;
    private final KeptByNumber<Advice> advice = new KeptByNumber<>(POINTS);
    private final KeptByNumber<List<Note>> closed = new KeptByNumber<>(DAYS);
    private final KeptByNumber<JudgedLine> lines = new KeptByNumber<>(DAYS);
    /** Whether a B-BBEE level gives points at all. */
    private final boolean prefersLevels;

    PolicyTexts(Policy policy) {
        this.policy = policy;
        this.prefersLevels = policy.criteria().stream()
                .anyMatch(weighted -> weighted.criterion().equals(Criteria.PREFERENCE) && weighted.weight() > 0);
    }

    Policy policy() {
        return policy;
    }

    boolean prefersLevels() {
        return prefersLevels;
    }

    /** What these points alone advise. */
    Advice byPoints(long tenths) {
        Advice known = advice.get(tenths);
        return known == null ? advice.keep(tenths, Advice.byPoints(tenths, policy.thresholds())) : known;
    }

    /** The blocker of a tender that is closed. */
    List<Note> closed(Deadline deadline) {
        long question = TimeLeft.question(deadline);
        List<Note> known = question == Criterion.ASKED_ONCE ? null : closed.get(question);
        return known == null ? madeOf(deadline, question) : known;
    }

    /** Lines of criteria that are the same for every company. */
    KeptByNumber<JudgedLine> lines() {
        return lines;
    }

    private List<Note> madeOf(Deadline deadline, long question) {
        List<Note> made = List.of(Blockers.closed(deadline));
        return question == Criterion.ASKED_ONCE ? made : closed.keep(question, made);
    }
}
