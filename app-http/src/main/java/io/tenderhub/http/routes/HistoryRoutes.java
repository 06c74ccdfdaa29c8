package io.tenderhub.http.routes;

import io.tenderhub.activity.Activity;
import io.tenderhub.audit.AuditPage;
import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.http.endpoint.Endpoint;
import io.tenderhub.http.endpoint.EndpointBuilder;
import io.tenderhub.http.endpoint.Parameters;
import io.tenderhub.http.endpoint.Reply;
import io.tenderhub.http.endpoint.Request;
import io.tenderhub.json.ActivityJson;
import io.tenderhub.json.AuditJson;
import io.tenderhub.team.Permission;
import java.util.List;

/** What was done and what happened. */
final class HistoryRoutes {
    private final TenderHub hub;

    HistoryRoutes(TenderHub hub) {
        this.hub = hub;
    }

    List<Endpoint> endpoints() {
        return List.of(
                tagged(Endpoint.get("/api/v1/teams/{team}/audit"), "readAuditTrail", "Who did what in a team")
                        .forTeam(Permission.READ_AUDIT)
                        .takes(Parameters.LIMIT, Parameters.CURSOR)
                        .answers(200, "A page of the trail, newest first", AuditJson.PAGE)
                        .handledBy(this::audit),
                tagged(
                                Endpoint.get("/api/v1/teams/{team}/activity"),
                                "listActivityOfTeam",
                                "What happened in a team lately")
                        .description("Kept for a while only; the audit trail is kept for good.")
                        .forTeam(Permission.READ)
                        .takes(Parameters.LIMIT)
                        .answers(200, "The latest activities", ActivityJson.SHAPE)
                        .handledBy(this::ofTeam),
                tagged(Endpoint.get("/api/v1/activity"), "listActivity", "What happened to tenders lately")
                        .takes(Parameters.LIMIT)
                        .answers(200, "The latest activities that are public", ActivityJson.SHAPE)
                        .handledBy(this::ofEverybody));
    }

    private static EndpointBuilder tagged(EndpointBuilder endpoint, String id, String summary) {
        return endpoint.tag("History").id(id).summary(summary);
    }

    private Reply audit(Request request) {
        AuditPage page =
                hub.auditTrail().latest(request.actor(), Parameters.cursor(request), Parameters.limit(request));
        return Reply.ok(json -> AuditJson.page(json, page));
    }

    private Reply ofTeam(Request request) {
        List<Activity> activities = hub.activities().forTeam(request.team()).latest(Parameters.limit(request));
        return Reply.ok(json -> ActivityJson.write(json, activities));
    }

    private Reply ofEverybody(Request request) {
        List<Activity> activities = hub.activities().latestPublic(Parameters.limit(request));
        return Reply.ok(json -> ActivityJson.write(json, activities));
    }
}
