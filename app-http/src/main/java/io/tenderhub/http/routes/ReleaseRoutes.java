package io.tenderhub.http.routes;

import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.details.EnrichedPage;
import io.tenderhub.http.endpoint.Endpoint;
import io.tenderhub.http.endpoint.Method;
import io.tenderhub.http.endpoint.Parameters;
import io.tenderhub.http.endpoint.Reply;
import io.tenderhub.http.endpoint.Request;
import io.tenderhub.json.EnrichedJson;
import java.util.List;

/** Whole tenders with what was found in them, for those who take over all. */
final class ReleaseRoutes {
    private final TenderHub hub;

    ReleaseRoutes(TenderHub hub) {
        this.hub = hub;
    }

    List<Endpoint> endpoints() {
        return ShortName.both(
                Method.GET,
                "/api/v1/enriched-releases",
                "/api/enriched-releases",
                "listEnrichedReleases",
                endpoint -> endpoint.tag("Tenders")
                        .summary("Take over tenders with their requirements and summaries")
                        .description("The newest first; nextCursor leads on to the end.")
                        .takes(Parameters.LIMIT, Parameters.CURSOR)
                        .answers(200, "A page of releases", EnrichedJson.SHAPE),
                this::list);
    }

    private Reply list(Request request) {
        EnrichedPage page = hub.enrichedTenders()
                .newest(Parameters.limit(request), Parameters.cursor(request).orElse(null));
        return Reply.ok(json -> EnrichedJson.write(json, page));
    }
}
