package io.tenderhub.feeds.ocds;

import io.tenderhub.feeds.published.Field;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The main procurement category, else the publisher's own words for it; what else is named is additional. */
record Categories(Optional<String> main, List<String> additional) {

    static Categories of(Field tender) {
        Optional<String> coded = tender.child("mainProcurementCategory").text();
        Optional<String> words = tender.child("category").text();
        Set<String> additional = new LinkedHashSet<>();
        words.ifPresent(additional::add);
        additional.addAll(tender.texts("additionalProcurementCategories"));
        Optional<String> main = coded.or(() -> words);
        main.ifPresent(additional::remove);
        return new Categories(main, List.copyOf(additional));
    }
}
