package io.tenderhub.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenderhub.ingestion.Reject;
import io.tenderhub.tender.Source;
import io.tenderhub.tender.Warning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells what an object of one input is (release, record, package, portal row, something around one) and hands it on. */
final class RecordClassifier {
    private static final int DEEPEST_WRAPPER = 4;
    private static final List<String> RECORD_FIELDS = List.of("releases", "compiledRelease", "versionedRelease");
    private static final List<String> RELEASE_FIELDS =
            List.of("tender", "tag", "initiationType", "planning", "awards", "contracts");
    private static final List<String> ROW_FIELDS = List.of("tender_No", "organ_of_State", "closing_Date");

    private final String source;
    private final RecordSink sink;

    RecordClassifier(String source, RecordSink sink) {
        this.source = source;
        this.sink = sink;
    }

    void reject(String position, String reason) {
        reject(position, Optional.empty(), reason);
    }

    private void reject(String position, Optional<String> ocid, String reason) {
        sink.reject(new Reject(source, position, ocid, PublishedJson.oneLine(reason)));
    }

    /** Any object. */
    void object(ObjectNode object, String position, List<Warning> warnings) {
        if (object.has("$schema") && object.has("properties")) {
            reject(position, "a JSON schema, not data");
        } else if (!find(object, position, warnings, 0)) {
            reject(position, "no OCDS release, record or package, and no portal listing");
        }
    }

    private boolean find(ObjectNode object, String position, List<Warning> warnings, int depth) {
        if (object.hasNonNull("ocid") && RECORD_FIELDS.stream().anyMatch(object::has)) {
            record(object, position, warnings);
            return true;
        }
        if (object.hasNonNull("ocid")) {
            release(object, position, warnings);
            return true;
        }
        if (ROW_FIELDS.stream().filter(object::has).count() > 1) {
            sink.portalRow(object, new Source(source, position, Source.Format.ETENDERS_JSON), warnings);
            return true;
        }
        return findBelow(object, position, warnings, depth);
    }

    private boolean findBelow(ObjectNode object, String position, List<Warning> warnings, int depth) {
        if (RECORD_FIELDS.stream().noneMatch(object::has) && isReleaseWithoutOcid(object)) {
            reject(position, "a release without ocid");
            return true;
        }
        boolean found = false;
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (depth < DEEPEST_WRAPPER) {
                found |= findIn(field.getValue(), join(position, field.getKey()), field.getKey(), warnings, depth + 1);
            }
        }
        return found;
    }

    private boolean findIn(JsonNode value, String position, String name, List<Warning> warnings, int depth) {
        if (value instanceof ObjectNode below) {
            return find(below, position, warnings, depth);
        }
        boolean found = value.isArray() && value.isEmpty() && (name.equals("releases") || name.equals("records"));
        int index = 0;
        for (JsonNode item : value) {
            if (item instanceof ObjectNode below) {
                found |= find(below, position + "[" + index + "]", warnings, depth);
            }
            index++;
        }
        return found;
    }

    private static boolean isReleaseWithoutOcid(ObjectNode object) {
        return !object.has("$schema")
                && RELEASE_FIELDS.stream().filter(object::has).count() > 1;
    }

    /** An element of a package's {@code releases}. */
    void release(ObjectNode release, String position, List<Warning> warnings) {
        readRelease(release, position, warnings).ifPresent(sink::release);
    }

    /** An element of a package's {@code records}, or a record by itself. */
    void record(ObjectNode record, String position, List<Warning> warnings) {
        List<PublishedRelease> releases = new ArrayList<>();
        JsonNode compiled = record.path("compiledRelease");
        List<ObjectNode> embedded = new ArrayList<>();
        List<String> places = new ArrayList<>();
        int linked = 0;
        int index = 0;
        for (JsonNode release :
                record.path("releases").isObject() ? List.of(record.path("releases")) : record.path("releases")) {
            if (isLinked(release)) {
                linked++;
            } else if (release instanceof ObjectNode object) {
                embedded.add(object);
                places.add(join(position, "releases[" + index + "]"));
            } else {
                reject(join(position, "releases[" + index + "]"), "not a JSON object");
            }
            index++;
        }
        // A compiled release tells more than some of the releases that went into it.
        if (compiled instanceof ObjectNode object && (embedded.isEmpty() || linked > 0)) {
            readRelease(object, join(position, "compiledRelease"), warnings).ifPresent(releases::add);
        } else {
            for (int i = 0; i < embedded.size(); i++) {
                readRelease(embedded.get(i), places.get(i), warnings).ifPresent(releases::add);
            }
            if (linked > 0 || index == 0) {
                reject(position, ocid(record), withoutReleases(record, linked));
            }
        }
        if (!releases.isEmpty()) {
            sink.record(releases);
        }
    }

    private static boolean isLinked(JsonNode release) {
        return release.isTextual() || release.has("url") && !release.has("ocid");
    }

    private static String withoutReleases(ObjectNode record, int linked) {
        if (linked > 0) {
            return "a record with " + linked + (linked == 1 ? " linked release" : " linked releases")
                    + " that can't be read, and no compiled release";
        }
        return record.has("versionedRelease")
                ? "a record with a versioned release only"
                : "a record without releases and without compiled release";
    }

    private Optional<PublishedRelease> readRelease(ObjectNode release, String position, List<Warning> warnings) {
        JsonNode ocid = release.path("ocid");
        if (!ocid.isTextual() || ocid.asText().isBlank()) {
            reject(
                    position,
                    ocid(release),
                    ocid.isValueNode() && !ocid.isNull() && !ocid.isTextual()
                            ? "a release whose ocid is not a text"
                            : "a release without ocid");
            return Optional.empty();
        }
        JsonNode date = release.path("date");
        if (!date.isTextual() || date.asText().isBlank()) {
            reject(
                    position,
                    ocid(release),
                    date.isNumber() ? "a release whose date is not a text" : "a release without date");
            return Optional.empty();
        }
        Optional<Instant> instant = ReleaseDates.read(date.asText());
        if (instant.isEmpty()) {
            reject(position, ocid(release), "a release whose date can't be read: " + date.asText());
            return Optional.empty();
        }
        return Optional.of(new PublishedRelease(
                ocid.asText().strip(),
                instant.get(),
                release,
                new Source(source, position, Source.Format.OCDS),
                warnings));
    }

    private static Optional<String> ocid(ObjectNode object) {
        return Stream.of(object.path("ocid"))
                .filter(JsonNode::isValueNode)
                .map(JsonNode::asText)
                .map(PublishedJson::oneLine)
                .filter(text -> !text.isEmpty() && !text.equals("null"))
                .findFirst();
    }

    static String join(String position, String step) {
        if (position.isEmpty()) {
            return step;
        }
        return position + (position.startsWith("line ") && !position.contains(",") ? ", " : ".") + step;
    }
}
