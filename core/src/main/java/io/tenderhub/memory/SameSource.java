package io.tenderhub.memory;

import io.tenderhub.tender.Source;
import io.tenderhub.tender.Tender;

/** Tenders without regard to what is not part of what they say. */
final class SameSource {
    private SameSource() {}

    /** As if it had been read there. */
    static Tender withSource(Tender tender, Source source) {
        return with(tender, source, tender.raw());
    }

    /** Without its published JSON. */
    static Tender withoutRaw(Tender tender) {
        return with(tender, tender.source(), "");
    }

    private static Tender with(Tender t, Source source, String raw) {
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
                raw);
    }
}
