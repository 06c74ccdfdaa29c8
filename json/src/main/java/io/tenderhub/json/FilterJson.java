package io.tenderhub.json;

import static io.tenderhub.json.JsonText.number;
import static io.tenderhub.json.JsonText.printed;
import static io.tenderhub.json.JsonText.text;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.tenderhub.cidb.CidbClass;
import io.tenderhub.tender.TenderFilter;
import io.tenderhub.tender.TenderQuery;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which tenders come into question; what is left out lets everything through. */
final class FilterJson {
    /** As many as a search takes of each. */
    private static final int MOST_WORDS = 50;

    static final ObjectShape SHAPE = fields(Shape.object("TenderFilter"));
    static final ObjectShape INPUT = fields(Shape.input("WantedTenders"));

    private FilterJson() {}

    private static ObjectShape fields(ObjectShape object) {
        return object.maybe("provinces", words("Any of these provinces", "Gauteng"))
                .maybe("buyers", words("Any of these buyers", "Department of Health"))
                .maybe("categories", words("Any of these main categories", "works"))
                .maybe("statuses", words("Any of these statuses", "active"))
                .maybe("methods", words("Any of these procurement methods", "open"))
                .maybe("closingFrom", Shape.instant())
                .maybe("closingTo", Shape.instant().described("Closing before this instant"))
                .maybe("publishedFrom", Shape.instant())
                .maybe("publishedTo", Shape.instant().described("Published before this instant"))
                .maybe("valueFrom", Shape.number().described("Of this value or more, in whatever currency"))
                .maybe("valueTo", Shape.number().described("Of this value or less, in whatever currency"))
                .maybe(
                        "includeUndisclosed",
                        Shape.truth()
                                .described("Whether tenders without value pass a filter on the value; they do"
                                        + " where this is left out"))
                .maybe("compulsoryBriefing", Shape.truth())
                .maybe(
                        "cidbClass",
                        Shape.text()
                                .oneOf(Arrays.stream(CidbClass.values())
                                        .map(CidbClass::name)
                                        .toList())
                                .withExample("GB"))
                .maybe(
                        "highestGrade",
                        Shape.whole(1, 9).described("Only tenders that ask for no CIDB grade above this one"));
    }

    private static Shape words(String meaning, String example) {
        return Shape.list(Shape.text().length(1, 200).withExample(example))
                .atMost(MOST_WORDS)
                .described(meaning);
    }

    static void write(JsonGenerator json, TenderFilter filter) throws IOException {
        json.writeStartObject();
        words(json, "provinces", filter.provinces());
        words(json, "buyers", filter.buyers());
        words(json, "categories", filter.categories());
        words(json, "statuses", filter.statuses());
        words(json, "methods", filter.methods());
        printed(json, "closingFrom", filter.closingFrom());
        printed(json, "closingTo", filter.closingTo());
        printed(json, "publishedFrom", filter.publishedFrom());
        printed(json, "publishedTo", filter.publishedTo());
        amount(json, "valueFrom", filter.valueFrom());
        amount(json, "valueTo", filter.valueTo());
        if (!filter.includeUndisclosed()) {
            json.writeBooleanField("includeUndisclosed", false);
        }
        if (filter.compulsoryBriefing().isPresent()) {
            json.writeBooleanField(
                    "compulsoryBriefing", filter.compulsoryBriefing().get());
        }
        text(json, "cidbClass", filter.cidbClass().map(CidbClass::name));
        number(json, "highestGrade", filter.highestGrade());
        json.writeEndObject();
    }

    private static void words(JsonGenerator json, String field, Set<String> words) throws IOException {
        if (!words.isEmpty()) {
            json.writeArrayFieldStart(field);
            for (String word : new TreeSet<>(words)) {
                json.writeString(word);
            }
            json.writeEndArray();
        }
    }

    private static void amount(JsonGenerator json, String field, Optional<BigDecimal> amount) throws IOException {
        if (amount.isPresent()) {
            json.writeNumberField(field, amount.get());
        }
    }

    /** @param sent of {@link #INPUT}, or a missing node */
    static TenderFilter read(JsonNode sent) {
        return TenderQuery.builder()
                .provinces(words(sent, "provinces"))
                .buyers(words(sent, "buyers"))
                .categories(words(sent, "categories"))
                .statuses(words(sent, "statuses"))
                .methods(words(sent, "methods"))
                .closingFrom(instant(sent, "closingFrom").orElse(null))
                .closingTo(instant(sent, "closingTo").orElse(null))
                .publishedFrom(instant(sent, "publishedFrom").orElse(null))
                .publishedTo(instant(sent, "publishedTo").orElse(null))
                .valueFrom(value(sent, "valueFrom").map(JsonNode::decimalValue).orElse(null))
                .valueTo(value(sent, "valueTo").map(JsonNode::decimalValue).orElse(null))
                .includeUndisclosed(value(sent, "includeUndisclosed")
                        .map(JsonNode::booleanValue)
                        .orElse(true))
                .compulsoryBriefing(value(sent, "compulsoryBriefing")
                        .map(JsonNode::booleanValue)
                        .orElse(null))
                .cidbClass(value(sent, "cidbClass")
                        .map(JsonNode::textValue)
                        .map(CidbClass::valueOf)
                        .orElse(null))
                .highestGrade(
                        value(sent, "highestGrade").map(JsonNode::intValue).orElse(null))
                .build()
                .filter();
    }

    private static Optional<JsonNode> value(JsonNode sent, String field) {
        return Optional.ofNullable(sent.get(field));
    }

    private static Optional<Instant> instant(JsonNode sent, String field) {
        return value(sent, field).map(JsonNode::textValue).map(Instant::parse);
    }

    private static Set<String> words(JsonNode sent, String field) {
        Set<String> words = new HashSet<>();
        sent.path(field).forEach(word -> words.add(word.textValue()));
        return words;
    }
}
