package io.tenderhub.requirement.plain;

import io.tenderhub.requirement.Finding;
import io.tenderhub.requirement.Sector;
import io.tenderhub.tender.Tender;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the kind of work: from the category where it names one, else from the title and description. */
final class SectorFinder {
    /** Sectors of categories such as "Supplies: General", which the words of the tender may tell more closely. */
    private static final Set<Sector> BROAD = EnumSet.of(Sector.SUPPLIES, Sector.PROFESSIONAL_SERVICES);

    private static final Pattern DEPARTMENT = Pattern.compile(
            "\\b(?:department|ministry|directorate|dept\\.?) of (?:the )?\\p{L}+(?:,? (?:and|&) \\p{L}+)?",
            Pattern.CASE_INSENSITIVE);

    Optional<Finding<Sector>> find(Tender tender, List<Passage> passages) {
        List<Finding<Sector>> byCategory = byCategory(tender);
        Optional<Finding<Sector>> closeCategory = closest(byCategory);
        if (closeCategory.isPresent()) {
            return closeCategory;
        }
        List<Finding<Sector>> byWords = new ArrayList<>();
        for (Passage passage : passages) {
            if (!passage.field().equals("tender.specialConditions")) {
                in(passage).ifPresent(byWords::add);
            }
        }
        return closest(byWords)
                .or(() -> byCategory.stream().findFirst())
                .or(() -> byWords.stream().findFirst());
    }

    private static List<Finding<Sector>> byCategory(Tender tender) {
        List<Finding<Sector>> found = new ArrayList<>();
        tender.category()
                .flatMap(category -> in(new Passage("tender.mainProcurementCategory", category)))
                .ifPresent(found::add);
        for (int i = 0; i < tender.additionalCategories().size(); i++) {
            in(new Passage(
                            "tender.additionalProcurementCategories[" + i + "]",
                            tender.additionalCategories().get(i)))
                    .ifPresent(found::add);
        }
        return found;
    }

    private static Optional<Finding<Sector>> closest(List<Finding<Sector>> findings) {
        return findings.stream()
                .filter(finding -> !BROAD.contains(finding.value()))
                .findFirst();
    }

    private static Optional<Finding<Sector>> in(Passage passage) {
        return SectorWords.first(withoutBuyers(passage.text()))
                .map(hit -> new Finding<>(hit.sector(), passage.evidence(hit.start(), hit.end())));
    }

    /** The text with the names of departments blanked out, of the same length: who buys does not say what is bought. */
    private static String withoutBuyers(String text) {
        return Words.contains(text, "of ")
                ? DEPARTMENT
                        .matcher(text)
                        .replaceAll(found -> " ".repeat(found.group().length()))
                : text;
    }
}
