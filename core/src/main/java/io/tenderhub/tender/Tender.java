package io.tenderhub.tender;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A public tender as published, cleaned of its publisher's quirks; what was cleaned stands in {@link #warnings()}.
 * Texts are trimmed, never blank, with LF line breaks and without control characters.
 *
 * @param ocid the Open Contracting ID, or {@code etenders-<id>} where none is published
 * @param id the publisher's own id of the tender; the ocid where there is none
 * @param title as published; may be only a reference number, see {@link #heading()}
 * @param value estimated by the buyer; absent where 0 or missing
 * @param procurementMethod OCDS code, such as {@code open}
 * @param category main procurement category: OCDS code, or the portal's words
 * @param province province or region of the works, goods or services
 * @param releaseDate of the newest release that went into this tender
 * @param source the newest release's place; not part of what the tender says
 * @param raw the JSON as published (the compiled release where several were merged), without control characters
 */
public record Tender(
        String ocid,
        String id,
        Optional<String> title,
        Optional<String> description,
        Optional<TenderStatus> status,
        Optional<Organisation> buyer,
        Optional<Organisation> procuringEntity,
        Optional<Money> value,
        Optional<String> procurementMethod,
        Optional<String> procurementMethodDetails,
        Optional<String> category,
        List<String> additionalCategories,
        List<Item> items,
        Optional<String> province,
        Optional<String> deliveryLocation,
        Period tenderPeriod,
        Optional<Briefing> briefing,
        List<TenderDocument> documents,
        Optional<Contact> contact,
        Optional<String> specialConditions,
        Optional<String> language,
        List<Award> awards,
        Instant releaseDate,
        Source source,
        List<Warning> warnings,
        String raw) {

    public Tender {
        requireNonNull(ocid);
        requireNonNull(id);
        requireNonNull(title);
        requireNonNull(description);
        requireNonNull(status);
        requireNonNull(buyer);
        requireNonNull(procuringEntity);
        requireNonNull(value);
        requireNonNull(procurementMethod);
        requireNonNull(procurementMethodDetails);
        requireNonNull(category);
        additionalCategories = List.copyOf(additionalCategories);
        items = List.copyOf(items);
        requireNonNull(province);
        requireNonNull(deliveryLocation);
        requireNonNull(tenderPeriod);
        requireNonNull(briefing);
        documents = List.copyOf(documents);
        requireNonNull(contact);
        requireNonNull(specialConditions);
        requireNonNull(language);
        awards = List.copyOf(awards);
        requireNonNull(releaseDate);
        requireNonNull(source);
        warnings = List.copyOf(warnings);
        requireNonNull(raw);
        if (ocid.isBlank()) {
            throw new IllegalArgumentException("a tender has an ocid");
        }
    }

    /** What to show as the tender's name; never blank. */
    public String heading() {
        return Heading.of(title, description).orElse(id);
    }

    /** The buyer, or the procuring entity where no buyer is named. */
    public Optional<Organisation> buyingOrganisation() {
        return buyer.or(() -> procuringEntity);
    }

    /** The closing time, where published. */
    public Optional<Instant> closesAt() {
        return tenderPeriod.end();
    }

    public static TenderBuilder builder(String ocid, Instant releaseDate) {
        return new TenderBuilder(ocid, releaseDate);
    }
}
