package io.tenderhub.http;

import io.javalin.http.Context;
import io.tenderhub.json.JsonText;
import io.tenderhub.json.JsonWriting;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** How requests are read and answers are written. */
final class Answers {
    private Answers() {}

    /** The body as a whole; one that is too large is refused before it is read to its end. */
    static InputStream body(Context ctx) {
        return new ByteArrayInputStream(ctx.bodyAsBytes());
    }

    static void json(Context ctx, JsonWriting value) {
        ctx.contentType("application/json").result(JsonText.line(value));
    }
}
