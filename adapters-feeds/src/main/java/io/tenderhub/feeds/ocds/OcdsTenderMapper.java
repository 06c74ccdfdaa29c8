package io.tenderhub.feeds.ocds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenderhub.feeds.published.DateStyle;
import io.tenderhub.feeds.published.Field;
import io.tenderhub.feeds.published.MoneyField;
import io.tenderhub.feeds.published.RawJson;
import io.tenderhub.feeds.published.UnreadableRecordException;
import io.tenderhub.feeds.published.Warnings;
import io.tenderhub.tender.Briefing;
import io.tenderhub.tender.Heading;
import io.tenderhub.tender.Period;
import io.tenderhub.tender.Source;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderBuilder;
import io.tenderhub.tender.TenderStatus;
import io.tenderhub.tender.Warning;
import io.tenderhub.tender.WarningCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a tender of one OCDS 1.0 or 1.1 release, or compiled release, with the extensions of the South African publisher.
 * A release without {@code tender}, such as one about planning or an award only, is a tender with what is known.
 * Stateless.
 */
public final class OcdsTenderMapper {
    /** National Treasury of South Africa; its times are local ones marked {@code Z}. */
    private static final String SOUTH_AFRICAN_PREFIX = "ocds-9t57fa";

    /**
     * @param release not changed
     * @param source where it was read
     * @param readWarnings about how it was read; they come first on the tender
     * @throws UnreadableRecordException if it has no ocid or no readable date
     */
    public Tender map(ObjectNode release, Source source, List<Warning> readWarnings) {
        Warnings warnings = new Warnings(readWarnings);
        DateStyle dates = isSouthAfrican(release) ? DateStyle.ISO_WITH_LOCAL_Z : DateStyle.ISO;
        Field root = Field.root(release, dates, warnings);
        String ocid = ocid(release, root);
        Instant date = root.child("date")
                .date()
                .orElseThrow(() -> new UnreadableRecordException(
                        "date is " + (root.child("date").isAbsent() ? "missing" : "not a date"), Optional.of(ocid)));
        checkTag(release, root);
        Field tender = root.object("tender");
        TenderBuilder builder = Tender.builder(ocid, date);
        describe(root, tender, builder, ocid);
        Parties parties = new Parties(root);
        Places places = Places.of(tender);
        Categories categories = Categories.of(tender);
        builder.buyer(parties.buyer().orElse(null))
                .procuringEntity(parties.procuringEntity().orElse(null))
                .contact(parties.contact().orElse(null))
                .value(MoneyField.read(tender.object("value")).orElse(null))
                .procurementMethod(tender.child("procurementMethod").text().orElse(null))
                .procurementMethodDetails(
                        tender.child("procurementMethodDetails").text().orElse(null))
                .category(categories.main().orElse(null))
                .additionalCategories(categories.additional())
                .items(Items.of(tender))
                .province(places.province().orElse(null))
                .deliveryLocation(places.deliveryLocation().orElse(null))
                .tenderPeriod(period(tender.object("tenderPeriod")))
                .briefing(briefing(tender.object("briefingSession")).orElse(null))
                .documents(Documents.of(tender))
                .specialConditions(
                        tender.child("specialConditions").statedText().orElse(null))
                .language(root.child("language").text().orElse(null))
                .awards(Awards.of(root, parties));
        return builder.source(source)
                .raw(RawJson.write(release, warnings))
                .warnings(warnings.list())
                .build();
    }

    private static boolean isSouthAfrican(ObjectNode release) {
        return release.path("ocid").asText("").strip().startsWith(SOUTH_AFRICAN_PREFIX);
    }

    private static String ocid(ObjectNode release, Field root) {
        JsonNode ocid = release.path("ocid");
        if (ocid.isMissingNode() || ocid.isNull()) {
            throw new UnreadableRecordException("ocid is missing");
        }
        if (!ocid.isTextual()) {
            throw new UnreadableRecordException("ocid is not a text");
        }
        return root.child("ocid").text().orElseThrow(() -> new UnreadableRecordException("ocid is empty"));
    }

    private static void checkTag(ObjectNode release, Field root) {
        JsonNode tag = release.path("tag");
        Field field = root.child("tag");
        if (tag.isTextual() && !tag.textValue().isBlank()) {
            field.warn(WarningCode.TAG_AS_STRING, "The tag is a text; read as an array of one.");
        } else if (tag.isArray() && !tag.isEmpty()) {
            root.texts("tag");
        } else if (tag.isArray() || tag.isTextual() || field.isAbsent()) {
            field.warn(WarningCode.TAG_MISSING, "The release has no tag.");
        } else {
            field.warn(WarningCode.UNEXPECTED_TYPE, "The tag is neither an array nor a text; treated as absent.");
        }
    }

    private static void describe(Field root, Field tender, TenderBuilder builder, String ocid) {
        Optional<String> id = tender.child("id").id();
        if (id.isEmpty()) {
            tender.child("id").warn(WarningCode.TENDER_ID_MISSING, "The tender has no identifier; the ocid serves.");
        }
        Optional<String> title = tender.child("title").text();
        Optional<String> description = tender.child("description").text();
        if (title.isEmpty() && description.isEmpty()) {
            title = titleFromElsewhere(root, tender);
        }
        title.filter(Heading::isReference)
                .ifPresent(text -> tender.child("title")
                        .warn(
                                WarningCode.TITLE_IS_REFERENCE,
                                description.isPresent()
                                        ? "The title is only a reference; the description serves as the heading."
                                        : "The title is only a reference, and there is no description."));
        Field status = tender.child("status");
        Optional<TenderStatus> code = status.text().map(TenderStatus::new);
        code.filter(known -> !known.isInCodelist())
                .ifPresent(unknown -> status.warn(
                        WarningCode.STATUS_NOT_IN_CODELIST,
                        "The status is not in the OCDS codelist; kept as published."));
        builder.id(id.orElse(ocid))
                .title(title.orElse(null))
                .description(description.orElse(null))
                .status(code.orElse(null));
    }

    /** Releases about planning, awards or contracts only name there what they are about. */
    private static Optional<String> titleFromElsewhere(Field root, Field tender) {
        List<Field> places = new ArrayList<>();
        places.add(root.child("title"));
        for (String list : List.of("awards", "contracts")) {
            for (Field entry : root.objects(list)) {
                places.add(entry.child("title"));
                places.add(entry.child("description"));
            }
        }
        Field planning = root.object("planning");
        places.add(planning.object("budget").child("description"));
        places.add(planning.object("budget").child("project"));
        places.add(planning.child("rationale"));
        for (Field place : places) {
            Optional<String> text = place.text().filter(found -> found.chars().anyMatch(Character::isLetter));
            if (text.isPresent()) {
                tender.child("title")
                        .warn(WarningCode.MISPLACED_VALUE, "The tender has no title; " + place.path() + " serves.");
                return text;
            }
        }
        return Optional.empty();
    }

    private static Period period(Field period) {
        return new Period(
                period.child("startDate").date(), period.child("endDate").date());
    }

    private static Optional<Briefing> briefing(Field session) {
        Optional<Instant> date = session.child("date").date();
        Optional<String> venue = session.child("venue").statedText();
        Optional<Boolean> compulsory = session.child("compulsory").flag();
        Optional<Boolean> held = session.child("isSession").flag();
        boolean details = date.isPresent() || compulsory.orElse(false);
        if (held.isPresent() && !held.get() && details) {
            session.warn(
                    WarningCode.MISPLACED_VALUE,
                    "It says that there is no briefing session but gives details of one; they are left out.");
        }
        return held.orElse(details)
                ? Optional.of(new Briefing(compulsory.orElse(false), date, venue))
                : Optional.empty();
    }
}
