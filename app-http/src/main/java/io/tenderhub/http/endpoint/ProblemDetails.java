package io.tenderhub.http.endpoint;

import io.tenderhub.failure.FieldProblem;
import io.tenderhub.json.JsonText;
import io.tenderhub.json.ObjectShape;
import io.tenderhub.json.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Problem details (RFC 9457) as they are sent, by routes and by the server before any route. */
public final class ProblemDetails {
    public static final String MEDIA_TYPE = "application/problem+json";

    static final ObjectShape SHAPE = (ObjectShape) Shape.object("Problem")
            .with("type", Shape.text().withExample(ProblemKind.INVALID_INPUT.type()))
            .with("title", Shape.text().described("The same for each problem of a type"))
            .with("status", Shape.whole(400, 599))
            .with("detail", Shape.text().described("What is wrong this time, and what to do"))
            .with("instance", Shape.text().described("The path that was asked for"))
            .maybe("requestId", Shape.text().described("Names this request in the logs of the service"))
            .maybe(
                    "problems",
                    Shape.list(Shape.object("FieldProblem")
                            .with("path", Shape.text().withExample("cidb[1].grade"))
                            .with("message", Shape.text())))
            .described("Problem details (RFC 9457)");

    private ProblemDetails() {}

    /** Of a kind that has a type of its own. */
    static byte[] of(
            ProblemKind kind, String detail, String instance, @Nullable String requestId, List<FieldProblem> problems) {
        return bytes(kind.type(), kind.title(), kind.status(), detail, instance, requestId, problems);
    }

    /**
     * @param type a URI, or {@code about:blank} where the title is that of the status
     * @param instance the path that was asked for
     * @param requestId left out if null
     */
    public static byte[] bytes(
            String type,
            String title,
            int status,
            String detail,
            String instance,
            @Nullable String requestId,
            List<FieldProblem> problems) {
        return JsonText.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("type", type);
            json.writeStringField("title", title);
            json.writeNumberField("status", status);
            json.writeStringField("detail", detail);
            json.writeStringField("instance", instance);
            if (requestId != null) {
                json.writeStringField("requestId", requestId);
            }
            if (!problems.isEmpty()) {
                json.writeArrayFieldStart("problems");
                for (FieldProblem problem : problems) {
                    json.writeStartObject();
                    json.writeStringField("path", problem.path());
                    json.writeStringField("message", problem.message());
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        });
    }
}
