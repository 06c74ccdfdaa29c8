package io.tenderhub.http;

import io.javalin.http.Context;
import io.tenderhub.json.JsonText;
import io.tenderhub.json.JsonWriting;

/** How answers are written. */
final class Answers {
    private Answers() {}

    static void json(Context ctx, JsonWriting value) {
        ctx.contentType("application/json").result(JsonText.line(value));
    }
}
