package io.tenderhub.mongo;

import io.tenderhub.cidb.CidbClass;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.tender.TenderFilter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.bson.Document;

/** The stored form of a filter: what lets everything through is left out; times and amounts are texts. */
final class FilterDocuments {
    private FilterDocuments() {}

    static Document write(TenderFilter filter) {
        Document document = new Document();
        writeAll(document, "provinces", filter.provinces());
        writeAll(document, "buyers", filter.buyers());
        writeAll(document, "categories", filter.categories());
        writeAll(document, "statuses", filter.statuses());
        writeAll(document, "methods", filter.methods());
        write(document, "closingFrom", filter.closingFrom().map(Instant::toString));
        write(document, "closingTo", filter.closingTo().map(Instant::toString));
        write(document, "publishedFrom", filter.publishedFrom().map(Instant::toString));
        write(document, "publishedTo", filter.publishedTo().map(Instant::toString));
        write(document, "valueFrom", filter.valueFrom().map(BigDecimal::toString));
        write(document, "valueTo", filter.valueTo().map(BigDecimal::toString));
        write(document, "includeUndisclosed", Optional.of(false).filter(no -> !filter.includeUndisclosed()));
        write(document, "compulsoryBriefing", filter.compulsoryBriefing());
        write(document, "cidbClass", filter.cidbClass().map(CidbClass::name));
        write(document, "highestGrade", filter.highestGrade());
        return document;
    }

    private static void writeAll(Document document, String name, Set<String> values) {
        if (!values.isEmpty()) {
            document.append(name, new TreeSet<>(values).stream().toList());
        }
    }

    private static void write(Document document, String name, Optional<?> value) {
        value.ifPresent(given -> document.append(name, given));
    }

    static TenderFilter read(Fields fields) throws UnreadableDocumentException {
        try {
            return new TenderFilter(
                    texts(fields, "provinces"),
                    texts(fields, "buyers"),
                    texts(fields, "categories"),
                    texts(fields, "statuses"),
                    texts(fields, "methods"),
                    text(fields, "closingFrom", Instant::parse),
                    text(fields, "closingTo", Instant::parse),
                    text(fields, "publishedFrom", Instant::parse),
                    text(fields, "publishedTo", Instant::parse),
                    text(fields, "valueFrom", BigDecimal::new),
                    text(fields, "valueTo", BigDecimal::new),
                    fields.optionalTruth("includeUndisclosed").orElse(true),
                    fields.optionalTruth("compulsoryBriefing"),
                    text(fields, "cidbClass", CidbClass::valueOf),
                    has(fields, "highestGrade") ? Optional.of(fields.integer("highestGrade")) : Optional.empty());
        } catch (InvalidInputException e) {
            throw new UnreadableDocumentException(fields.path() + e.getMessage());
        }
    }

    private static boolean has(Fields fields, String name) {
        return fields.document().get(name) != null;
    }

    private static Set<String> texts(Fields fields, String name) throws UnreadableDocumentException {
        return has(fields, name) ? Set.copyOf(fields.texts(name)) : Set.of();
    }

    private static <T> Optional<T> text(Fields fields, String name, Function<String, T> parse)
            throws UnreadableDocumentException {
        try {
            return fields.optionalText(name).map(parse);
        } catch (RuntimeException e) {
            // Parsers of times, numbers and names each fail in their own way.
            throw new UnreadableDocumentException(fields.path() + name + " is not one: " + e.getMessage());
        }
    }
}
