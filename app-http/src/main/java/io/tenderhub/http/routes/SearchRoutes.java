package io.tenderhub.http.routes;

import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.http.endpoint.Endpoint;
import io.tenderhub.http.endpoint.EndpointBuilder;
import io.tenderhub.http.endpoint.Parameter;
import io.tenderhub.http.endpoint.ProblemKind;
import io.tenderhub.http.endpoint.Reply;
import io.tenderhub.http.endpoint.Request;
import io.tenderhub.json.ClickJson;
import io.tenderhub.json.SentJson;
import io.tenderhub.json.Shape;
import io.tenderhub.search.SearchId;
import io.tenderhub.team.Permission;
import java.util.List;

/** What became of searches. */
final class SearchRoutes {
    private static final Parameter<String> SEARCH = Parameter.path(
            "search",
            "The search's id, as its answer told it",
            Shape.text().length(1, 64).withExample("0123456789abcdef0123456789abcdef"),
            text -> text);

    private final TenderHub hub;

    SearchRoutes(TenderHub hub) {
        this.hub = hub;
    }

    List<Endpoint> endpoints() {
        return List.of(
                clicks(Endpoint.post("/api/v1/searches/{search}/clicks"), "addClick", "Tell which result was looked at")
                        .handledBy(this::clicked),
                clicks(
                                Endpoint.post("/api/v1/teams/{team}/searches/{search}/clicks"),
                                "addClickOfTeam",
                                "Tell which result of a search of the team was looked at")
                        .forTeam(Permission.READ)
                        .handledBy(this::clickedByTeam));
    }

    private static EndpointBuilder clicks(EndpointBuilder endpoint, String id, String summary) {
        return endpoint.tag("Tenders")
                .id(id)
                .summary(summary)
                .description("Each tender is noted once for a search.")
                .takes(SEARCH)
                .body(ClickJson.SENT)
                .answersNothing(204, "Noted")
                .fails(ProblemKind.NOT_FOUND);
    }

    private Reply clicked(Request request) {
        SentJson click = request.body();
        hub.publicTenders().clicked(id(request), click.text("ocid"), position(click));
        return Reply.nothing(204);
    }

    private Reply clickedByTeam(Request request) {
        SentJson click = request.body();
        hub.teamTenders().clicked(request.actor(), id(request), click.text("ocid"), position(click));
        return Reply.nothing(204);
    }

    private static int position(SentJson click) {
        return click.whole("position").map(Math::toIntExact).orElseThrow();
    }

    private static SearchId id(Request request) {
        String given = request.get(SEARCH);
        return SearchId.of(given).orElseThrow(() -> new NotFoundException("search", given));
    }
}
