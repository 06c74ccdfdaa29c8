package io.tenderhub.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenderhub.failure.FieldProblem;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.quota.QuotaPeriod;
import io.tenderhub.quota.QuotaRule;
import io.tenderhub.team.Feature;
import io.tenderhub.team.Plan;
import io.tenderhub.team.Plans;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The plans that teams can have: {@code {"plans": [{"name", "seats", "savedTenders", "searches": {"most", "per"}, "features"}]}}. A limit
 * that is left out does not exist.
 */
public final class PlansJson {
    private static final ObjectShape QUOTA = Shape.object("PlanQuota")
            .with("most", Shape.count())
            .with(
                    "per",
                    Shape.text()
                            .oneOf(Arrays.stream(QuotaPeriod.values())
                                    .map(QuotaPeriod::code)
                                    .toList()));

    public static final ObjectShape PLAN = Shape.object("Plan")
            .with("name", Shape.text().withExample("basic"))
            .maybe(
                    "seats",
                    Shape.whole(1, Integer.MAX_VALUE).described("Members and open invitations; any number if left out"))
            .maybe(
                    "savedTenders",
                    Shape.whole(0, Integer.MAX_VALUE).described("Tenders in the workspace; any number if left out"))
            .maybe("searches", QUOTA)
            .with(
                    "features",
                    Shape.list(Shape.text()
                            .oneOf(Arrays.stream(Feature.values())
                                    .map(Feature::code)
                                    .toList())));

    public static final ObjectShape SHAPE = Shape.object("Plans").with("plans", Shape.list(PLAN));

    private PlansJson() {}

    /**
     * @param name what is read, such as {@code plans mine.json}; stands in front of every problem
     * @param in UTF-8, UTF-16 or UTF-32; not closed
     * @throws InvalidInputException if these are no valid plans, naming every problem by path, or broken JSON by line, or if it can't be read
     */
    public static Plans read(String name, InputStream in) {
        return read(name, GivenJson.read(name, in));
    }

    /** As {@link #read(String, InputStream)}. */
    public static Plans read(String name, Reader in) {
        return read(name, GivenJson.read(name, in));
    }

    private static Plans read(String name, ObjectNode object) {
        List<FieldProblem> problems = new ArrayList<>();
        JsonFields fields = new JsonFields(object, "", problems);
        List<Plan> plans = plans(fields, problems);
        fields.end();
        if (problems.isEmpty() && plans.isEmpty()) {
            fields.problem("plans", "must name at least one");
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(name, problems);
        }
        return new Plans(plans);
    }

    private static List<Plan> plans(JsonFields fields, List<FieldProblem> problems) {
        List<Plan> plans = new ArrayList<>();
        Set<String> names = new HashSet<>();
        List<JsonNode> list = fields.list("plans");
        for (int i = 0; i < list.size(); i++) {
            String path = "plans[" + i + "]";
            if (list.get(i) instanceof ObjectNode given) {
                int before = problems.size();
                Draft draft = Draft.of(fields.at(given, path));
                if (problems.size() == before) {
                    draft.problems().forEach(problem -> fields.problem(path + "." + problem.path(), problem.message()));
                }
                if (!draft.name.isEmpty() && !names.add(draft.name)) {
                    fields.problem(path + ".name", "is the name of another plan already");
                }
                if (problems.size() == before) {
                    plans.add(draft.plan());
                }
            } else {
                fields.problem(path, "must be an object, not " + GivenJson.kind(list.get(i)));
            }
        }
        return plans;
    }

    /** Indented JSON text. */
    public static String write(Plans plans) {
        return JsonText.pretty(json -> write(json, plans));
    }

    public static void write(JsonGenerator json, Plans plans) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("plans");
        for (Plan plan : plans.all()) {
            write(json, plan);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    static void write(JsonGenerator json, Plan plan) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", plan.name());
        if (plan.seats().isPresent()) {
            json.writeNumberField("seats", plan.seats().getAsInt());
        }
        if (plan.savedTenders().isPresent()) {
            json.writeNumberField("savedTenders", plan.savedTenders().getAsInt());
        }
        if (plan.searches().isPresent()) {
            json.writeObjectFieldStart("searches");
            json.writeNumberField("most", plan.searches().get().most());
            json.writeStringField("per", plan.searches().get().per().code());
            json.writeEndObject();
        }
        json.writeArrayFieldStart("features");
        for (Feature feature : plan.features().stream().sorted().toList()) {
            json.writeString(feature.code());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** A plan before it is judged. */
    private record Draft(
            String name, OptionalInt seats, OptionalInt saved, Optional<QuotaRule> searches, Set<Feature> features) {

        static Draft of(JsonFields fields) {
            Draft draft = new Draft(
                    fields.required("name", fields.text("name")).orElse(""),
                    integer(fields, "seats"),
                    integer(fields, "savedTenders"),
                    fields.object("searches").flatMap(Draft::rule),
                    features(fields));
            fields.end();
            return draft;
        }

        List<FieldProblem> problems() {
            return Plan.problems(name, seats, saved);
        }

        Plan plan() {
            return new Plan(name, seats, saved, searches, features);
        }

        private static OptionalInt integer(JsonFields fields, String field) {
            return fields.integer(field).map(OptionalInt::of).orElse(OptionalInt.empty());
        }

        private static Optional<QuotaRule> rule(JsonFields fields) {
            Optional<Integer> most = fields.required("most", fields.integer("most"));
            Optional<String> code = fields.required("per", fields.text("per"));
            fields.end();
            Optional<QuotaPeriod> per = code.flatMap(text -> Arrays.stream(QuotaPeriod.values())
                    .filter(period -> period.code().equals(text))
                    .findFirst());
            if (code.isPresent() && per.isEmpty()) {
                fields.problem("per", "must be day or week, not " + code.get());
            }
            if (most.isPresent() && most.get() < 0) {
                fields.problem("most", "must be 0 or more, not " + most.get());
                return Optional.empty();
            }
            return most.flatMap(number -> per.map(period -> new QuotaRule(number, period)));
        }

        private static Set<Feature> features(JsonFields fields) {
            Set<Feature> features = EnumSet.noneOf(Feature.class);
            List<String> codes = fields.texts("features");
            for (int i = 0; i < codes.size(); i++) {
                Optional<Feature> feature = Feature.ofCode(codes.get(i));
                feature.ifPresent(features::add);
                if (feature.isEmpty()) {
                    fields.problem("features[" + i + "]", "must be one of " + known() + ", not " + codes.get(i));
                }
            }
            return features;
        }

        private static String known() {
            return Arrays.stream(Feature.values()).map(Feature::code).collect(Collectors.joining(", "));
        }
    }
}
