package io.tenderhub.feeds.published;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tenderhub.tender.WarningCode;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a record as published: compact, in its order, each number with its digits. Only what no store can hold is taken out
 * of texts and names: control characters other than tab and line breaks, and halves of surrogate pairs.
 */
public final class RawJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RawJson() {}

    /** @throws UnreadableRecordException if the record can't be written, for example nested too deeply */
    public static String write(ObjectNode published, Warnings warnings) {
        try {
            return JSON.writeValueAsString(isSound(published) ? published : sound(published, "", warnings));
        } catch (JsonProcessingException e) {
            throw new UnreadableRecordException("can't be written as JSON", Optional.empty());
        }
    }

    private static boolean isSound(JsonNode node) {
        if (node.isTextual()) {
            return SoundText.isSound(node.textValue());
        }
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                if (!SoundText.isSound(field.getKey()) || !isSound(field.getValue())) {
                    return false;
                }
            }
            return true;
        }
        for (JsonNode element : node) {
            if (!isSound(element)) {
                return false;
            }
        }
        return true;
    }

    private static JsonNode sound(JsonNode node, String path, Warnings warnings) {
        if (node.isTextual()) {
            String sound = SoundText.of(node.textValue());
            warnIf(!sound.equals(node.textValue()), path, warnings);
            return TextNode.valueOf(sound);
        }
        if (node.isObject()) {
            ObjectNode object = NODES.objectNode();
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                String name = SoundText.of(field.getKey());
                String below = path.isEmpty() ? name : path + "." + name;
                warnIf(!name.equals(field.getKey()), below, warnings);
                object.set(name, sound(field.getValue(), below, warnings));
            }
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = NODES.arrayNode();
            for (int i = 0; i < node.size(); i++) {
                array.add(sound(node.get(i), path + "[" + i + "]", warnings));
            }
            return array;
        }
        return node;
    }

    private static void warnIf(boolean changed, String path, Warnings warnings) {
        if (changed) {
            warnings.add(
                    WarningCode.CONTROL_CHARACTERS,
                    path,
                    "Control characters or broken surrogates were taken out of the text.");
        }
    }
}
