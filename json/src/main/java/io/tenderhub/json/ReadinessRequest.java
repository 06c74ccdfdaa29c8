package io.tenderhub.json;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenderhub.company.CompanyProfile;
import io.tenderhub.failure.FieldProblem;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.readiness.Policies;
import java.util.ArrayList;
import java.util.List;

/** How ready a company is that is sent along: {@code {"profile": {…}, …}} and what {@link ReadinessQuestion} has. */
public record ReadinessRequest(CompanyProfile profile, ReadinessQuestion question) {
    public static final ObjectShape SHAPE =
            Shape.input("ReadinessCheck").with("profile", ProfileJson.INPUT).withAllOf(ReadinessQuestion.SHAPE);

    public ReadinessRequest {
        requireNonNull(profile);
        requireNonNull(question);
    }

    /**
     * @param sent of {@link #SHAPE}
     * @throws InvalidInputException with everything that is wrong, each under the path of its field
     */
    public static ReadinessRequest of(SentJson sent, Policies policies) {
        List<FieldProblem> problems = new ArrayList<>();
        CompanyProfile profile = InnerProblems.collect(
                        problems,
                        "profile",
                        () -> ProfileJson.read(
                                "profile", (ObjectNode) sent.tree().get("profile")))
                .orElse(null);
        ReadinessQuestion question = InnerProblems.collect(problems, "", () -> ReadinessQuestion.of(sent, policies))
                .orElse(null);
        if (profile == null || question == null) {
            throw new InvalidInputException("request", problems);
        }
        return new ReadinessRequest(profile, question);
    }
}
