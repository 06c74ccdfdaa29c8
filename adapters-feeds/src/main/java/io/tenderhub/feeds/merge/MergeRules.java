package io.tenderhub.feeds.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which fields of a release do not follow the default rules of merging, by their path without array positions. Read from a
 * release schema: {@code omitWhenMerged} and {@code wholeListMerge} (OCDS 1.1), {@code mergeStrategy} (OCDS 1.0). A list of
 * objects whose schema knows no {@code id}, and a list that may hold other things than objects, are replaced as a whole too.
 */
final class MergeRules {
    private static final String BUNDLED_SCHEMA = "ocds-1.1-release-schema.json";

    private final Map<String, MergeRules> fields = new HashMap<>();
    private @Nullable Treatment treatment;

    /** What happens to a field, other than being merged value by value. */
    enum Treatment {
        /** Left out of the compiled release. */
        OMITTED,
        /** The newer value replaces the older one as it is. */
        REPLACED
    }

    private MergeRules() {}

    /** The rules of the release schema of OCDS 1.1, which is part of this library. */
    static MergeRules ofOcds11() {
        try (InputStream schema = MergeRules.class.getResourceAsStream(BUNDLED_SCHEMA)) {
            if (schema == null) {
                throw new IllegalStateException("missing from the library: " + BUNDLED_SCHEMA);
            }
            return of(new ObjectMapper().readTree(schema));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rules that a release schema states, its {@code $ref}s being within itself. */
    static MergeRules of(JsonNode schema) {
        MergeRules rules = new MergeRules();
        rules.read(schema, schema.path("properties"), new ArrayList<>());
        return rules;
    }

    /** The rules below a field, or null where everything below follows the default. */
    @Nullable
    MergeRules field(String name) {
        return fields.get(name);
    }

    /** The fields with rules of their own or below them. */
    Map<String, MergeRules> fields() {
        return Map.copyOf(fields);
    }

    @Nullable
    Treatment treatment() {
        return treatment;
    }

    /** Every field with a treatment of its own, by its dotted path. */
    Map<String, Treatment> byPath() {
        Map<String, Treatment> paths = new TreeMap<>();
        collect("", paths);
        return paths;
    }

    private void collect(String path, Map<String, Treatment> into) {
        if (treatment != null) {
            into.put(path, treatment);
        }
        fields.forEach((name, rules) -> rules.collect(path.isEmpty() ? name : path + "." + name, into));
    }

    private void read(JsonNode schema, JsonNode properties, List<String> openRefs) {
        for (Map.Entry<String, JsonNode> property : properties.properties()) {
            String ref = property.getValue().path("$ref").asText();
            if (openRefs.contains(ref)) {
                continue; // a schema that contains itself states nothing new further down
            }
            List<String> refs = ref.isEmpty() ? openRefs : plus(openRefs, ref);
            MergeRules rules = new MergeRules();
            rules.readField(schema, resolve(schema, property.getValue()), refs);
            if (rules.treatment != null || !rules.fields.isEmpty()) {
                fields.put(property.getKey(), rules);
            }
        }
    }

    private void readField(JsonNode schema, JsonNode field, List<String> openRefs) {
        List<String> types = types(field);
        String strategy = field.path("mergeStrategy").asText();
        if (field.path("omitWhenMerged").asBoolean() || strategy.equals("ocdsOmit")) {
            treatment = Treatment.OMITTED;
        } else if (types.contains("array")
                && (field.path("wholeListMerge").asBoolean() || strategy.equals("ocdsVersion"))) {
            treatment = Treatment.REPLACED;
        } else if (types.contains("object") && field.has("properties")) {
            read(schema, field.get("properties"), openRefs);
        } else if (types.contains("array") && field.has("items")) {
            readItems(schema, field.get("items"), openRefs);
        }
    }

    private void readItems(JsonNode schema, JsonNode published, List<String> openRefs) {
        String ref = published.path("$ref").asText();
        if (!ref.isEmpty() && openRefs.contains(ref)) {
            return;
        }
        JsonNode items = resolve(schema, published);
        List<String> types = types(items);
        if (types.stream().anyMatch(type -> !type.equals("object"))) {
            treatment = Treatment.REPLACED;
        } else if (types.contains("object") && items.has("properties")) {
            if (items.get("properties").has("id")) {
                read(schema, items.get("properties"), ref.isEmpty() ? openRefs : plus(openRefs, ref));
            } else {
                treatment = Treatment.REPLACED;
            }
        }
    }

    private static JsonNode resolve(JsonNode schema, JsonNode field) {
        String ref = field.path("$ref").asText();
        return ref.startsWith("#/") ? resolve(schema, schema.at(ref.substring(1))) : field;
    }

    private static List<String> types(JsonNode field) {
        JsonNode type = field.path("type");
        List<String> types = new ArrayList<>();
        if (type.isTextual()) {
            types.add(type.asText());
        }
        type.elements().forEachRemaining(one -> types.add(one.asText()));
        return types;
    }

    private static List<String> plus(List<String> refs, String ref) {
        List<String> more = new ArrayList<>(refs);
        more.add(ref);
        return more;
    }
}
