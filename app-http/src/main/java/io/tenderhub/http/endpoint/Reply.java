package io.tenderhub.http.endpoint;

import io.javalin.http.Context;
import io.tenderhub.json.JsonText;
import io.tenderhub.json.JsonWriting;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is answered: a status, headers and bytes that are ready to be sent. Immutable; the bytes must not be changed. */
public final class Reply {
    private static final byte[] NOTHING = {};

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;
    private final Optional<Stream> stream;

    private Reply(int status, Map<String, String> headers, byte[] body, Optional<Stream> stream) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.stream = stream;
    }

    /** Sends for as long as it likes, on its own; must not hold the thread. */
    @FunctionalInterface
    public interface Stream {
        void start(Context ctx);
    }

    public static Reply ok(JsonWriting value) {
        return json(200, value);
    }

    public static Reply json(int status, JsonWriting value) {
        return bytes(status, "application/json", JsonText.bytes(value));
    }

    /** @param location where what was made can be read */
    public static Reply created(String location, JsonWriting value) {
        return json(201, value).with("Location", location);
    }

    public static Reply nothing(int status) {
        return new Reply(status, Map.of(), NOTHING, Optional.empty());
    }

    /** Bytes that are ready already. */
    public static Reply bytes(int status, String mediaType, byte[] bytes) {
        return new Reply(status, Map.of("Content-Type", mediaType), bytes, Optional.empty());
    }

    static Reply recorded(int status, Map<String, String> headers, byte[] body) {
        return new Reply(status, headers, body, Optional.empty());
    }

    public static Reply streamed(Stream stream) {
        return new Reply(200, Map.of(), NOTHING, Optional.of(stream));
    }

    public Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body, stream);
    }

    /** With a tag that stands for exactly this version, for {@code If-Match}; such answers are sent without compression. */
    public Reply ofVersion(String tag) {
        return with("ETag", '"' + tag + '"');
    }

    /** With its weak tag, for what is sent many times. */
    public Reply tagged() {
        return with("ETag", Tags.weak(body));
    }

    /**
     * With a weak tag for a body of which a part is new each time and of no matter to who has the rest already.
     *
     * @param rest the body without that part
     */
    public Reply taggedAs(JsonWriting rest) {
        return with("ETag", Tags.weak(JsonText.bytes(rest)));
    }

    /** Of the body, in bytes. */
    public int length() {
        return body.length;
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }

    Optional<Stream> stream() {
        return stream;
    }
}
