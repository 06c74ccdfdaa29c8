package io.tenderhub.http.routes;

import io.tenderhub.failure.NotFoundException;
import io.tenderhub.http.endpoint.Endpoint;
import io.tenderhub.http.endpoint.EndpointBuilder;
import io.tenderhub.http.endpoint.Parameter;
import io.tenderhub.http.endpoint.Parameters;
import io.tenderhub.http.endpoint.ProblemKind;
import io.tenderhub.http.endpoint.Reply;
import io.tenderhub.http.endpoint.Request;
import io.tenderhub.json.Shape;
import io.tenderhub.json.TaskJson;
import io.tenderhub.json.WorkspaceEntryJson;
import io.tenderhub.team.Permission;
import io.tenderhub.workspace.Task;
import io.tenderhub.workspace.VectorClock;
import io.tenderhub.workspace.WorkspaceEntry;
import io.tenderhub.workspace.WorkspaceUpdate;
import io.tenderhub.workspace.Workspaces;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is to be done for a bid: part of a workspace entry, and told and tagged with it. */
final class TaskRoutes {
    private static final String TASKS = WorkspaceRoutes.ENTRY + "/tasks";
    private static final String ONE = TASKS + "/{task}";
    private static final Parameter<String> TASK = Parameter.path(
            "task",
            "The task's id",
            Shape.text()
                    .pattern("^[a-z0-9-]{1,64}$", "the id of a task")
                    .withExample("0b7cf39e-7a35-4d3a-9b39-1d4b2f6c2a10"),
            text -> text);

    private final Workspaces workspaces;

    TaskRoutes(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    List<Endpoint> endpoints() {
        return List.of(
                tagged(Endpoint.post(TASKS), "addTask", "Add a task")
                        .forTeam(Permission.EDIT_WORKSPACE)
                        .takes(Parameters.OCID)
                        .body(TaskJson.NEW)
                        .answers(201, "The task", TaskJson.SHAPE)
                        .creates()
                        .handledBy(this::add),
                tagged(Endpoint.get(ONE), "getTask", "Look at a task")
                        .forTeam(Permission.READ)
                        .takes(Parameters.OCID, TASK)
                        .answers(200, "The task; the ETag is its entry's", TaskJson.SHAPE)
                        .handledBy(this::one),
                tagged(Endpoint.patch(ONE), "updateTask", "Change a task")
                        .description(WorkspaceRoutes.MERGED)
                        .forTeam(Permission.EDIT_WORKSPACE)
                        .takes(Parameters.OCID, TASK, ClockTag.IF_MATCH)
                        .body(TaskJson.CHANGE)
                        .answers(200, "The entry of the task", WorkspaceEntryJson.SHAPE)
                        .fails(ProblemKind.CONFLICT, ProblemKind.PRECONDITION_REQUIRED)
                        .handledBy(this::update),
                tagged(Endpoint.delete(ONE), "removeTask", "Remove a task")
                        .description(WorkspaceRoutes.MERGED)
                        .forTeam(Permission.EDIT_WORKSPACE)
                        .takes(Parameters.OCID, TASK, ClockTag.IF_MATCH)
                        .answers(200, "The entry that had the task", WorkspaceEntryJson.SHAPE)
                        .fails(ProblemKind.CONFLICT, ProblemKind.PRECONDITION_REQUIRED)
                        .handledBy(this::remove));
    }

    private static EndpointBuilder tagged(EndpointBuilder endpoint, String id, String summary) {
        return endpoint.tag(WorkspaceRoutes.TAG).id(id).summary(summary);
    }

    private Reply add(Request request) {
        WorkspaceEntry entry = entry(request);
        String id = UUID.randomUUID().toString();
        // Nobody else writes under this id, so that whatever was written meanwhile stands beside it.
        WorkspaceEntry after = update(
                request,
                id,
                entry.ocid(),
                WorkspaceUpdate.of(entry.clock()).withTask(id, TaskJson.create(request.body())));
        Task added = Optional.ofNullable(after.tasks().get(id)).orElseThrow();
        return WorkspaceRoutes.tagged(
                Reply.created(
                        WorkspaceRoutes.location(request, entry.ocid()) + "/tasks/" + id,
                        json -> TaskJson.write(json, id, added)),
                after);
    }

    private Reply one(Request request) {
        WorkspaceEntry entry = entry(request);
        String id = request.get(TASK);
        Task task = task(entry, id);
        return WorkspaceRoutes.tagged(Reply.ok(json -> TaskJson.write(json, id, task)), entry);
    }

    private Reply update(Request request) {
        VectorClock seen = ClockTag.seen(request);
        WorkspaceEntry entry = entry(request);
        String id = request.get(TASK);
        Task changed = TaskJson.change(request.body(), task(entry, id));
        return WorkspaceRoutes.shown(
                update(request, id, entry.ocid(), WorkspaceUpdate.of(seen).withTask(id, changed)));
    }

    private Reply remove(Request request) {
        VectorClock seen = ClockTag.seen(request);
        WorkspaceEntry entry = entry(request);
        String id = request.get(TASK);
        task(entry, id);
        return WorkspaceRoutes.shown(
                update(request, id, entry.ocid(), WorkspaceUpdate.of(seen).withoutTask(id)));
    }

    private WorkspaceEntry update(Request request, String task, String ocid, WorkspaceUpdate update) {
        return AsSent.in("tasks." + task + ".", () -> workspaces.update(request.actor(), ocid, update));
    }

    private WorkspaceEntry entry(Request request) {
        String ocid = request.get(Parameters.OCID);
        return workspaces.find(request.actor(), ocid).orElseThrow(() -> WorkspaceRoutes.notThere(ocid));
    }

    private static Task task(WorkspaceEntry entry, String id) {
        return Optional.ofNullable(entry.tasks().get(id)).orElseThrow(() -> new NotFoundException("task", id));
    }
}
