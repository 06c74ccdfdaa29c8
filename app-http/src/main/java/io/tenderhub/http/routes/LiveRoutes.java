package io.tenderhub.http.routes;

import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.http.endpoint.Endpoint;
import io.tenderhub.http.endpoint.EndpointBuilder;
import io.tenderhub.http.endpoint.Parameter;
import io.tenderhub.http.endpoint.ProblemKind;
import io.tenderhub.http.live.LiveStreams;
import io.tenderhub.json.Shape;
import io.tenderhub.team.Permission;
import java.util.List;

/** News as they come. */
final class LiveRoutes {
    private static final Parameter<String> LAST_EVENT_ID = Parameter.header(
            "Last-Event-ID",
            "The id of the last event that was received, to get what came since then",
            Shape.text().length(0, 200),
            text -> text);
    private static final String EVENTS =
            " Each event has an `id`, the `event` type and `data`, a JSON object with `type`, `subject` and `at`. The stream begins with the"
                    + " event `ready`. The event `reset` says that some may have been missed: read anew what you keep.";

    private final LiveStreams streams;

    LiveRoutes(TenderHub hub) {
        this.streams = new LiveStreams(hub.notifications(), hub.configuration().live());
    }

    List<Endpoint> endpoints() {
        return List.of(
                described(
                                Endpoint.get("/api/v1/live").id("followNews"),
                                "News for everybody, as server-sent events",
                                EVENTS)
                        .handledBy(request -> streams.ofEverybody(request.find(LAST_EVENT_ID))),
                described(
                                Endpoint.get("/api/v1/teams/{team}/live")
                                        .id("followTeamNews")
                                        .forTeam(Permission.READ),
                                "News of a team, as server-sent events",
                                EVENTS + " Ends when who follows may not read them any more.")
                        .handledBy(request -> streams.ofTeam(request, request.find(LAST_EVENT_ID))));
    }

    private static EndpointBuilder described(EndpointBuilder endpoint, String summary, String description) {
        return endpoint.tag("Live updates")
                .summary(summary)
                .description(description.strip())
                .takes(LAST_EVENT_ID)
                .answersText(200, "Events, until one of both ends", "text/event-stream")
                .fails(ProblemKind.RATE_EXCEEDED);
    }
}
