package io.tenderhub.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.tenderhub.details.TenderDetails;
import io.tenderhub.details.TenderLookup;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.json.DetailsJson;
import io.tenderhub.json.SearchJson;
import io.tenderhub.popularity.PopularTenders;
import io.tenderhub.team.Actor;
import io.tenderhub.team.Permission;
import io.tenderhub.team.TeamId;
import io.tenderhub.team.TeamTenders;
import io.tenderhub.tender.TenderPage;
import io.tenderhub.tender.TenderSearch;
import java.util.Optional;

/** Finding tenders and looking at one. */
final class TenderRoutes {
    private final TenderSearch search;
    private final TenderLookup lookup;
    private final TeamTenders ofTeams;
    private final PopularTenders popular;
    private final Bearer bearer;

    TenderRoutes(TenderSearch search, TenderLookup lookup, TeamTenders ofTeams, PopularTenders popular, Bearer bearer) {
        this.search = search;
        this.lookup = lookup;
        this.ofTeams = ofTeams;
        this.popular = popular;
        this.bearer = bearer;
    }

    void register(RoutesConfig routes) {
        routes.get("/api/v1/tenders", this::search);
        // Identifiers of listings hold slashes, plain or encoded.
        routes.get("/api/v1/tenders/<ocid>", this::one);
    }

    private void search(Context ctx) {
        TenderPage page = search.search(SearchParameters.read(ctx));
        Answers.json(ctx, json -> SearchJson.write(json, page));
    }

    /** With the score of a team for those who may read it, if its plan includes scores. */
    private void one(Context ctx) {
        String ocid = ctx.pathParam("ocid");
        Optional<Actor> actor =
                Optional.ofNullable(ctx.queryParam("team")).map(id -> bearer.require(ctx, team(id), Permission.READ));
        TenderDetails details = (actor.isPresent()
                        ? ofTeams.find(actor.get(), ocid)
                        : lookup.find(ocid, Optional.empty()))
                .orElseThrow(() -> new NotFoundException("tender", ocid));
        popular.seen(ocid);
        Answers.json(ctx, json -> DetailsJson.write(json, details));
    }

    private static TeamId team(String id) {
        try {
            return new TeamId(id);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("request", "team", String.valueOf(e.getMessage()));
        }
    }
}
