package io.tenderhub.http.routes;

import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.http.endpoint.Endpoint;
import io.tenderhub.http.endpoint.EndpointBuilder;
import io.tenderhub.http.endpoint.Parameter;
import io.tenderhub.http.endpoint.ProblemKind;
import io.tenderhub.http.endpoint.Reply;
import io.tenderhub.http.endpoint.Request;
import io.tenderhub.json.ApiKeyJson;
import io.tenderhub.json.Shape;
import io.tenderhub.json.TeamJson;
import io.tenderhub.team.ApiKey;
import io.tenderhub.team.MadeApiKey;
import io.tenderhub.team.Permission;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Keys by which programs act for a team. */
final class ApiKeyRoutes {
    private static final Parameter<String> KEY = Parameter.path(
            "key",
            "The key's id",
            Shape.text().pattern("^[a-z0-9]{1,64}$", "the id of an API key").withExample("8c1d4f2170c1aa00"),
            id -> id);

    private final TenderHub hub;

    ApiKeyRoutes(TenderHub hub) {
        this.hub = hub;
    }

    List<Endpoint> endpoints() {
        return List.of(
                tagged(Endpoint.post("/api/v1/teams/{team}/api-keys"), "createApiKey", "Make an API key")
                        .description(
                                "It may do what its scopes say, each of which who makes it must have himself. It counts until it is"
                                        + " revoked, whatever becomes of who made it.")
                        .forTeam(Permission.MANAGE_API_KEYS)
                        .creates()
                        .body(ApiKeyJson.NEW)
                        .answers(201, "The key, shown this once", ApiKeyJson.MADE)
                        .fails(ProblemKind.LIMIT_REACHED)
                        .handledBy(this::create),
                tagged(Endpoint.get("/api/v1/teams/{team}/api-keys"), "listApiKeys", "List the API keys")
                        .forTeam(Permission.MANAGE_API_KEYS)
                        .answers(200, "Also revoked ones, in the order they were made", ApiKeyJson.ALL)
                        .handledBy(this::list),
                tagged(Endpoint.get("/api/v1/teams/{team}/api-keys/{key}"), "getApiKey", "Look at an API key")
                        .forTeam(Permission.MANAGE_API_KEYS)
                        .takes(KEY)
                        .answers(200, "What is kept of it", ApiKeyJson.SHAPE)
                        .handledBy(this::one),
                tagged(Endpoint.delete("/api/v1/teams/{team}/api-keys/{key}"), "revokeApiKey", "Revoke an API key")
                        .forTeam(Permission.MANAGE_API_KEYS)
                        .takes(KEY)
                        .answersNothing(204, "It is of no use any more")
                        .handledBy(this::revoke));
    }

    private static EndpointBuilder tagged(EndpointBuilder endpoint, String id, String summary) {
        return endpoint.tag("API keys").id(id).summary(summary);
    }

    private Reply create(Request request) {
        Set<Permission> scopes = request.body().texts("scopes").stream()
                .map(code -> Permission.ofCode(code).orElseThrow())
                .collect(Collectors.toSet());
        MadeApiKey made = hub.apiKeys().make(request.actor(), request.body().text("name"), scopes);
        String location =
                "/api/v1/teams/" + request.team() + "/api-keys/" + made.key().id();
        return Reply.created(location, json -> ApiKeyJson.made(json, made));
    }

    private Reply list(Request request) {
        List<ApiKey> keys = hub.apiKeys().list(request.actor());
        return Reply.ok(json -> ApiKeyJson.all(json, keys));
    }

    private Reply one(Request request) {
        String id = request.get(KEY);
        ApiKey found = hub.apiKeys().list(request.actor()).stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("API key", id));
        return Reply.ok(json -> TeamJson.write(json, found));
    }

    private Reply revoke(Request request) {
        hub.apiKeys().revoke(request.actor(), request.get(KEY));
        return Reply.nothing(204);
    }
}
