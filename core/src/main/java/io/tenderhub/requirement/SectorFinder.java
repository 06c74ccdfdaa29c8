package io.tenderhub.requirement;

import io.tenderhub.tender.Tender;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the kind of work: from the category where it names one, else from the title and description. */
final class SectorFinder {
    /** Sectors of categories such as "Supplies: General", which the words of the tender may tell more closely. */
    private static final Set<Sector> BROAD = EnumSet.of(Sector.SUPPLIES, Sector.PROFESSIONAL_SERVICES);

    Optional<Finding<Sector>> find(Tender tender, List<Passage> passages) {
        Optional<Finding<Sector>> byCategory =
                tender.category().flatMap(category -> in(new Passage("tender.mainProcurementCategory", category)));
        if (byCategory.isPresent() && !BROAD.contains(byCategory.get().value())) {
            return byCategory;
        }
        List<Finding<Sector>> byWords = new ArrayList<>();
        for (Passage passage : passages) {
            if (!passage.field().equals("tender.specialConditions")) {
                in(passage).ifPresent(byWords::add);
            }
        }
        Optional<Finding<Sector>> close = byWords.stream()
                .filter(finding -> !BROAD.contains(finding.value()))
                .findFirst();
        return close.or(() -> byCategory).or(() -> byWords.stream().findFirst());
    }

    private static Optional<Finding<Sector>> in(Passage passage) {
        return SectorWords.first(passage.text())
                .map(hit -> new Finding<>(hit.sector(), passage.evidence(hit.start(), hit.end())));
    }
}
