package io.tenderhub.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.tenderhub.tender.Tender;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Any number of tenders from some real ones, in the shape of the South African eTenders API. Each is like one of the real ones, in
 * its category, its length and how long it is open; all else varies. A line depends on the seed and its number alone. Safe for
 * any number of threads.
 */
final class MultipliedTenders implements ReleaseLines {
    private static final long FIRST_OCID = 200_000;
    private static final JsonFactory JSON = new JsonFactory();
    private final List<Tender> real;
    private final long seed;
    private final VariedText descriptions;
    private final VariedText conditions;
    private final VariedText places;
    private final VariedFacts facts;

    MultipliedTenders(List<Tender> real, long seed) {
        this.real = real;
        this.seed = seed;
        this.facts = new VariedFacts(real);
        this.descriptions = new VariedText(
                real,
                MultipliedTenders::category,
                tender -> tender.description().orElseThrow());
        this.conditions = new VariedText(
                real.stream()
                        .filter(tender -> tender.specialConditions().isPresent())
                        .toList(),
                MultipliedTenders::category,
                tender -> tender.specialConditions().orElseThrow());
        this.places = new VariedText(
                real.stream()
                        .filter(tender -> tender.deliveryLocation().isPresent())
                        .toList(),
                tender -> tender.province().orElse(""),
                tender -> tender.deliveryLocation().orElseThrow());
    }

    @Override
    public String line(long n) {
        // Neighbouring seeds give unlike sequences: SplittableRandom mixes what it draws.
        SplittableRandom random = new SplittableRandom(seed * 1_000_000_007L + n);
        StringWriter line = new StringWriter(4096);
        try (JsonGenerator json = JSON.createGenerator(line)) {
            release(json, FIRST_OCID + n, real.get(random.nextInt(real.size())), random);
        } catch (IOException e) {
            throw new UncheckedIOException("in memory", e);
        }
        return line.toString();
    }

    private void release(JsonGenerator json, long number, Tender like, RandomGenerator random) throws IOException {
        LocalDate published = facts.published(random);
        String ocid = "ocds-9t57fa-" + number;
        json.writeStartObject();
        json.writeStringField("ocid", ocid);
        json.writeStringField("id", ocid + "-" + published);
        json.writeStringField("date", published + "T00:00:00Z");
        json.writeArrayFieldStart("tag");
        json.writeString("compiled");
        json.writeEndArray();
        json.writeStringField("initiationType", "tender");
        Optional<String> buyer = facts.buyer(like, random);
        tender(json, number, like, published, buyer, random);
        if (buyer.isPresent()) {
            organisation(json, "buyer", buyer.get());
        }
        json.writeStringField("language", "en-za");
        json.writeEndObject();
    }

    private void tender(
            JsonGenerator json,
            long number,
            Tender like,
            LocalDate published,
            Optional<String> buyer,
            RandomGenerator random)
            throws IOException {
        LocalDate closes = facts.closes(like, published, random);
        Optional<String> province = facts.province(like, random);
        json.writeObjectFieldStart("tender");
        json.writeStringField("id", "" + number);
        json.writeStringField("title", reference(like.title().orElse("RFQ 0000/00"), random));
        json.writeStringField("status", facts.status(closes, random));
        json.writeStringField("category", category(like));
        optional(json, "province", province);
        optional(
                json,
                "deliveryLocation",
                like.deliveryLocation().map(place -> places.like(province.orElse(""), place, random)));
        optional(
                json,
                "specialConditions",
                like.specialConditions().map(text -> conditions.like(category(like), text, random)));
        json.writeStringField(
                "description",
                descriptions.like(category(like), like.description().orElseThrow(), random));
        json.writeObjectFieldStart("value");
        json.writeNumberField("amount", facts.value(random));
        json.writeStringField("currency", "ZAR");
        json.writeEndObject();
        json.writeObjectFieldStart("tenderPeriod");
        json.writeStringField("startDate", published + "T00:00:00Z");
        json.writeStringField("endDate", closes + "T" + (10 + random.nextInt(3)) + ":00:00Z");
        json.writeEndObject();
        if (buyer.isPresent()) {
            organisation(json, "procuringEntity", buyer.get());
        }
        json.writeStringField("procurementMethod", random.nextInt(20) == 0 ? "limited" : "open");
        optional(json, "procurementMethodDetails", like.procurementMethodDetails());
        json.writeObjectFieldStart("briefingSession");
        json.writeBooleanField("isSession", like.briefing().isPresent());
        json.writeBooleanField(
                "compulsory",
                like.briefing().filter(briefing -> briefing.compulsory()).isPresent());
        json.writeEndObject();
        json.writeObjectFieldStart("contactPerson");
        json.writeStringField("name", InventedNames.draw(random) + " " + InventedNames.draw(random));
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void organisation(JsonGenerator json, String field, String name) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("id", Integer.toHexString(name.hashCode()));
        json.writeStringField("name", name);
        json.writeEndObject();
    }

    private static void optional(JsonGenerator json, String field, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            json.writeStringField(field, text.get());
        }
    }

    /** Other digits in the same places. */
    private static String reference(String like, RandomGenerator random) {
        StringBuilder made = new StringBuilder(like.length());
        like.chars().forEach(c -> made.append((char) (c >= '0' && c <= '9' ? '0' + random.nextInt(10) : c)));
        return made.toString();
    }

    private static String category(Tender tender) {
        return tender.category().orElseThrow();
    }
}
