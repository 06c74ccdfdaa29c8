package io.tenderhub.http.routes;

import io.tenderhub.duplicate.Duplicate;
import io.tenderhub.duplicate.Duplicates;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.history.Revision;
import io.tenderhub.history.TenderHistory;
import io.tenderhub.http.endpoint.Endpoint;
import io.tenderhub.http.endpoint.Parameter;
import io.tenderhub.http.endpoint.Parameters;
import io.tenderhub.http.endpoint.ProblemKind;
import io.tenderhub.http.endpoint.Reply;
import io.tenderhub.http.endpoint.Request;
import io.tenderhub.json.DuplicatesJson;
import io.tenderhub.json.HistoryJson;
import io.tenderhub.json.Shape;
import java.util.List;

/** A tender beside its other selves: what it said before, and where it was advertised again. */
final class VersionRoutes {
    private static final String TAG = "Tenders";
    private static final Parameter<Long> BELOW = Parameter.query(
            "below",
            "Only versions below this one: nextBelow of the page before",
            Shape.whole(1, Long.MAX_VALUE),
            Long::valueOf);

    private final TenderHistory history;
    private final Duplicates duplicates;

    VersionRoutes(TenderHistory history, Duplicates duplicates) {
        this.history = history;
        this.duplicates = duplicates;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/api/v1/tender-history/<ocid>")
                        .tag(TAG)
                        .id("getTenderHistory")
                        .summary("See what changed in a tender")
                        .description("Field by field, from version to version, latest first.")
                        .takes(Parameters.OCID, BELOW, Parameters.LIMIT)
                        .answers(200, "The versions with their changes", HistoryJson.SHAPE)
                        .fails(ProblemKind.NOT_FOUND)
                        .handledBy(this::history),
                Endpoint.get("/api/v1/tender-duplicates/<ocid>")
                        .tag(TAG)
                        .id("listTenderDuplicates")
                        .summary("List the tenders that say nearly the same")
                        .description("Of the same buyer, as when a tender is advertised again, latest first.")
                        .takes(Parameters.OCID)
                        .answers(200, "The other tenders", DuplicatesJson.SHAPE)
                        .fails(ProblemKind.NOT_FOUND)
                        .handledBy(this::duplicates));
    }

    private Reply history(Request request) {
        String ocid = request.get(Parameters.OCID);
        List<Revision> revisions = history.find(ocid, request.find(BELOW), Parameters.limit(request))
                .orElseThrow(() -> new NotFoundException("tender", ocid));
        return Reply.ok(json -> HistoryJson.write(json, ocid, revisions));
    }

    private Reply duplicates(Request request) {
        String ocid = request.get(Parameters.OCID);
        List<Duplicate> found = duplicates.of(ocid).orElseThrow(() -> new NotFoundException("tender", ocid));
        return Reply.ok(json -> DuplicatesJson.write(json, ocid, found));
    }
}
