package io.tenderhub.http.routes;

import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.http.endpoint.Endpoint;
import io.tenderhub.http.endpoint.EndpointBuilder;
import io.tenderhub.http.endpoint.Method;
import io.tenderhub.http.endpoint.Parameter;
import io.tenderhub.http.endpoint.Parameters;
import io.tenderhub.http.endpoint.ProblemKind;
import io.tenderhub.http.endpoint.Reply;
import io.tenderhub.http.endpoint.Request;
import io.tenderhub.json.ReadinessQuestion;
import io.tenderhub.json.ReadinessRequest;
import io.tenderhub.json.ScoreJson;
import io.tenderhub.json.TopTendersJson;
import io.tenderhub.readiness.BidSituation;
import io.tenderhub.readiness.ReadinessScore;
import io.tenderhub.readiness.ReadinessScorer;
import io.tenderhub.readiness.StoredScore;
import io.tenderhub.team.Permission;
import io.tenderhub.tender.Tender;
import io.tenderhub.workspace.WorkspaceEntry;
import java.util.List;
import java.util.stream.Stream;

/** How ready a company is for a tender: judged on the fly for anybody, kept for a team. */
final class ReadinessRoutes {
    private static final String TAG = "Readiness";
    private static final int USUAL_TOP = 5;
    private static final Parameter<Integer> TOP = Parameters.limit(USUAL_TOP);

    private final TenderHub hub;

    ReadinessRoutes(TenderHub hub) {
        this.hub = hub;
    }

    List<Endpoint> endpoints() {
        List<Endpoint> forAll = ShortName.both(
                Method.POST,
                "/api/v1/readiness/check",
                "/api/readiness/check",
                "checkReadiness",
                endpoint -> endpoint.tag(TAG)
                        .summary("Check how ready a company is for a tender")
                        .description("Nothing of what is sent is kept.")
                        .body(ReadinessRequest.SHAPE)
                        .answers(200, "The company's readiness", ScoreJson.SHAPE)
                        .fails(ProblemKind.NOT_FOUND),
                this::check);
        List<Endpoint> ofTeams = List.of(
                ofTeam(
                                Endpoint.get("/api/v1/teams/{team}/readiness"),
                                "listTopTenders",
                                "List what a team is readiest for")
                        .description("5 if no limit is given, at most 100.")
                        .takes(TOP)
                        .answers(200, "Scores, most points first", TopTendersJson.SHAPE)
                        .handledBy(this::top),
                ofTeam(
                                Endpoint.get("/api/v1/teams/{team}/readiness/<ocid>"),
                                "getReadiness",
                                "Look at a team's readiness for a tender")
                        .description("As the background keeps it; 404 also while it is still to be made.")
                        .takes(Parameters.OCID)
                        .answers(200, "The team's readiness", ScoreJson.SHAPE)
                        .handledBy(this::stored),
                ofTeam(
                                Endpoint.post("/api/v1/teams/{team}/readiness/check"),
                                "checkReadinessOfTeam",
                                "Check how ready a team is for a tender")
                        .description(
                                "By the team's profile, for a tender that is stored or sent. Nothing of what is sent is"
                                        + " kept. Where it is not said whether the team was at the briefing, its workspace tells.")
                        .body(ReadinessQuestion.SHAPE)
                        .answers(200, "The team's readiness", ScoreJson.SHAPE)
                        .fails(ProblemKind.CONFLICT)
                        .handledBy(this::checkOfTeam));
        return Stream.concat(forAll.stream(), ofTeams.stream()).toList();
    }

    private static EndpointBuilder ofTeam(EndpointBuilder endpoint, String id, String summary) {
        return endpoint.tag(TAG).id(id).summary(summary).forTeam(Permission.READ);
    }

    private Reply check(Request request) {
        ReadinessRequest asked =
                ReadinessRequest.of(request.body(), hub.workbench().policies());
        Tender tender = tender(asked.question());
        ReadinessScore score = new ReadinessScorer(
                        asked.profile(), asked.question().policy())
                .score(
                        tender,
                        hub.workbench().requirements().find(tender),
                        situation(
                                asked.question(),
                                asked.question().briefingAttended().orElse(false)));
        return Reply.ok(json -> ScoreJson.write(json, score));
    }

    private Reply checkOfTeam(Request request) {
        ReadinessQuestion question =
                ReadinessQuestion.of(request.body(), hub.workbench().policies());
        Tender tender = tender(question);
        boolean attended = question.briefingAttended()
                .orElseGet(() -> hub.workspaces()
                        .find(request.actor(), tender.ocid())
                        .filter(WorkspaceEntry::attended)
                        .isPresent());
        ReadinessScore score =
                hub.teamReadiness().check(request.actor(), tender, question.policy(), situation(question, attended));
        return Reply.ok(json -> ScoreJson.write(json, score));
    }

    private Tender tender(ReadinessQuestion question) {
        return question.release()
                .map(release -> hub.workbench().tenderOf("release", release))
                .orElseGet(() -> hub.lookup().require(question.ocid().orElseThrow()));
    }

    private BidSituation situation(ReadinessQuestion question, boolean attended) {
        return new BidSituation(question.now().orElseGet(hub.clock()::instant), attended);
    }

    private Reply stored(Request request) {
        String ocid = request.get(Parameters.OCID);
        StoredScore stored = hub.teamReadiness()
                .stored(request.actor(), ocid)
                .orElseThrow(() -> new NotFoundException("readiness yet for the tender", ocid));
        return Reply.ok(json -> ScoreJson.write(json, stored.score()));
    }

    private Reply top(Request request) {
        List<StoredScore> best =
                hub.teamReadiness().top(request.actor(), request.find(TOP).orElse(USUAL_TOP));
        return Reply.ok(json -> TopTendersJson.write(json, best));
    }
}
