package io.tenderhub.feeds.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;

/** Releases with every shape that merging tells apart, few names and ids so that they meet. */
final class RandomReleases {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> TEXTS = List.of("title", "description", "status");
    private static final List<String> OBJECTS = List.of("value", "procuringEntity", "unit");
    private static final List<String> LISTS = List.of("items", "additionalIdentifiers", "documents");

    private RandomReleases() {}

    static ObjectNode release(Random random, int day) {
        ObjectNode release = NODES.objectNode();
        release.put("ocid", "ocds-213czf-A");
        release.put("id", "release " + day);
        release.put("date", "2014-01-0" + day + "T00:00:00Z");
        release.putArray("tag").add("tender");
        release.set("tender", object(random, 4));
        release.set("parties", objects(random, 3));
        return release;
    }

    private static ObjectNode object(Random random, int depth) {
        ObjectNode object = NODES.objectNode();
        TEXTS.stream().filter(name -> random.nextBoolean()).forEach(name -> object.set(name, value(random)));
        if (depth > 0) {
            OBJECTS.stream()
                    .filter(name -> random.nextInt(3) == 0)
                    .forEach(name -> object.set(name, object(random, depth - 1)));
            LISTS.stream()
                    .filter(name -> random.nextInt(3) == 0)
                    .forEach(name -> object.set(name, objects(random, depth - 1)));
        }
        return object;
    }

    private static ArrayNode objects(Random random, int depth) {
        ArrayNode list = NODES.arrayNode();
        for (int i = random.nextInt(4); i > 0; i--) {
            ObjectNode item = object(random, depth);
            switch (random.nextInt(5)) {
                case 0 -> item.put("id", random.nextInt(3));
                case 1, 2, 3 -> item.put("id", String.valueOf(random.nextInt(3)));
                default -> item.remove("id");
            }
            list.add(item);
        }
        return list;
    }

    private static JsonNode value(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.numberNode(random.nextInt(100));
            default -> NODES.textNode("text " + random.nextInt(100));
        };
    }
}
