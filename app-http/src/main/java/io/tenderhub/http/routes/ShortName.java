package io.tenderhub.http.routes;

import io.tenderhub.http.endpoint.Endpoint;
import io.tenderhub.http.endpoint.EndpointBuilder;
import io.tenderhub.http.endpoint.Method;
import io.tenderhub.http.endpoint.RequestHandler;
import java.util.List;
import java.util.function.UnaryOperator;

/** Public endpoints that can be had without the version in their path, too. */
final class ShortName {
    private static final String TAG = "Short names";

    private ShortName() {}

    /**
     * An endpoint under both of its names.
     *
     * @param path with the version
     * @param shortPath without it
     */
    static List<Endpoint> both(
            Method method,
            String path,
            String shortPath,
            String id,
            UnaryOperator<EndpointBuilder> declaration,
            RequestHandler handler) {
        return List.of(
                declaration.apply(Endpoint.of(method, path).id(id)).handledBy(handler),
                declaration
                        .apply(Endpoint.of(method, shortPath))
                        .id(id + "ByShortName")
                        .tag(TAG)
                        .description("The same as `" + method + " " + path + "`.")
                        .handledBy(handler));
    }
}
