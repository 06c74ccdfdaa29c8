package io.tenderhub.http.routes;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.event.OutboxDepth;
import io.tenderhub.event.OutboxEntry;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.http.endpoint.Endpoint;
import io.tenderhub.http.endpoint.EndpointBuilder;
import io.tenderhub.http.endpoint.Parameter;
import io.tenderhub.http.endpoint.Parameters;
import io.tenderhub.http.endpoint.ProblemKind;
import io.tenderhub.http.endpoint.Reply;
import io.tenderhub.http.endpoint.Request;
import io.tenderhub.json.ObjectShape;
import io.tenderhub.json.OutboxJson;
import io.tenderhub.json.Shape;
import java.io.IOException;
import java.util.List;

/** The operator's side of the events that wait to be handled. */
final class OutboxRoutes {
    private static final String EVENTS = "/api/v1/operator/outbox/events";
    private static final ObjectShape DUE =
            Shape.object("Retried").with("due", Shape.count().described("How many events are due now because of this"));
    private static final Parameter<Long> EVENT = Parameter.path(
            "event", "The event's id", Shape.whole(1, Long.MAX_VALUE).withExample(42), Long::valueOf);
    private static final Parameter<OutboxEntry.State> STATE = Parameter.query(
            "state",
            "Only events in this state; parked if not given",
            Shape.text().oneOf("waiting", "parked", "published"),
            code -> OutboxEntry.State.ofCode(code).orElseThrow());
    private static final Parameter<Long> CURSOR = Parameter.query(
            "cursor",
            "Where to go on: nextCursor of the page before; empty for the beginning",
            Shape.text().pattern("^[0-9]{0,18}$", "a cursor that was given here"),
            text -> text.isEmpty() ? 0L : Long.valueOf(text));

    private final TenderHub hub;

    OutboxRoutes(TenderHub hub) {
        this.hub = hub;
    }

    List<Endpoint> endpoints() {
        return List.of(
                operators(Endpoint.get("/api/v1/operator/outbox"), "getOutboxDepth", "See how many events wait")
                        .answers(200, "How many events there are", OutboxJson.DEPTH)
                        .handledBy(this::depth),
                operators(Endpoint.get(EVENTS), "listOutboxEvents", "List events")
                        .description("The oldest first.")
                        .takes(STATE, Parameters.LIMIT, CURSOR)
                        .answers(200, "A page of events", OutboxJson.PAGE)
                        .handledBy(this::list),
                operators(Endpoint.get(EVENTS + "/{event}"), "getOutboxEvent", "Look at an event")
                        .takes(EVENT)
                        .answers(200, "The event", OutboxJson.SHAPE)
                        .fails(ProblemKind.NOT_FOUND)
                        .handledBy(this::one),
                operators(
                                Endpoint.post(EVENTS + "/{event}/retry"),
                                "retryOutboxEvent",
                                "Try an event again, with all its attempts before it")
                        .description("What is published, or just being handled, stays as it is.")
                        .takes(EVENT)
                        .answers(200, "Whether it is due now because of this", DUE)
                        .fails(ProblemKind.NOT_FOUND)
                        .handledBy(this::retry),
                operators(
                                Endpoint.post("/api/v1/operator/outbox/retry"),
                                "retryParkedEvents",
                                "Try every parked event again")
                        .answers(200, "How many are due now", DUE)
                        .handledBy(request -> due(hub.outbox().retryParked())));
    }

    private static EndpointBuilder operators(EndpointBuilder endpoint, String id, String summary) {
        return endpoint.tag("Operator").id(id).summary(summary).forOperator();
    }

    private Reply depth(Request request) {
        OutboxDepth depth = hub.outboxDepth();
        return Reply.ok(json -> OutboxJson.write(json, depth, hub.clock().instant()));
    }

    private Reply list(Request request) {
        int limit = Parameters.limit(request);
        List<OutboxEntry> page = hub.outbox()
                .list(
                        request.find(STATE).orElse(OutboxEntry.State.PARKED),
                        request.find(CURSOR).orElse(0L),
                        limit + 1);
        boolean more = page.size() > limit;
        return Reply.ok(json -> OutboxJson.write(json, more ? page.subList(0, limit) : page, more));
    }

    private Reply one(Request request) {
        OutboxEntry event = event(request);
        return Reply.ok(json -> OutboxJson.write(json, event));
    }

    private Reply retry(Request request) {
        return due(hub.outbox().retry(List.of(event(request).id())));
    }

    private OutboxEntry event(Request request) {
        long id = request.get(EVENT);
        return hub.outbox().find(id).orElseThrow(() -> new NotFoundException("event", Long.toString(id)));
    }

    private static Reply due(int events) {
        return Reply.ok(json -> due(json, events));
    }

    private static void due(JsonGenerator json, int events) throws IOException {
        json.writeStartObject();
        json.writeNumberField("due", events);
        json.writeEndObject();
    }
}
