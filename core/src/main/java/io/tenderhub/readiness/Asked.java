package io.tenderhub.readiness;

import io.tenderhub.requirement.CidbRequirement;
import io.tenderhub.requirement.Finding;
import io.tenderhub.requirement.Requirements;
import io.tenderhub.requirement.Sector;
import io.tenderhub.tender.Classification;
import io.tenderhub.tender.Item;
import io.tenderhub.tender.Money;
import io.tenderhub.tender.Tender;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one tender asks, as far as it is the same for every company: made once for a tender, however many companies are judged. Its
 * words are looked through when a company wants to know. Used by one thread at a time.
 */
final class Asked {
    /** There are too many demands for a number, or rare ones. */
    static final long WITHOUT_NUMBER = -1;

    private static final int BITS_OF_A_GRADING = 9;
    private static final int BITS_OF_A_REGISTRATION = 5;
    private static final Map<String, Integer> REGISTRATIONS = numbered(
            "CSD",
            "TAX",
            "COIDA",
            "BBBEE",
            "CIDB",
            "PSIRA",
            "NHBRC",
            "ECSA",
            "SACPCMP",
            "SACAP",
            "SAICA",
            "SANAS",
            "ICASA",
            "HPCSA",
            "CIPC",
            "NERSA",
            "FSCA",
            "SAPC",
            "SANC",
            "BARGAINING_COUNCIL");

    private final Tender tender;
    private final Requirements requirements;
    private final BidSituation situation;
    private final KnownStems stems;
    private final Deadline deadline;
    private final BriefingDuty briefing;
    private final long gradings;
    private final long registrations;
    private final @Nullable Sector sector;

    private @Nullable String heading;
    private KnownStems.@Nullable Found inHeading;
    private KnownStems.@Nullable Found inText;
    private @Nullable Optional<String> place;
    private @Nullable String worth;
    private @Nullable List<Note> formNotes;

    Asked(Tender tender, Requirements requirements, BidSituation situation, KnownStems stems) {
        this.tender = tender;
        this.requirements = requirements;
        this.situation = situation;
        this.stems = stems;
        this.deadline = Deadline.of(tender, situation.now());
        this.briefing = BriefingDuty.of(tender, requirements, situation);
        this.gradings = numberOfGradings(requirements.cidb());
        this.registrations = numberOfRegistrations(requirements.registrations());
        this.sector =
                requirements.sector().isPresent() ? requirements.sector().get().value() : null;
    }

    Tender tender() {
        return tender;
    }

    Requirements requirements() {
        return requirements;
    }

    BidSituation situation() {
        return situation;
    }

    Deadline deadline() {
        return deadline;
    }

    BriefingDuty briefing() {
        return briefing;
    }

    /** The same for lists of the same gradings; or {@link #WITHOUT_NUMBER}. */
    long gradings() {
        return gradings;
    }

    /** The same for lists of the same registrations; or {@link #WITHOUT_NUMBER}. */
    long registrations() {
        return registrations;
    }

    Optional<Sector> sector() {
        return Optional.ofNullable(sector);
    }

    /** 0 where the sector is not evident. */
    int sectorNumber() {
        return sector == null ? 0 : sector.ordinal() + 1;
    }

    String heading() {
        if (heading == null) {
            heading = tender.heading();
        }
        return heading;
    }

    /** What the heading, the categories and the items have of the known stems. */
    KnownStems.Found inHeading() {
        if (inHeading == null) {
            inHeading = stems.nothing();
            findInHeading(inHeading);
        }
        return inHeading;
    }

    /** What the description has of the known stems. */
    KnownStems.Found inText() {
        if (inText == null) {
            inText = stems.nothing();
            find(tender.description(), inText);
        }
        return inText;
    }

    /** Province or region, as the tender writes it; empty where it is not evident. */
    Optional<String> place() {
        if (place == null) {
            place = tender.province().isPresent()
                    ? tender.province()
                    : tender.deliveryLocation().flatMap(Places::provinceIn);
        }
        return place;
    }

    /** The tender's value in words; only where there is one. */
    String worth(Money value) {
        if (worth == null) {
            worth = Wording.amount(value);
        }
        return worth;
    }

    /** What to do about the forms; nothing where none is asked for. */
    List<Note> formNotes() {
        if (formNotes == null) {
            formNotes = Mending.forms(requirements);
        }
        return formNotes;
    }

    private void findInHeading(KnownStems.Found found) {
        stems.find(heading(), found);
        find(tender.category(), found);
        for (int i = 0; i < tender.additionalCategories().size(); i++) {
            stems.find(tender.additionalCategories().get(i), found);
        }
        for (int i = 0; i < tender.items().size(); i++) {
            Item item = tender.items().get(i);
            find(item.description(), found);
            for (Classification classification : item.classifications()) {
                find(classification.description(), found);
            }
        }
    }

    private void find(Optional<String> text, KnownStems.Found found) {
        if (text.isPresent()) {
            stems.find(text.get(), found);
        }
    }

    private static long numberOfGradings(List<CidbRequirement> asked) {
        if (asked.size() > Long.SIZE / BITS_OF_A_GRADING) {
            return WITHOUT_NUMBER;
        }
        long number = 0;
        for (int i = 0; i < asked.size(); i++) {
            CidbRequirement one = asked.get(i);
            int grade = one.grade().cidbClass().ordinal() * 9 + one.grade().grade() - 1;
            number = number << BITS_OF_A_GRADING | grade * 2 + (one.potentiallyEmerging() ? 1 : 0) + 1;
        }
        return number;
    }

    private static long numberOfRegistrations(List<Finding<String>> asked) {
        if (asked.size() > Long.SIZE / BITS_OF_A_REGISTRATION) {
            return WITHOUT_NUMBER;
        }
        long number = 0;
        for (int i = 0; i < asked.size(); i++) {
            Integer known = REGISTRATIONS.get(asked.get(i).value());
            if (known == null) {
                return WITHOUT_NUMBER;
            }
            number = number << BITS_OF_A_REGISTRATION | known;
        }
        return number;
    }

    private static Map<String, Integer> numbered(String... names) {
        Map<String, Integer> numbers = new java.util.HashMap<>();
        for (String name : names) {
            numbers.put(name, numbers.size() + 1);
        }
        return Map.copyOf(numbers);
    }
}
