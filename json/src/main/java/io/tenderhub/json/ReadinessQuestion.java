package io.tenderhub.json;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenderhub.failure.FieldProblem;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.readiness.Policies;
import io.tenderhub.readiness.Policy;
import io.tenderhub.readiness.PolicyChoice;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * For which tender to be ready, and how to judge it: {@code {"ocid": "…" | "release": {…}, "policy": "name" | {…}, "now": "…",
 * "briefingAttended": true}}. Only one of ocid and release must be there.
 *
 * @param release an OCDS release as JSON; present if and only if {@code ocid} is not
 * @param ocid of a stored tender
 * @param now when it is to be judged
 */
public record ReadinessQuestion(
        PolicyChoice policy,
        Optional<byte[]> release,
        Optional<String> ocid,
        Optional<Instant> now,
        Optional<Boolean> briefingAttended) {
    public static final ObjectShape SHAPE = Shape.input("TeamReadinessCheck")
            .maybe(
                    "ocid",
                    Shape.text()
                            .length(1, 200)
                            .described("Of a stored tender; either this or a release")
                            .withExample("ocds-9t57fa-136656"))
            .maybe(
                    "release",
                    Shape.map(Shape.any()).described("An OCDS release with any of its fields; either this or an ocid"))
            .maybe(
                    "policy",
                    Shape.either(Shape.text().withExample("south-africa"), PolicyJson.INPUT)
                            .described(
                                    "The name of a policy, or one of your own; as the tender's country has it if left out"))
            .maybe("now", Shape.instant().described("To be judged as of then; as of now if left out"))
            .maybe("briefingAttended", Shape.truth().described("Whether the company was at a compulsory briefing"));

    public ReadinessQuestion {
        requireNonNull(policy);
        requireNonNull(release);
        requireNonNull(ocid);
        requireNonNull(now);
        requireNonNull(briefingAttended);
    }

    /**
     * @param sent of {@link #SHAPE}
     * @throws InvalidInputException with everything that is wrong, each under the path of its field
     */
    public static ReadinessQuestion of(SentJson sent, Policies policies) {
        List<FieldProblem> problems = new ArrayList<>();
        PolicyChoice policy = policy(Optional.ofNullable(sent.tree().get("policy")), policies, problems);
        Optional<byte[]> release = Optional.ofNullable(sent.tree().get("release"))
                .map(object -> object.toString().getBytes(StandardCharsets.UTF_8));
        Optional<String> ocid = sent.maybeText("ocid");
        if (release.isPresent() == ocid.isPresent()) {
            problems.add(
                    new FieldProblem("ocid", "give either the ocid of a stored tender or a release, and not both"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException("request", problems);
        }
        return new ReadinessQuestion(policy, release, ocid, sent.instant("now"), sent.truth("briefingAttended"));
    }

    private static PolicyChoice policy(Optional<JsonNode> given, Policies policies, List<FieldProblem> problems) {
        if (given.isEmpty()) {
            return policies.defaultChoice();
        }
        if (given.get() instanceof ObjectNode own) {
            return InnerProblems.collect(problems, "policy", () -> PolicyJson.read("policy", own))
                    .map(PolicyChoice::always)
                    .orElseGet(policies::defaultChoice);
        }
        String name = given.get().textValue();
        Optional<Policy> known = policies.find(name);
        if (known.isEmpty()) {
            problems.add(new FieldProblem(
                    "policy", "must be one of " + String.join(", ", policies.names()) + ", not '" + name + "'"));
        }
        return known.map(PolicyChoice::always).orElseGet(policies::defaultChoice);
    }
}
