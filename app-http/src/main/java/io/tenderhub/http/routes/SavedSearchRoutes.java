package io.tenderhub.http.routes;

import io.tenderhub.alert.MatchPage;
import io.tenderhub.alert.MatchQuery;
import io.tenderhub.alert.SavedSearch;
import io.tenderhub.alert.SavedSearches;
import io.tenderhub.alert.SearchDraft;
import io.tenderhub.cache.Answer;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.http.endpoint.Endpoint;
import io.tenderhub.http.endpoint.EndpointBuilder;
import io.tenderhub.http.endpoint.Parameter;
import io.tenderhub.http.endpoint.Parameters;
import io.tenderhub.http.endpoint.ProblemKind;
import io.tenderhub.http.endpoint.Reply;
import io.tenderhub.http.endpoint.Request;
import io.tenderhub.json.SavedSearchJson;
import io.tenderhub.json.SearchJson;
import io.tenderhub.json.Shape;
import io.tenderhub.json.TextShape;
import io.tenderhub.search.SearchAnswer;
import io.tenderhub.team.Permission;
import io.tenderhub.tender.SearchMode;
import io.tenderhub.tender.TenderSort;
import java.time.Instant;
import java.util.List;

/** The searches that a team keeps, and what began to match them. */
final class SavedSearchRoutes {
    private static final String ALL = "/api/v1/teams/{team}/saved-searches";
    private static final String ONE = ALL + "/{search}";
    private static final TextShape ID = Shape.text().pattern("^[a-z0-9]{1,64}$", "the id of a saved search");
    private static final String EXAMPLE = "8c1d4f2170c1aa00";
    private static final Parameter<String> SEARCH =
            Parameter.path("search", "The id of the saved search", ID.withExample(EXAMPLE), id -> id);
    private static final Parameter<String> OF_SEARCH =
            Parameter.query("search", "Only of the saved search with this id", ID.withExample(EXAMPLE), id -> id);
    private static final Parameter<Instant> SINCE =
            Parameter.query("since", "Only what was found at this instant or later", Shape.instant(), Instant::parse);

    private final SavedSearches searches;

    SavedSearchRoutes(SavedSearches searches) {
        this.searches = searches;
    }

    List<Endpoint> endpoints() {
        return List.of(
                tagged(Endpoint.get(ALL), "listSavedSearches", "List the saved searches")
                        .forTeam(Permission.READ)
                        .answers(200, "In the order they were made", SavedSearchJson.ALL)
                        .handledBy(this::list),
                tagged(Endpoint.post(ALL), "saveSearch", "Save a search")
                        .description(
                                "With an alert, the team is told of each open tender that begins to match from now"
                                        + " on, once; what the search finds already is no news. Kept and shown in small letters.")
                        .forTeam(Permission.EDIT_WORKSPACE)
                        .creates()
                        .body(SavedSearchJson.WANTED)
                        .answers(201, "The saved search", SavedSearchJson.SHAPE)
                        .fails(ProblemKind.LIMIT_REACHED)
                        .handledBy(this::create),
                tagged(Endpoint.get(ONE), "getSavedSearch", "Look at a saved search")
                        .forTeam(Permission.READ)
                        .takes(SEARCH)
                        .answers(200, "The saved search", SavedSearchJson.SHAPE)
                        .handledBy(this::one),
                tagged(Endpoint.put(ONE), "changeSavedSearch", "Change a saved search")
                        .description("The whole of it. What matched stays, and is never told again; where it looks for"
                                + " something else from now on, what it finds already is no news.")
                        .forTeam(Permission.EDIT_WORKSPACE)
                        .takes(SEARCH)
                        .body(SavedSearchJson.WANTED)
                        .answers(200, "The saved search", SavedSearchJson.SHAPE)
                        .handledBy(this::change),
                tagged(Endpoint.delete(ONE), "removeSavedSearch", "Remove a saved search")
                        .description("With what matched it.")
                        .forTeam(Permission.EDIT_WORKSPACE)
                        .takes(SEARCH)
                        .answersNothing(204, "It is gone")
                        .handledBy(this::remove),
                tagged(Endpoint.get(ONE + "/tenders"), "runSavedSearch", "Run a saved search")
                        .description("Counts towards the searches of the team's plan.")
                        .forTeam(Permission.READ)
                        .takes(
                                SEARCH,
                                SearchParameters.MODE,
                                SearchParameters.SORT_OF_TEAM,
                                Parameters.LIMIT,
                                Parameters.CURSOR)
                        .answers(200, "A page of tenders", SearchJson.SHAPE)
                        .fails(ProblemKind.QUOTA_EXCEEDED)
                        .handledBy(this::run),
                tagged(
                                Endpoint.get("/api/v1/teams/{team}/search-matches"),
                                "listSearchMatches",
                                "List what began to match saved searches")
                        .description("The news `search.digest` has as its subject the instant to send as `since`.")
                        .forTeam(Permission.READ)
                        .takes(OF_SEARCH, SINCE, Parameters.LIMIT, Parameters.CURSOR)
                        .answers(200, "A page of matches, the latest first", SavedSearchJson.MATCHES)
                        .handledBy(this::matches));
    }

    private static EndpointBuilder tagged(EndpointBuilder endpoint, String id, String summary) {
        return endpoint.tag("Saved searches").id(id).summary(summary);
    }

    private Reply list(Request request) {
        List<SavedSearch> all = searches.list(request.actor());
        return Reply.ok(json -> SavedSearchJson.all(json, all));
    }

    private Reply create(Request request) {
        SavedSearch made = searches.create(request.actor(), SavedSearchJson.read(request.body()));
        return Reply.created(
                "/api/v1/teams/" + request.team() + "/saved-searches/" + made.id(),
                json -> SavedSearchJson.write(json, made));
    }

    private Reply one(Request request) {
        String id = request.get(SEARCH);
        return shown(searches.find(request.actor(), id).orElseThrow(() -> new NotFoundException("saved search", id)));
    }

    private Reply change(Request request) {
        SearchDraft wanted = SavedSearchJson.read(request.body());
        return shown(searches.change(request.actor(), request.get(SEARCH), before -> wanted));
    }

    private static Reply shown(SavedSearch search) {
        return Reply.ok(json -> SavedSearchJson.write(json, search));
    }

    private Reply remove(Request request) {
        searches.remove(request.actor(), request.get(SEARCH));
        return Reply.nothing(204);
    }

    private Reply run(Request request) {
        SearchAnswer page = searches.run(
                request.actor(),
                request.get(SEARCH),
                request.find(SearchParameters.MODE).orElse(SearchMode.TEXT),
                request.find(SearchParameters.SORT_OF_TEAM).orElse(TenderSort.RELEVANCE),
                Parameters.limit(request),
                Parameters.cursor(request));
        return FoundTenders.of(Answer.fresh(page));
    }

    private Reply matches(Request request) {
        MatchPage page = searches.matches(
                request.actor(),
                new MatchQuery(
                        request.find(OF_SEARCH),
                        request.find(SINCE),
                        Parameters.limit(request),
                        Parameters.cursor(request)));
        return Reply.ok(json -> SavedSearchJson.matches(json, page));
    }
}
