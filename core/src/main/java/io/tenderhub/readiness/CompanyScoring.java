package io.tenderhub.readiness;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** One company, ready to be judged before any number of tenders. For any number of threads. */
final class CompanyScoring {
    private final Capabilities company;
    private final PolicyChoice policies;
    private final OfferedWork work;
    private final ByPolicy<PolicyScoring> byPolicy;
    private final KeptByNumber<Gradings> gradings;
    private final KeptByText<Presence> presences;
    private final AtomicLong numbers = new AtomicLong();

    /**
     * @param stems with those of this company
     * @param texts what policies say to every company
     * @param places of each table of judgements, a power of two
     */
    CompanyScoring(
            Capabilities company, PolicyChoice policies, KnownStems stems, ByPolicy<PolicyTexts> texts, int places) {
        this.company = company;
        this.policies = policies;
        this.work = new OfferedWork(company, stems, places);
        this.byPolicy = new ByPolicy<>(policy -> new PolicyScoring(company, texts.of(policy), places));
        this.gradings = new KeptByNumber<>(places);
        this.presences = new KeptByText<>(places);
    }

    Assessment assess(Asked asked) {
        return byPolicy.of(policies.forTender(asked.tender()))
                .assess(asked, gradings(asked), work.match(asked), presence(asked));
    }

    private Gradings gradings(Asked asked) {
        long asks = asked.gradings();
        if (asks == Asked.WITHOUT_NUMBER) {
            return Gradings.of(Criterion.ASKED_ONCE, company.profile().cidb(), asked.requirements());
        }
        Gradings known = gradings.get(asks);
        return known == null
                ? gradings.keep(
                        asks,
                        Gradings.of(numbers.incrementAndGet(), company.profile().cidb(), asked.requirements()))
                : known;
    }

    private Presence presence(Asked asked) {
        Optional<String> place = asked.place();
        if (place.isEmpty()) {
            return Presence.NOT_STATED;
        }
        Presence known = presences.get(place.get());
        if (known != null) {
            return known;
        }
        return place.get().length() > KeptByText.LONGEST
                ? Presence.of(Criterion.ASKED_ONCE, company, place.get())
                : presences.keep(place.get(), Presence.of(numbers.incrementAndGet(), company, place.get()));
    }
}
