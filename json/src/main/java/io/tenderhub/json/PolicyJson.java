package io.tenderhub.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenderhub.failure.FieldProblem;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.readiness.Policies;
import io.tenderhub.readiness.Policy;
import io.tenderhub.readiness.Thresholds;
import io.tenderhub.readiness.WeightedCriterion;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A readiness policy. {@code name}, {@code version} and {@code criteria} (an object of weights by criterion) must be
 * there; what else is left out is as in the built-in policy {@code standard}.
 */
public final class PolicyJson {
    private static final Shape SHARE = Shape.number(0, 1);
    private static final Shape POINTS = Shape.list(Shape.whole(0, 20)).described("Of levels 1 to 8");

    /** As it is sent. */
    public static final ObjectShape INPUT = Shape.input("PolicyInput")
            .with("name", Shape.text().length(1, 200))
            .with("version", Shape.text().length(1, 200))
            .with(
                    "criteria",
                    Shape.map(Shape.whole(0, 100))
                            .described("Weights that sum to 100, by criterion")
                            .withExample(new TreeMap<>(Map.of("sector", 40, "experience", 30, "coverage", 30))))
            .maybe(
                    "thresholds",
                    Shape.input("PolicyThresholdsInput")
                            .maybe("bidFrom", Shape.whole(0, 100))
                            .maybe("prepareFrom", Shape.whole(0, 100))
                            .maybe("comfortableDays", Shape.whole(1, 365))
                            .maybe("contractShare", SHARE)
                            .maybe("yearsShare", SHARE)
                            .maybe("sameSector", SHARE)
                            .maybe("otherSector", SHARE)
                            .maybe("cidbConditional", SHARE)
                            .maybe("cidbWithPartner", SHARE)
                            .maybe("partOfCountry", SHARE)
                            .maybe("missingDocument", SHARE))
            .maybe(
                    "bbbeePoints",
                    Shape.input("PreferencePointsInput").maybe("80/20", POINTS).maybe("90/10", POINTS))
            .maybe("alwaysRequired", Shape.list(Shape.text().length(1, 200)))
            .maybe("daysToMend", Shape.map(Shape.whole(0, 10_000)));

    private PolicyJson() {}

    /**
     * @param name what is read, such as {@code policy mine.json}; stands in front of every problem
     * @param in UTF-8, UTF-16 or UTF-32; not closed
     * @throws InvalidInputException if it is no valid policy, naming every problem by path, or broken JSON by line, or if it can't be read
     */
    public static Policy read(String name, InputStream in) {
        return read(name, GivenJson.read(name, in));
    }

    /** As {@link #read(String, InputStream)}. */
    public static Policy read(String name, Reader in) {
        return read(name, GivenJson.read(name, in));
    }

    /** A policy that stands inside a larger document. */
    public static Policy read(String name, ObjectNode object) {
        List<FieldProblem> problems = new ArrayList<>();
        Draft draft = Draft.of(new JsonFields(object, "", problems));
        draft.problems().stream()
                .filter(problem ->
                        problems.stream().noneMatch(known -> problem.path().startsWith(known.path())))
                .toList()
                .forEach(problems::add);
        if (!problems.isEmpty()) {
            throw new InvalidInputException(name, problems);
        }
        return draft.policy();
    }

    /** Indented JSON text. */
    public static String write(Policy policy) {
        return JsonText.pretty(json -> write(json, policy));
    }

    public static void write(JsonGenerator json, Policy policy) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", policy.name());
        json.writeStringField("version", policy.version());
        json.writeObjectFieldStart("criteria");
        for (WeightedCriterion weighted : policy.criteria()) {
            json.writeNumberField(weighted.criterion(), weighted.weight());
        }
        json.writeEndObject();
        thresholds(json, policy.thresholds());
        json.writeObjectFieldStart("bbbeePoints");
        integers(json, "80/20", policy.bbbeePoints80());
        integers(json, "90/10", policy.bbbeePoints90());
        json.writeEndObject();
        json.writeArrayFieldStart("alwaysRequired");
        for (String document : policy.alwaysRequired()) {
            json.writeString(document);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("daysToMend");
        for (Map.Entry<String, Integer> entry : new TreeMap<>(policy.daysToMend()).entrySet()) {
            json.writeNumberField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void thresholds(JsonGenerator json, Thresholds thresholds) throws IOException {
        json.writeObjectFieldStart("thresholds");
        json.writeNumberField("bidFrom", thresholds.bidFrom());
        json.writeNumberField("prepareFrom", thresholds.prepareFrom());
        json.writeNumberField("comfortableDays", thresholds.comfortableDays());
        json.writeNumberField("contractShare", thresholds.contractShare());
        json.writeNumberField("yearsShare", thresholds.yearsShare());
        json.writeNumberField("sameSector", thresholds.sameSector());
        json.writeNumberField("otherSector", thresholds.otherSector());
        json.writeNumberField("cidbConditional", thresholds.cidbConditional());
        json.writeNumberField("cidbWithPartner", thresholds.cidbWithPartner());
        json.writeNumberField("partOfCountry", thresholds.partOfCountry());
        json.writeNumberField("missingDocument", thresholds.missingDocument());
        json.writeEndObject();
    }

    private static void integers(JsonGenerator json, String field, List<Integer> numbers) throws IOException {
        json.writeArrayFieldStart(field);
        for (int number : numbers) {
            json.writeNumber(number);
        }
        json.writeEndArray();
    }

    /** A policy before it is judged. */
    private record Draft(
            String name,
            String version,
            List<WeightedCriterion> criteria,
            Thresholds thresholds,
            List<Integer> bbbeePoints80,
            List<Integer> bbbeePoints90,
            List<String> alwaysRequired,
            Map<String, Integer> daysToMend) {

        static Draft of(JsonFields fields) {
            Policy usual = Policies.builtIn().standard();
            Optional<JsonFields> points = fields.object("bbbeePoints");
            Draft draft = new Draft(
                    fields.text("name").orElse(""),
                    fields.text("version").orElse(""),
                    criteria(fields),
                    fields.object("thresholds")
                            .map(given -> thresholds(given, usual.thresholds()))
                            .orElse(usual.thresholds()),
                    points(points, "80/20", usual.bbbeePoints80()),
                    points(points, "90/10", usual.bbbeePoints90()),
                    fields.texts("alwaysRequired"),
                    fields.object("daysToMend").map(Draft::days).orElse(usual.daysToMend()));
            points.ifPresent(JsonFields::end);
            fields.end();
            return draft;
        }

        List<FieldProblem> problems() {
            return Policy.problems(
                    name, version, criteria, thresholds, bbbeePoints80, bbbeePoints90, alwaysRequired, daysToMend);
        }

        Policy policy() {
            return new Policy(
                    name, version, criteria, thresholds, bbbeePoints80, bbbeePoints90, alwaysRequired, daysToMend);
        }

        private static List<WeightedCriterion> criteria(JsonFields fields) {
            List<WeightedCriterion> criteria = new ArrayList<>();
            fields.object("criteria")
                    .ifPresent(weights -> weights.names()
                            .forEach(name -> weights.integer(name)
                                    .ifPresent(weight -> criteria.add(new WeightedCriterion(name, weight)))));
            return criteria;
        }

        private static Thresholds thresholds(JsonFields given, Thresholds usual) {
            Thresholds thresholds = new Thresholds(
                    given.integer("bidFrom").orElse(usual.bidFrom()),
                    given.integer("prepareFrom").orElse(usual.prepareFrom()),
                    given.integer("comfortableDays").orElse(usual.comfortableDays()),
                    given.number("contractShare").orElse(usual.contractShare()),
                    given.number("yearsShare").orElse(usual.yearsShare()),
                    given.number("sameSector").orElse(usual.sameSector()),
                    given.number("otherSector").orElse(usual.otherSector()),
                    given.number("cidbConditional").orElse(usual.cidbConditional()),
                    given.number("cidbWithPartner").orElse(usual.cidbWithPartner()),
                    given.number("partOfCountry").orElse(usual.partOfCountry()),
                    given.number("missingDocument").orElse(usual.missingDocument()));
            given.end();
            return thresholds;
        }

        private static List<Integer> points(Optional<JsonFields> points, String system, List<Integer> usual) {
            Optional<JsonNode> given = points.flatMap(fields -> fields.any(system));
            return given.isPresent() ? points.get().integers(system) : usual;
        }

        private static Map<String, Integer> days(JsonFields given) {
            Map<String, Integer> days = new LinkedHashMap<>();
            given.names().forEach(name -> given.integer(name).ifPresent(number -> days.put(name, number)));
            return days;
        }
    }
}
