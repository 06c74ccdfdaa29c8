package io.tenderhub.readiness;

import io.tenderhub.requirement.Requirements;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One company under one policy. Judgements of which there are few are made once and kept in tables of a set size, so that a score is
 * put together of what is there. For any number of threads.
 */
final class PolicyScoring {
    private final Capabilities company;
    private final PolicyTexts texts;
    private final Policy policy;
    private final WeightedCriterion[] weighted;
    private final Criterion[] criteria;
    private final List<KeptByNumber<JudgedLine>> lines;
    private final KeptByNumber<Documents> documents;
    private final KeptByNumber<List<Note>> mending;
    private final AtomicLong numbers = new AtomicLong();

    /**
     * @param places of each table, a power of two
     */
    PolicyScoring(Capabilities company, PolicyTexts texts, int places) {
        this.company = company;
        this.texts = texts;
        this.policy = texts.policy();
        this.weighted = policy.criteria().toArray(WeightedCriterion[]::new);
        this.criteria = policy.criteria().stream()
                .map(criterion -> Criteria.named(criterion.criterion()))
                .toArray(Criterion[]::new);
        this.lines = policy.criteria().stream()
                .map(criterion -> Criteria.named(criterion.criterion()).isForEveryCompany()
                        ? texts.lines()
                        : new KeptByNumber<JudgedLine>(places))
                .toList();
        this.documents = new KeptByNumber<>(places);
        this.mending = new KeptByNumber<>(places);
    }

    Assessment assess(Asked asked, Gradings gradings, WorkMatch fit, Presence presence) {
        Bid bid = new Bid(company, policy, asked, gradings, fit, presence, documents(asked));
        JudgedLine[] judged = new JudgedLine[criteria.length];
        long tenths = 0;
        for (int i = 0; i < criteria.length; i++) {
            judged[i] = line(i, bid);
            tenths += judged[i].tenths();
        }
        List<Note> blockers = Blockers.of(bid, texts);
        return new Assessment(this, bid, judged, tenths, blockers, Advice.of(bid, texts.byPoints(tenths), blockers));
    }

    ReadinessScore score(Assessment assessment) {
        Bid bid = assessment.bid();
        ChecklistLine[] checklist = new ChecklistLine[criteria.length];
        for (int i = 0; i < criteria.length; i++) {
            checklist[i] = assessment.lines()[i].with(criteria[i].evidence(bid));
        }
        return new ReadinessScore(
                bid.tender().ocid(),
                bid.tender().id(),
                assessment.points(),
                assessment.advice().recommendation(),
                assessment.advice().reason(),
                List.of(checklist),
                assessment.blockers(),
                bid.deadline().closed() ? List.of() : Mending.of(bid, documentNotes(bid)),
                policy.name(),
                policy.version(),
                bid.asked().situation().now());
    }

    private JudgedLine line(int i, Bid bid) {
        long question = criteria[i].question(bid);
        if (question == Criterion.ASKED_ONCE) {
            return JudgedLine.of(weighted[i], criteria[i].judge(bid));
        }
        JudgedLine known = lines.get(i).get(question);
        return known == null ? lines.get(i).keep(question, JudgedLine.of(weighted[i], criteria[i].judge(bid))) : known;
    }

    private Documents documents(Asked asked) {
        long registrations = asked.registrations();
        if (registrations == Asked.WITHOUT_NUMBER) {
            return documents(Criterion.ASKED_ONCE, asked.requirements());
        }
        Documents known = documents.get(registrations);
        return known == null
                ? documents.keep(registrations, documents(numbers.incrementAndGet(), asked.requirements()))
                : known;
    }

    private Documents documents(long number, Requirements requirements) {
        return Documents.of(number, company.profile(), policy, requirements);
    }

    private List<Note> documentNotes(Bid bid) {
        long days = bid.deadline().daysLeft();
        if (bid.documents().number() < 0 || days >= Integer.MAX_VALUE) {
            return Mending.documents(bid, texts.prefersLevels());
        }
        long question = bid.documents().number() << Integer.SIZE | days + 1;
        List<Note> known = mending.get(question);
        return known == null ? mending.keep(question, Mending.documents(bid, texts.prefersLevels())) : known;
    }
}
