package io.tenderhub.http.endpoint;

import io.javalin.http.Context;
import io.tenderhub.json.SentJson;
import java.util.Optional;

/** The body of a request. */
record SentBody(String mediaType, byte[] bytes, Optional<SentJson> parsed) {
    static final SentBody NONE = new SentBody("", new byte[0], Optional.empty());

    /**
     * @throws ProblemException if it is of a type that is not taken
     * @throws io.tenderhub.failure.InvalidInputException if it is JSON and not of the declared shape
     */
    static SentBody read(Context ctx, Body declared, LargeBodies largeBodies) {
        if (!declared.isTaken()) {
            return NONE;
        }
        String mediaType = Body.mediaType(Optional.ofNullable(ctx.contentType()));
        if (!declared.takes(mediaType)) {
            throw new ProblemException(
                    ProblemKind.UNSUPPORTED_TYPE, "send " + declared.wanted() + ", not " + mediaType);
        }
        // Not before: who may not send it, or sends what is not taken, keeps nobody waiting.
        largeBodies.enter(ctx);
        byte[] bytes = ctx.bodyAsBytes();
        return new SentBody(
                mediaType,
                bytes,
                declared.json().filter(shape -> mediaType.equals(Body.JSON)).map(shape -> SentJson.read(bytes, shape)));
    }

    SentJson json() {
        return parsed.orElseThrow(() -> new IllegalStateException("no JSON was sent"));
    }
}
