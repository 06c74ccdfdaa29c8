package io.tenderhub.feeds;

import io.tenderhub.tender.Tender;
import java.util.List;
import java.util.Optional;

/** Tenders without what work that scores does not look at. */
final class Scored {
    private Scored() {}

    static List<Tender> of(List<Tender> tenders) {
        return tenders.stream().map(Scored::of).toList();
    }

    static Tender of(Tender tender) {
        return new Tender(
                tender.ocid(),
                tender.id(),
                tender.title(),
                tender.description(),
                tender.status(),
                tender.buyer(),
                tender.procuringEntity(),
                tender.value(),
                tender.procurementMethod(),
                tender.procurementMethodDetails(),
                tender.category(),
                tender.additionalCategories(),
                tender.items(),
                tender.province(),
                tender.deliveryLocation(),
                tender.tenderPeriod(),
                tender.briefing(),
                List.of(),
                Optional.empty(),
                tender.specialConditions(),
                tender.language(),
                List.of(),
                tender.releaseDate(),
                tender.source(),
                List.of(),
                "");
    }
}
