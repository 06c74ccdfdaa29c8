package io.tenderhub.http.routes;

import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.http.endpoint.Endpoint;
import io.tenderhub.http.endpoint.EndpointBuilder;
import io.tenderhub.http.endpoint.ProblemKind;
import io.tenderhub.http.endpoint.Reply;
import io.tenderhub.http.endpoint.Request;
import io.tenderhub.json.TeamJson;
import io.tenderhub.quota.QuotaUse;
import io.tenderhub.team.Actor;
import io.tenderhub.team.Permission;
import io.tenderhub.team.Team;
import io.tenderhub.team.TeamOverview;
import io.tenderhub.team.TeamSaga;
import java.util.List;
import java.util.Optional;

/** Teams as their members make, see, rename and end them. */
final class TeamRoutes {
    private final TenderHub hub;

    TeamRoutes(TenderHub hub) {
        this.hub = hub;
    }

    List<Endpoint> endpoints() {
        return List.of(
                tagged(Endpoint.post("/api/v1/teams"), "registerTeam", "Register a team")
                        .description(
                                "Who registers it becomes its owner. It has the first plan; who runs the hub gives another."
                                        + " While a store is away it stays registering, and becomes active by itself.")
                        .forUsers()
                        .creates()
                        .body(TeamJson.NEW)
                        .answers(201, "The team", TeamJson.SHAPE)
                        .fails(ProblemKind.CONFLICT)
                        .handledBy(this::register),
                tagged(Endpoint.get("/api/v1/teams/{team}"), "getTeam", "Look at a team")
                        .description("With what its plan allows, and how far it is used.")
                        .forTeam(Permission.READ)
                        .answers(200, "The team", TeamJson.OVERVIEW)
                        .handledBy(this::describe),
                tagged(Endpoint.patch("/api/v1/teams/{team}"), "renameTeam", "Rename a team")
                        .forTeam(Permission.MANAGE_TEAM)
                        .body(TeamJson.RENAMING)
                        .answers(200, "The team as it is called now", TeamJson.SHAPE)
                        .handledBy(this::rename),
                tagged(Endpoint.delete("/api/v1/teams/{team}"), "removeTeam", "End a team")
                        .description(
                                "From now on nobody can use it. What belongs to it is removed from all stores, sooner or later;"
                                        + " its id is never given again.")
                        .forTeam(Permission.MANAGE_TEAM)
                        .answers(202, "How far the removal has come", TeamJson.REMOVAL)
                        .handledBy(this::remove));
    }

    private static EndpointBuilder tagged(EndpointBuilder endpoint, String id, String summary) {
        return endpoint.tag("Teams").id(id).summary(summary);
    }

    private Reply register(Request request) {
        Team team = hub.registration()
                .register(SentTeam.read(
                        request.body(),
                        hub.plans().first().name(),
                        request.user().id()));
        return Reply.created("/api/v1/teams/" + team.id(), json -> TeamJson.write(json, team));
    }

    private Reply describe(Request request) {
        TeamOverview overview = hub.teams().describe(request.actor());
        Optional<QuotaUse> searches = searches(request.actor());
        return Reply.ok(json -> TeamJson.overview(json, overview, searches));
    }

    /** The team is shown all the same while nobody can count. */
    private Optional<QuotaUse> searches(Actor actor) {
        try {
            return hub.teamTenders().searches(actor);
        } catch (UnavailableException away) {
            return Optional.empty();
        }
    }

    private Reply rename(Request request) {
        Team team = hub.teams().rename(request.actor(), request.body().text("name"));
        return Reply.ok(json -> TeamJson.write(json, team));
    }

    private Reply remove(Request request) {
        TeamSaga removal = hub.registration().remove(request.actor());
        return Reply.json(202, json -> TeamJson.removal(json, removal));
    }
}
