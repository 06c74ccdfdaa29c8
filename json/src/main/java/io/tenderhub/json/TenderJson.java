package io.tenderhub.json;

import static io.tenderhub.json.JsonText.printed;
import static io.tenderhub.json.JsonText.text;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenderhub.tender.Award;
import io.tenderhub.tender.Briefing;
import io.tenderhub.tender.Classification;
import io.tenderhub.tender.Contact;
import io.tenderhub.tender.Item;
import io.tenderhub.tender.Money;
import io.tenderhub.tender.Organisation;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderDocument;
import io.tenderhub.tender.Warning;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A tender in OCDS names: {@code ocid}, {@code date}, {@code buyer}, {@code tender}, {@code awards}, as in a release; besides
 * {@code heading}, {@code source} and {@code warnings}.
 */
public final class TenderJson {
    static final ObjectShape MONEY = Shape.object("Money")
            .with("amount", Shape.number().withExample(1250000.5))
            .with("currency", Shape.text().described("ISO 4217").withExample("ZAR"));

    private static final ObjectShape ORGANISATION =
            Shape.object("Organisation").maybe("id", Shape.text()).with("name", Shape.text());

    private static final ObjectShape CLASSIFICATION = Shape.object("Classification")
            .maybe("scheme", Shape.text())
            .maybe("id", Shape.text())
            .maybe("description", Shape.text());

    private static final ObjectShape ITEM = Shape.object("Item")
            .maybe("id", Shape.text())
            .maybe("description", Shape.text())
            .maybe("classification", CLASSIFICATION)
            .maybe("additionalClassifications", Shape.list(CLASSIFICATION));

    private static final ObjectShape TENDER = Shape.object("TenderOfProcess")
            .with("id", Shape.text())
            .maybe("title", Shape.text())
            .maybe("description", Shape.text())
            .maybe("status", Shape.text().withExample("active"))
            .maybe("procuringEntity", ORGANISATION)
            .maybe("value", MONEY)
            .maybe("procurementMethod", Shape.text())
            .maybe("procurementMethodDetails", Shape.text())
            .maybe("mainProcurementCategory", Shape.text())
            .maybe("additionalProcurementCategories", Shape.list(Shape.text()))
            .maybe("items", Shape.list(ITEM))
            .maybe("province", Shape.text().withExample("Gauteng"))
            .maybe("deliveryLocation", Shape.text())
            .with(
                    "tenderPeriod",
                    Shape.object("Period").maybe("startDate", Shape.instant()).maybe("endDate", Shape.instant()))
            .maybe(
                    "briefingSession",
                    Shape.object("Briefing")
                            .with("isSession", Shape.truth())
                            .with("compulsory", Shape.truth())
                            .maybe("date", Shape.instant())
                            .maybe("venue", Shape.text()))
            .maybe(
                    "documents",
                    Shape.list(Shape.object("TenderDocument")
                            .maybe("id", Shape.text())
                            .maybe("documentType", Shape.text())
                            .maybe("title", Shape.text())
                            .maybe("url", Shape.text())
                            .maybe("format", Shape.text())))
            .maybe(
                    "contactPerson",
                    Shape.object("Contact")
                            .maybe("name", Shape.text())
                            .maybe("email", Shape.text())
                            .maybe("telephoneNumber", Shape.text()))
            .maybe("specialConditions", Shape.text());

    private static final ObjectShape AWARD = Shape.object("Award")
            .maybe("id", Shape.text())
            .maybe("status", Shape.text())
            .maybe("date", Shape.instant())
            .maybe("value", MONEY)
            .with("suppliers", Shape.list(ORGANISATION));

    public static final ObjectShape SHAPE = Shape.object("Tender")
            .with("ocid", Shape.text().withExample("ocds-9t57fa-136656"))
            .with("date", Shape.instant())
            .maybe("language", Shape.text())
            .with("heading", Shape.text())
            .maybe("buyer", ORGANISATION)
            .with("tender", TENDER)
            .with("awards", Shape.list(AWARD))
            .with(
                    "source",
                    Shape.object("Source")
                            .with("name", Shape.text())
                            .with("position", Shape.text())
                            .with("format", Shape.text()))
            .with(
                    "warnings",
                    Shape.list(Shape.object("Warning")
                            .with("code", Shape.text())
                            .with("path", Shape.text())
                            .with("message", Shape.text())));

    private TenderJson() {}

    /** The whole tender as one object. */
    public static void write(JsonGenerator json, Tender tender) throws IOException {
        json.writeStartObject();
        writeFields(json, tender);
        json.writeEndObject();
    }

    /** The tender's fields, into an object that the caller has begun and ends. */
    public static void writeFields(JsonGenerator json, Tender tender) throws IOException {
        json.writeStringField("ocid", tender.ocid());
        json.writeStringField("date", tender.releaseDate().toString());
        text(json, "language", tender.language());
        json.writeStringField("heading", tender.heading());
        organisation(json, "buyer", tender.buyer());
        json.writeObjectFieldStart("tender");
        tenderFields(json, tender);
        json.writeEndObject();
        json.writeArrayFieldStart("awards");
        for (Award award : tender.awards()) {
            award(json, award);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("source");
        json.writeStringField("name", tender.source().name());
        json.writeStringField("position", tender.source().position());
        json.writeStringField("format", tender.source().format().name());
        json.writeEndObject();
        warnings(json, tender.warnings());
    }

    private static void tenderFields(JsonGenerator json, Tender tender) throws IOException {
        json.writeStringField("id", tender.id());
        text(json, "title", tender.title());
        text(json, "description", tender.description());
        if (tender.status().isPresent()) {
            json.writeStringField("status", tender.status().get().code());
        }
        organisation(json, "procuringEntity", tender.procuringEntity());
        money(json, "value", tender.value());
        text(json, "procurementMethod", tender.procurementMethod());
        text(json, "procurementMethodDetails", tender.procurementMethodDetails());
        text(json, "mainProcurementCategory", tender.category());
        strings(json, "additionalProcurementCategories", tender.additionalCategories());
        if (!tender.items().isEmpty()) {
            json.writeArrayFieldStart("items");
            for (Item item : tender.items()) {
                item(json, item);
            }
            json.writeEndArray();
        }
        text(json, "province", tender.province());
        text(json, "deliveryLocation", tender.deliveryLocation());
        json.writeObjectFieldStart("tenderPeriod");
        printed(json, "startDate", tender.tenderPeriod().start());
        printed(json, "endDate", tender.tenderPeriod().end());
        json.writeEndObject();
        briefing(json, tender.briefing());
        documents(json, tender.documents());
        contact(json, tender.contact());
        text(json, "specialConditions", tender.specialConditions());
    }

    private static void item(JsonGenerator json, Item item) throws IOException {
        json.writeStartObject();
        text(json, "id", item.id());
        text(json, "description", item.description());
        List<Classification> all = item.classifications();
        if (!all.isEmpty()) {
            json.writeFieldName("classification");
            classification(json, all.get(0));
        }
        if (all.size() > 1) {
            json.writeArrayFieldStart("additionalClassifications");
            for (Classification classification : all.subList(1, all.size())) {
                classification(json, classification);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void classification(JsonGenerator json, Classification classification) throws IOException {
        json.writeStartObject();
        text(json, "scheme", classification.scheme());
        text(json, "id", classification.id());
        text(json, "description", classification.description());
        json.writeEndObject();
    }

    private static void briefing(JsonGenerator json, Optional<Briefing> briefing) throws IOException {
        if (briefing.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("briefingSession");
        json.writeBooleanField("isSession", true);
        json.writeBooleanField("compulsory", briefing.get().compulsory());
        printed(json, "date", briefing.get().date());
        text(json, "venue", briefing.get().venue());
        json.writeEndObject();
    }

    private static void documents(JsonGenerator json, List<TenderDocument> documents) throws IOException {
        if (documents.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("documents");
        for (TenderDocument document : documents) {
            json.writeStartObject();
            text(json, "id", document.id());
            text(json, "documentType", document.type());
            text(json, "title", document.title());
            text(json, "url", document.url());
            text(json, "format", document.format());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void contact(JsonGenerator json, Optional<Contact> contact) throws IOException {
        if (contact.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("contactPerson");
        text(json, "name", contact.get().name());
        text(json, "email", contact.get().email());
        text(json, "telephoneNumber", contact.get().telephone());
        json.writeEndObject();
    }

    private static void award(JsonGenerator json, Award award) throws IOException {
        json.writeStartObject();
        text(json, "id", award.id());
        text(json, "status", award.status());
        printed(json, "date", award.date());
        money(json, "value", award.value());
        json.writeArrayFieldStart("suppliers");
        for (Organisation supplier : award.suppliers()) {
            organisation(json, supplier);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void warnings(JsonGenerator json, List<Warning> warnings) throws IOException {
        json.writeArrayFieldStart("warnings");
        for (Warning warning : warnings) {
            json.writeStartObject();
            json.writeStringField("code", warning.code().code());
            json.writeStringField("path", warning.path());
            json.writeStringField("message", warning.message());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void money(JsonGenerator json, String field, Optional<Money> money) throws IOException {
        if (money.isPresent()) {
            json.writeObjectFieldStart(field);
            json.writeNumberField("amount", money.get().amount());
            json.writeStringField("currency", money.get().currency());
            json.writeEndObject();
        }
    }

    private static void organisation(JsonGenerator json, String field, Optional<Organisation> organisation)
            throws IOException {
        if (organisation.isPresent()) {
            json.writeFieldName(field);
            organisation(json, organisation.get());
        }
    }

    private static void organisation(JsonGenerator json, Organisation organisation) throws IOException {
        json.writeStartObject();
        text(json, "id", organisation.id());
        json.writeStringField("name", organisation.name());
        json.writeEndObject();
    }

    private static void strings(JsonGenerator json, String field, List<String> values) throws IOException {
        if (!values.isEmpty()) {
            json.writeArrayFieldStart(field);
            for (String value : values) {
                json.writeString(value);
            }
            json.writeEndArray();
        }
    }
}
