package io.tenderhub.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenderhub.tender.Source;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.Warning;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The identity and the words of a tender, nothing else. */
final class PlainMapping implements TenderMapping {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public Tender release(ObjectNode release, Source source, List<Warning> warnings) {
        Instant date = ReleaseDates.read(release.path("date").asText())
                .orElseThrow(() -> new UnreadableRecordException("a release without date"));
        return Tender.builder(release.path("ocid").asText().strip(), date)
                .title(text(release.at("/tender/title")))
                .description(text(release.at("/tender/description")))
                .source(source)
                .warnings(warnings)
                .raw(PublishedJson.text(release))
                .build();
    }

    @Override
    public Tender portalRow(ObjectNode row, Source source, List<Warning> warnings) {
        return row(
                row.path("id").asText(), row.path("description").asText(), source, warnings, PublishedJson.text(row));
    }

    @Override
    public Tender csvRow(Map<String, String> row, Source source, List<Warning> warnings) {
        ObjectNode raw = JSON.createObjectNode();
        row.forEach(raw::put);
        return row(
                row.getOrDefault("Tender ID", "").isBlank()
                        ? row.getOrDefault("Tender Number", "")
                        : row.get("Tender ID"),
                row.getOrDefault("Tender Description", ""),
                source,
                warnings,
                PublishedJson.text(raw));
    }

    private static Tender row(String id, String description, Source source, List<Warning> warnings, String raw) {
        if (id.isBlank()) {
            throw new UnreadableRecordException("a row without tender id and number");
        }
        return Tender.builder("etenders-" + id.strip(), Instant.EPOCH)
                .description(description.isBlank() ? null : description.strip())
                .source(source)
                .warnings(warnings)
                .raw(raw)
                .build();
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() && !node.asText().isBlank() ? node.asText().strip() : null;
    }
}
