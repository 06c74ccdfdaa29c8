package io.tenderhub.http.routes;

import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.cache.Answer;
import io.tenderhub.details.TenderDetails;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.http.endpoint.Endpoint;
import io.tenderhub.http.endpoint.EndpointBuilder;
import io.tenderhub.http.endpoint.Parameter;
import io.tenderhub.http.endpoint.Parameters;
import io.tenderhub.http.endpoint.ProblemKind;
import io.tenderhub.http.endpoint.Reply;
import io.tenderhub.http.endpoint.Request;
import io.tenderhub.json.DetailsJson;
import io.tenderhub.json.SearchJson;
import io.tenderhub.search.SearchAnswer;
import io.tenderhub.team.Permission;
import java.util.List;
import java.util.Optional;

/** Finding tenders and looking at one, for everybody and as a team sees them. */
final class TenderRoutes {
    private static final String TAG = "Tenders";

    private final TenderHub hub;
    private final RenderedTenders rendered = new RenderedTenders();

    TenderRoutes(TenderHub hub) {
        this.hub = hub;
    }

    List<Endpoint> endpoints() {
        return List.of(
                tagged(Endpoint.get("/api/v1/tenders"), "searchTenders", "Search tenders")
                        .takes(SearchParameters.PUBLIC.toArray(Parameter<?>[]::new))
                        .answers(200, "A page of tenders", SearchJson.SHAPE)
                        .handledBy(this::search),
                // Identifiers of listings hold slashes, plain or encoded.
                tagged(Endpoint.get("/api/v1/tenders/<ocid>"), "getTender", "Look at a tender")
                        .takes(Parameters.OCID)
                        .answers(200, "The tender with its summary", DetailsJson.SHAPE)
                        .fails(ProblemKind.NOT_FOUND)
                        .handledBy(this::one),
                tagged(Endpoint.get("/api/v1/teams/{team}/tenders"), "searchTendersOfTeam", "Search tenders as a team")
                        .description("Counts towards the searches of the team's plan.")
                        .forTeam(Permission.READ)
                        .takes(SearchParameters.OF_TEAM.toArray(Parameter<?>[]::new))
                        .answers(200, "A page of tenders", SearchJson.SHAPE)
                        .fails(ProblemKind.QUOTA_EXCEEDED)
                        .handledBy(this::searchOfTeam),
                tagged(
                                Endpoint.get("/api/v1/teams/{team}/tenders/<ocid>"),
                                "getTenderOfTeam",
                                "Look at a tender as a team")
                        .description("With how ready the team is for it, as far as its plan goes.")
                        .forTeam(Permission.READ)
                        .takes(Parameters.OCID)
                        .answers(200, "The tender with its summary and the team's readiness", DetailsJson.SHAPE)
                        .handledBy(this::oneOfTeam));
    }

    private static EndpointBuilder tagged(EndpointBuilder endpoint, String id, String summary) {
        return endpoint.tag(TAG).id(id).summary(summary);
    }

    private Reply search(Request request) {
        Answer<SearchAnswer> page =
                hub.publicTenders().search(SearchParameters.query(request), SearchParameters.withFacets(request));
        return Staleness.told(page, FoundTenders.of(page));
    }

    private Reply searchOfTeam(Request request) {
        SearchAnswer page = hub.teamTenders()
                .search(request.actor(), SearchParameters.query(request), SearchParameters.withFacets(request));
        return FoundTenders.of(Answer.fresh(page));
    }

    private Reply one(Request request) {
        String ocid = request.get(Parameters.OCID);
        return shown(ocid, hub.publicTenders().find(ocid));
    }

    private Reply oneOfTeam(Request request) {
        String ocid = request.get(Parameters.OCID);
        return shown(ocid, hub.teamTenders().find(request.actor(), ocid).map(Answer::fresh));
    }

    private Reply shown(String ocid, Optional<Answer<TenderDetails>> found) {
        Answer<TenderDetails> details = found.orElseThrow(() -> new NotFoundException("tender", ocid));
        hub.popularTenders().seen(ocid);
        return rendered.of(details);
    }
}
