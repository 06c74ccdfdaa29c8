package io.tenderhub.http.endpoint;

import io.javalin.http.Context;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Names each request, so that an answer and what the logs say can be brought together. */
public final class RequestIds {
    public static final String ATTRIBUTE = "requestId";
    public static final String HEADER = "X-Request-Id";
    private static final int LONGEST = 64;

    private RequestIds() {}

    /** The client's own name for it, if it is one that can stand in a log as it is; else a new one. */
    public static String of(@Nullable String given) {
        return given != null && isPlain(given)
                ? given
                : HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    static void name(Context ctx) {
        String id = of(ctx.header(HEADER));
        ctx.attribute(ATTRIBUTE, id);
        ctx.header(HEADER, id);
        MDC.put(ATTRIBUTE, id);
    }

    static void forget(Context ctx) {
        MDC.remove(ATTRIBUTE);
    }

    private static boolean isPlain(String id) {
        return !id.isEmpty()
                && id.length() <= LONGEST
                && id.chars()
                        .allMatch(c -> (c >= '0' && c <= '9')
                                || (c >= 'a' && c <= 'z')
                                || (c >= 'A' && c <= 'Z')
                                || c == '-'
                                || c == '_'
                                || c == '.');
    }
}
