package io.tenderhub.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Varied descriptions, conditions and places, from some hundred real ones that come with this module. */
final class SouthAfricanTexts {
    private static final String FILE = "south-africa-texts.jsonl";
    private static final double WITH_CONDITIONS = 0.4;
    private final List<JsonNode> real;
    private final List<JsonNode> withConditions;
    private final List<JsonNode> withPlace;
    private final VariedText descriptions;
    private final VariedText conditions;
    private final VariedText places;

    SouthAfricanTexts() {
        real = Bundled.lines(FILE);
        withConditions = having("conditions");
        withPlace = having("place");
        descriptions = new VariedText(
                real,
                text -> text.path("category").asText(),
                text -> text.path("description").asText());
        conditions = new VariedText(
                withConditions, text -> "", text -> text.path("conditions").asText());
        places =
                new VariedText(withPlace, text -> "", text -> text.path("place").asText());
    }

    /**
     * What a tender says of itself.
     *
     * @param conditions in two of five
     */
    record Texts(String category, String description, String province, String place, Optional<String> conditions) {}

    Texts draw(RandomGenerator random) {
        JsonNode like = any(real, random);
        JsonNode where = any(withPlace, random);
        String category = like.path("category").asText();
        return new Texts(
                category,
                descriptions.like(category, like.path("description").asText(), random),
                where.path("province").asText("Gauteng"),
                places.like("", where.path("place").asText(), random),
                random.nextDouble() < WITH_CONDITIONS
                        ? Optional.of(conditions.like(
                                "",
                                any(withConditions, random).path("conditions").asText(),
                                random))
                        : Optional.empty());
    }

    private List<JsonNode> having(String field) {
        return real.stream().filter(text -> text.has(field)).toList();
    }

    private static JsonNode any(List<JsonNode> texts, RandomGenerator random) {
        return texts.get(random.nextInt(texts.size()));
    }
}
