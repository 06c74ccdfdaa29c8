package io.tenderhub.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.tenderhub.bootstrap.Workbench;
import io.tenderhub.json.SummaryJson;
import io.tenderhub.json.SummaryRequest;
import io.tenderhub.summary.Digest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Summaries of texts that are sent: nothing is stored. */
final class SummaryRoutes {
    private final Workbench workbench;

    SummaryRoutes(Workbench workbench) {
        this.workbench = workbench;
    }

    void register(RoutesConfig routes) {
        routes.post("/api/summary/extract", this::extract);
    }

    /** A JSON object with {@code text} and perhaps {@code heading}, or plain text. */
    private void extract(Context ctx) {
        String type = Optional.ofNullable(ctx.contentType()).orElse("application/json");
        SummaryRequest request = type.startsWith("text/plain")
                ? SummaryRequest.ofPlainText(new String(ctx.bodyAsBytes(), StandardCharsets.UTF_8))
                : SummaryRequest.read(Answers.body(ctx));
        Digest digest = workbench.summarizer().summarize(request.heading(), request.text());
        Answers.json(ctx, json -> SummaryJson.write(json, digest));
    }
}
