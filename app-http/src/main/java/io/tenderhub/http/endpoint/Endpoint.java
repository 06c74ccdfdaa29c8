package io.tenderhub.http.endpoint;

import io.tenderhub.quota.RateLimit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A route, declared once.
 *
 * @param id unique, as generated clients call it, such as {@code listMembers}
 * @param creates whether a repeated request may carry an {@code Idempotency-Key}
 * @param perClient how often it may be asked for from one address of a client
 */
public record Endpoint(
        Method method,
        String path,
        String id,
        String tag,
        String summary,
        String description,
        Admission admission,
        List<Parameter<?>> parameters,
        Body body,
        List<Answer> answers,
        Set<ProblemKind> failures,
        boolean creates,
        Optional<RateLimit> perClient,
        RequestHandler handler) {

    public Endpoint {
        parameters = List.copyOf(parameters);
        answers = List.copyOf(answers);
        failures = Set.copyOf(failures);
    }

    public static EndpointBuilder of(Method method, String path) {
        return new EndpointBuilder(method, path);
    }

    public static EndpointBuilder get(String path) {
        return new EndpointBuilder(Method.GET, path);
    }

    public static EndpointBuilder post(String path) {
        return new EndpointBuilder(Method.POST, path);
    }

    public static EndpointBuilder put(String path) {
        return new EndpointBuilder(Method.PUT, path);
    }

    public static EndpointBuilder patch(String path) {
        return new EndpointBuilder(Method.PATCH, path);
    }

    public static EndpointBuilder delete(String path) {
        return new EndpointBuilder(Method.DELETE, path);
    }

    boolean isPublic() {
        return admission instanceof Admission.Everybody;
    }
}
