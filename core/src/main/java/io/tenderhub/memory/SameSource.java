package io.tenderhub.memory;

import io.tenderhub.tender.Source;
import io.tenderhub.tender.Tender;

/** Compares tenders without regard to where they were read, which is not part of what they say. */
final class SameSource {
    private SameSource() {}

    static Tender withSource(Tender t, Source source) {
        return new Tender(
                t.ocid(),
                t.id(),
                t.title(),
                t.description(),
                t.status(),
                t.buyer(),
                t.procuringEntity(),
                t.value(),
                t.procurementMethod(),
                t.procurementMethodDetails(),
                t.category(),
                t.additionalCategories(),
                t.items(),
                t.province(),
                t.deliveryLocation(),
                t.tenderPeriod(),
                t.briefing(),
                t.documents(),
                t.contact(),
                t.specialConditions(),
                t.language(),
                t.awards(),
                t.releaseDate(),
                source,
                t.warnings(),
                t.raw());
    }
}
