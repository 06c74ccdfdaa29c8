package io.tenderhub.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.json.ReadinessRequest;
import io.tenderhub.json.ScoreJson;
import io.tenderhub.readiness.BidSituation;
import io.tenderhub.readiness.ReadinessScore;
import io.tenderhub.readiness.ReadinessScorer;
import io.tenderhub.tender.Tender;

/** Readiness on the fly: nothing is stored. */
final class ReadinessRoutes {
    private final TenderHub hub;

    ReadinessRoutes(TenderHub hub) {
        this.hub = hub;
    }

    void register(RoutesConfig routes) {
        routes.post("/api/readiness/check", this::check);
    }

    private void check(Context ctx) {
        ReadinessRequest request =
                ReadinessRequest.read(Answers.body(ctx), hub.workbench().policies());
        Tender tender = request.release().isPresent()
                ? hub.workbench().tenderOf("release", request.release().get())
                : hub.lookup().require(request.ocid().orElseThrow());
        ReadinessScore score = new ReadinessScorer(request.profile(), request.policy())
                .score(
                        tender,
                        hub.workbench().requirements().find(tender),
                        new BidSituation(request.now().orElseGet(hub.clock()::instant), request.briefingAttended()));
        Answers.json(ctx, json -> ScoreJson.write(json, score));
    }
}
