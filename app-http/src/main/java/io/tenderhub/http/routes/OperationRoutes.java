package io.tenderhub.http.routes;

import io.tenderhub.bootstrap.Operation;
import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.consistency.CheckOptions;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.http.endpoint.Endpoint;
import io.tenderhub.http.endpoint.EndpointBuilder;
import io.tenderhub.http.endpoint.Parameter;
import io.tenderhub.http.endpoint.ProblemKind;
import io.tenderhub.http.endpoint.Reply;
import io.tenderhub.http.endpoint.Request;
import io.tenderhub.json.JobJson;
import io.tenderhub.json.ObjectShape;
import io.tenderhub.json.SentJson;
import io.tenderhub.json.Shape;
import io.tenderhub.schedule.JobStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Long work that an operator asks for: it is begun, and told of at an address of its own. */
final class OperationRoutes {
    private static final String OPERATIONS = "/api/v1/operator/operations";
    private static final String KEPT = " Told of by the node that does it, which keeps the latest 50 until it ends.";

    private static final ObjectShape CHECK = Shape.input("ConsistencyCheck")
            .maybe("repair", Shape.truth().described("Put right what can be"))
            .maybe("resume", Shape.truth().described("Go on where the last check stopped or was ended"))
            .maybe("since", Shape.instant().described("Only tenders that changed then or later"))
            .maybe("limit", Shape.whole(1, 1_000_000_000).described("At most so many tenders in this run"));
    private static final ObjectShape REBUILD = Shape.input("RebuildRequest")
            .maybe("restart", Shape.truth().described("Begin anew, also where an earlier rebuild was ended"));
    private static final Parameter<String> OPERATION =
            Parameter.path("operation", "The operation's id", Shape.text().length(1, 64), text -> text);
    private static final Parameter<String> JOB = Parameter.path(
            "job",
            "The job's name",
            Shape.text().pattern("^[a-z][a-z0-9-]{0,49}$", "the name of a job").withExample("analytics"),
            text -> text);

    private final TenderHub hub;

    OperationRoutes(TenderHub hub) {
        this.hub = hub;
    }

    List<Endpoint> endpoints() {
        return List.of(
                begins(
                                Endpoint.post("/api/v1/operator/consistency/checks"),
                                "startConsistencyCheck",
                                "Compare what is derived with the truth")
                        .description("And put it right, if asked to; the truth is never touched." + KEPT)
                        .body(CHECK)
                        .handledBy(this::check),
                begins(
                                Endpoint.post("/api/v1/operator/rebuilds"),
                                "startRebuild",
                                "Make everything that is derived anew from the truth")
                        .description("Goes on where an earlier one was ended." + KEPT)
                        .body(REBUILD)
                        .handledBy(this::rebuild),
                operators(Endpoint.get("/api/v1/operator/jobs"), "listJobs", "See what is done at set times")
                        .answers(200, "Every job as it stands in the cluster", JobJson.SHAPE)
                        .handledBy(this::jobs),
                begins(Endpoint.post("/api/v1/operator/jobs/{job}/runs"), "runJob", "Run a job now")
                        .description("Its next time stays." + KEPT)
                        .takes(JOB)
                        .fails(ProblemKind.NOT_FOUND)
                        .handledBy(request -> begun(hub.operations().job(request.get(JOB)))),
                operators(Endpoint.get(OPERATIONS), "listOperations", "List long work")
                        .answers(200, "The latest ones, the newest first", OperationJson.LIST)
                        .handledBy(this::operations),
                operators(Endpoint.get(OPERATIONS + "/{operation}"), "getOperation", "See how long work stands")
                        .description(KEPT.strip())
                        .takes(OPERATION)
                        .answers(200, "How it stands, and what came of it", OperationJson.SHAPE)
                        .fails(ProblemKind.NOT_FOUND)
                        .handledBy(this::operation));
    }

    private static EndpointBuilder operators(EndpointBuilder endpoint, String id, String summary) {
        return endpoint.tag("Operator").id(id).summary(summary).forOperator();
    }

    private static EndpointBuilder begins(EndpointBuilder endpoint, String id, String summary) {
        return operators(endpoint, id, summary)
                .answers(202, "It is begun; Location tells how it stands", OperationJson.SHAPE)
                .fails(ProblemKind.CONFLICT);
    }

    private static Reply begun(Operation operation) {
        return Reply.json(202, json -> OperationJson.write(json, operation))
                .with("Location", OPERATIONS + "/" + operation.id());
    }

    private Reply check(Request request) {
        SentJson sent = request.body();
        CheckOptions options = CheckOptions.DEFAULT;
        Optional<Instant> since = sent.instant("since");
        if (since.isPresent()) {
            options = options.withSince(since.get());
        }
        Optional<Long> limit = sent.whole("limit");
        if (limit.isPresent()) {
            options = options.withLimit(limit.get());
        }
        options = sent.truth("resume").orElse(false) ? options.resuming() : options;
        return begun(hub.operations().check(sent.truth("repair").orElse(false) ? options.repairing() : options));
    }

    private Reply rebuild(Request request) {
        return begun(hub.operations().rebuild(request.body().truth("restart").orElse(false)));
    }

    private Reply jobs(Request request) {
        List<JobStatus> jobs = hub.jobs().jobs();
        return Reply.ok(json -> JobJson.write(json, jobs));
    }

    private Reply operations(Request request) {
        List<Operation> operations = hub.operations().list();
        return Reply.ok(json -> OperationJson.write(json, operations));
    }

    private Reply operation(Request request) {
        String id = request.get(OPERATION);
        Operation operation = hub.operations().find(id).orElseThrow(() -> new NotFoundException("operation", id));
        return Reply.ok(json -> OperationJson.write(json, operation));
    }
}
