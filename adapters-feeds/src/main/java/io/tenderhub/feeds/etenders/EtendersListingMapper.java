package io.tenderhub.feeds.etenders;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenderhub.feeds.published.DateStyle;
import io.tenderhub.feeds.published.Field;
import io.tenderhub.feeds.published.RawJson;
import io.tenderhub.feeds.published.UnreadableRecordException;
import io.tenderhub.feeds.published.Warnings;
import io.tenderhub.tender.Briefing;
import io.tenderhub.tender.Contact;
import io.tenderhub.tender.Heading;
import io.tenderhub.tender.Organisation;
import io.tenderhub.tender.Period;
import io.tenderhub.tender.Source;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderBuilder;
import io.tenderhub.tender.TenderDocument;
import io.tenderhub.tender.TenderStatus;
import io.tenderhub.tender.Warning;
import io.tenderhub.tender.WarningCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Makes tenders of the rows of the South African eTenders portal, which are not OCDS. The title is the tender number, as in
 * the same publisher's OCDS releases. Stateless.
 *
 * <p>The ocid is the published one, else {@code etenders-<portal id>}, else {@code etenders-<tender number>}: the number as
 * written, so that different numbers stay different; only blanks around it and control characters are taken off.
 *
 * <p>Dates have no zone; they are read as UTC, with a warning. Texts such as {@code N/A} count as absent, with a warning.
 */
public final class EtendersListingMapper {
    private static final Pattern STARTS_WITH_DATE =
            Pattern.compile("(?:\\d{4}-\\d\\d-\\d\\d|\\d\\d/\\d\\d/\\d{4}).*", Pattern.DOTALL);

    /**
     * @param row of the search JSON's {@code data}; not changed
     * @throws UnreadableRecordException if it has neither id nor number, or no readable date of publication
     */
    public Tender fromJson(ObjectNode row, Source source, List<Warning> readWarnings) {
        Warnings warnings = new Warnings(readWarnings);
        Field root = Field.root(row, DateStyle.DAY_FIRST, warnings);
        Optional<String> id = root.child("id").id().filter(text -> !text.equals("0"));
        Optional<String> number = root.child("tender_No").id();
        String ocid = root.child("ocid").text().orElseGet(() -> ocid(id.or(() -> number)));
        TenderBuilder tender =
                begin(root, "date_Published", ocid, id.or(() -> number), number, "tender_No", "description");
        Field status = root.child("status");
        Optional<TenderStatus> code = status.text().map(TenderStatus::new);
        code.filter(known -> !known.isInCodelist())
                .ifPresent(unknown -> status.warn(
                        WarningCode.STATUS_NOT_IN_CODELIST,
                        "The status is not in the OCDS codelist; kept as published."));
        Optional<String> buyer = root.child("organ_of_State")
                .statedText()
                .or(() -> root.child("department").statedText());
        Optional<String> buyerId = root.child("departmentsID").id();
        tender.status(code.orElse(null))
                .buyer(buyer.map(name -> new Organisation(buyerId, name)).orElse(null))
                .procurementMethodDetails(root.child("type").text().orElse(null))
                .category(root.child("category").text().orElse(null))
                .province(root.child("province").statedText().orElse(null))
                .deliveryLocation(place(root).orElse(null))
                .specialConditions(root.child("conditions").statedText().orElse(null))
                .contact(contact(root, "contactPerson", "email", "telephone").orElse(null))
                .tenderPeriod(new Period(
                        root.child("date_Published").date(),
                        root.child("closing_Date").date()))
                .documents(documents(root));
        Optional<Instant> date = root.child("compulsory_briefing_session").date();
        Optional<String> venue = root.child("briefingVenue").statedText();
        boolean held = root.child("briefingSession").flag().orElse(false);
        boolean compulsory = root.child("briefingCompulsory").flag().orElse(false);
        tender.briefing(briefing(root.child("briefingSession"), held, compulsory, date, venue)
                .orElse(null));
        return tender.source(source)
                .raw(RawJson.write(row, warnings))
                .warnings(warnings.list())
                .build();
    }

    /**
     * @param row by column name; becomes the raw JSON as an object of these
     * @throws UnreadableRecordException if it has no number and no id, or no readable date of advertisement
     */
    public Tender fromCsv(Map<String, String> row, Source source, List<Warning> readWarnings) {
        Warnings warnings = new Warnings(readWarnings);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode filled = JsonNodeFactory.instance.objectNode();
        row.forEach((column, value) -> {
            json.put(column, value);
            if (!value.isBlank()) {
                filled.put(column, value);
            }
        });
        // An empty cell is how a CSV says "absent": no quirk.
        Field root = Field.root(filled, DateStyle.DAY_FIRST, warnings);
        Optional<String> id = root.child("Tender ID").id();
        Optional<String> number = root.child("Tender Number").id();
        TenderBuilder tender = begin(
                root,
                "Advertised",
                ocid(id.or(() -> number)),
                id.or(() -> number),
                number,
                "Tender Number",
                "Tender Description");
        tender.buyer(root.child("Organ Of State")
                        .statedText()
                        .map(name -> new Organisation(Optional.empty(), name))
                        .orElse(null))
                .procurementMethodDetails(root.child("Tender Type").text().orElse(null))
                .category(root.child("Category").text().orElse(null))
                .province(root.child("Province").statedText().orElse(null))
                .deliveryLocation(root.child("Place where goods, works or services are required")
                        .statedText()
                        .orElse(null))
                .specialConditions(root.child("Special Conditions").statedText().orElse(null))
                .contact(contact(root, "Contact Person", "Email", "Telephone number")
                        .orElse(null))
                .tenderPeriod(new Period(
                        root.child("Advertised").date(), root.child("Closing").lastDate()))
                .briefing(csvBriefing(root, filled).orElse(null));
        return tender.source(source)
                .raw(RawJson.write(json, warnings))
                .warnings(warnings.list())
                .build();
    }

    private static String ocid(Optional<String> id) {
        return "etenders-"
                + id.orElseThrow(() -> new UnreadableRecordException("neither a portal id nor a tender number"));
    }

    private static TenderBuilder begin(
            Field root,
            String dateField,
            String ocid,
            Optional<String> id,
            Optional<String> number,
            String numberField,
            String descriptionField) {
        Field published = root.child(dateField);
        Instant date = published
                .date()
                .orElseThrow(() -> new UnreadableRecordException(
                        dateField + " is " + (published.isAbsent() ? "missing" : "not a date"), Optional.of(ocid)));
        Optional<String> description = root.child(descriptionField).text();
        number.filter(Heading::isReference)
                .ifPresent(text -> root.child(numberField)
                        .warn(
                                WarningCode.TITLE_IS_REFERENCE,
                                description.isPresent()
                                        ? "The title is only a reference; the description serves as the heading."
                                        : "The title is only a reference, and there is no description."));
        return Tender.builder(ocid, date)
                .id(id.orElse(ocid))
                .title(number.orElse(null))
                .description(description.orElse(null));
    }

    /**
     * In older rows the column "Is it compulsory?" holds the time of a briefing that the portal's own JSON calls not
     * compulsory. A blank answer to "Is there a briefing session?" is taken as none stated.
     */
    private static Optional<Briefing> csvBriefing(Field root, ObjectNode row) {
        Field heldField = root.child("Is there a briefing session?");
        Field compulsoryField = root.child("Is it compulsory?");
        boolean held = answer(row, "Is there a briefing session?").equalsIgnoreCase("yes");
        Optional<Instant> date = root.child("Briefing Date and Time").date();
        Optional<String> venue = root.child("Briefing Venue").statedText();
        String compulsory = answer(row, "Is it compulsory?");
        if (STARTS_WITH_DATE.matcher(compulsory).matches()) {
            Optional<Instant> misplaced = compulsoryField.date();
            compulsoryField.warn(
                    WarningCode.MISPLACED_VALUE,
                    misplaced.isPresent() && date.isEmpty() && held
                            ? "A date stands where yes or no is expected; read as the date of a briefing that is not compulsory."
                            : "A date stands where yes or no is expected; left out.");
            return briefing(heldField, held, false, date.or(() -> misplaced), venue);
        }
        return briefing(heldField, held, compulsory.equalsIgnoreCase("yes"), date, venue);
    }

    private static String answer(ObjectNode row, String column) {
        return row.path(column).asText("").strip();
    }

    private static Optional<Briefing> briefing(
            Field heldField, boolean held, boolean compulsory, Optional<Instant> date, Optional<String> venue) {
        if (held) {
            return Optional.of(new Briefing(compulsory, date, venue));
        }
        if (compulsory || date.isPresent() || venue.isPresent()) {
            heldField.warn(
                    WarningCode.MISPLACED_VALUE,
                    "No briefing session is stated, but details of one are given; they are left out.");
        }
        return Optional.empty();
    }

    private static Optional<String> place(Field root) {
        List<String> parts = new ArrayList<>();
        for (String part : List.of("streetname", "surburb", "town", "code")) {
            root.child(part).statedText().filter(text -> !parts.contains(text)).ifPresent(parts::add);
        }
        return parts.isEmpty() ? root.child("delivery").statedText() : Optional.of(String.join(", ", parts));
    }

    private static Optional<Contact> contact(Field root, String name, String email, String telephone) {
        Contact contact = new Contact(
                root.child(name).statedText(),
                root.child(email).statedText(),
                root.child(telephone).statedText());
        boolean empty = contact.name().isEmpty()
                && contact.email().isEmpty()
                && contact.telephone().isEmpty();
        return empty ? Optional.empty() : Optional.of(contact);
    }

    private static List<TenderDocument> documents(Field root) {
        List<TenderDocument> documents = new ArrayList<>();
        for (Field entry : root.objects("supportDocument")) {
            documents.add(new TenderDocument(
                    entry.child("supportDocumentID").id(),
                    Optional.empty(),
                    entry.child("fileName").text(),
                    Optional.empty(),
                    entry.child("extension").text().map(extension -> extension.replaceFirst("^\\.", ""))));
        }
        return documents;
    }
}
