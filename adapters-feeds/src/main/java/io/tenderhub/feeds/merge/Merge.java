package io.tenderhub.feeds.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One merge: releases go in by date, the compiled release comes out. Memory grows with the compiled release only, not
 * with the number of releases. Not thread-safe.
 *
 * <p>The rules are those of OCDS 1.1 as its reference implementation reads them: a newer value replaces an older one and
 * keeps its place; {@code null} removes a value; an empty object or list changes nothing (an empty list that is replaced
 * as a whole empties it); objects in lists are merged by {@code id}, those without one are all kept. A {@code null} for a
 * whole object removes nothing, and neither does a plain value for what was an object before. Where the reference
 * implementation gives up, because a field changed from a value or list to an object or the other way round, the newer
 * kind stays and the field is named in {@link #conflicts()}.
 */
public final class Merge {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final MergeRules rules;
    private final Map<FieldPath, JsonNode> values = new LinkedHashMap<>();
    private final List<String> conflicts = new ArrayList<>();
    private long itemsWithoutId;

    Merge(MergeRules rules) {
        this.rules = rules;
        set("tag", NODES.arrayNode().add("compiled"));
    }

    /**
     * Adds the next release, which must not be older than those before it. The release is not changed.
     *
     * @param release with the fields {@code ocid} and {@code date}
     */
    public void add(ObjectNode release) {
        JsonNode ocid = release.path("ocid");
        JsonNode date = release.path("date");
        set("id", TextNode.valueOf(ocid.asText() + "-" + date.asText()));
        set("date", date);
        set("ocid", ocid);
        for (Map.Entry<String, JsonNode> field : release.properties()) {
            if (!field.getKey().equals("tag")) {
                take(FieldPath.property(null, field.getKey()), field.getValue(), rules.field(field.getKey()));
            }
        }
    }

    /** The compiled release; the caller may change it. */
    public ObjectNode compiled() {
        conflicts.clear();
        ObjectNode compiled = NODES.objectNode();
        Map<FieldPath, Map<String, ObjectNode>> items = new HashMap<>();
        values.forEach((path, value) -> put(compiled, path, value, items));
        return compiled;
    }

    /** The fields whose kind changed between the releases of the last {@link #compiled()}, by path. */
    public List<String> conflicts() {
        return List.copyOf(conflicts);
    }

    private void set(String field, JsonNode value) {
        values.put(FieldPath.property(null, field), value);
    }

    private void take(FieldPath path, JsonNode value, @Nullable MergeRules rule) {
        MergeRules.Treatment treatment = rule == null ? null : rule.treatment();
        if (treatment == MergeRules.Treatment.OMITTED) {
            return;
        }
        if (treatment == MergeRules.Treatment.REPLACED || !value.isContainerNode() || holdsOtherThanObjects(value)) {
            values.put(path, value);
        } else if (value.isObject()) {
            takeFields(path, value, rule);
        } else {
            for (JsonNode item : value) {
                JsonNode id = item.get("id");
                takeFields(
                        id == null ? FieldPath.itemWithoutId(path, itemsWithoutId++) : FieldPath.item(path, id),
                        item,
                        rule);
            }
        }
    }

    private void takeFields(FieldPath path, JsonNode object, @Nullable MergeRules rule) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            take(
                    FieldPath.property(path, field.getKey()),
                    field.getValue(),
                    rule == null ? null : rule.field(field.getKey()));
        }
    }

    private static boolean holdsOtherThanObjects(JsonNode value) {
        if (value.isArray()) {
            for (JsonNode item : value) {
                if (!item.isObject()) {
                    return true;
                }
            }
        }
        return false;
    }

    private void put(
            ObjectNode compiled, FieldPath path, JsonNode value, Map<FieldPath, Map<String, ObjectNode>> items) {
        Deque<FieldPath> steps = path.fromTheTop();
        ObjectNode object = compiled;
        while (true) {
            FieldPath step = steps.pop();
            FieldPath next = steps.peek();
            if (next == null) {
                if (!object.has(step.step()) && !(value instanceof NullNode)) {
                    object.set(step.step(), value.isContainerNode() ? value.deepCopy() : value);
                }
                return;
            }
            JsonNode below = object.get(step.step());
            if (next.isItem()) {
                ArrayNode list =
                        below instanceof ArrayNode array ? array : open(object, step, below, NODES.arrayNode(), items);
                object = item(list, step, next, items);
                steps.pop();
            } else {
                object = below instanceof ObjectNode node ? node : open(object, step, below, NODES.objectNode(), items);
            }
        }
    }

    private <T extends JsonNode> T open(
            ObjectNode object,
            FieldPath step,
            @Nullable JsonNode inTheWay,
            T container,
            Map<FieldPath, Map<String, ObjectNode>> items) {
        if (inTheWay != null) {
            conflicts.add(step.toString());
            items.keySet().removeIf(list -> list.isAtOrBelow(step));
        }
        object.set(step.step(), container);
        return container;
    }

    /** Found by the path of the list, in which an id 1 and an id "1" are one step: so does the reference implementation. */
    private static ObjectNode item(
            ArrayNode list, FieldPath listPath, FieldPath step, Map<FieldPath, Map<String, ObjectNode>> items) {
        return items.computeIfAbsent(listPath, unused -> new HashMap<>()).computeIfAbsent(step.identity(), unused -> {
            ObjectNode item = list.addObject();
            JsonNode id = step.idToWrite();
            if (id != null) {
                item.set("id", id);
            }
            return item;
        });
    }
}
