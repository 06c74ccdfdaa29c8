package io.tenderhub.http.routes;

import io.tenderhub.failure.ConflictException;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.http.endpoint.Endpoint;
import io.tenderhub.http.endpoint.EndpointBuilder;
import io.tenderhub.http.endpoint.Parameter;
import io.tenderhub.http.endpoint.Parameters;
import io.tenderhub.http.endpoint.ProblemException;
import io.tenderhub.http.endpoint.ProblemKind;
import io.tenderhub.http.endpoint.Reply;
import io.tenderhub.http.endpoint.Request;
import io.tenderhub.json.DashboardJson;
import io.tenderhub.json.Shape;
import io.tenderhub.json.WorkspaceEntryJson;
import io.tenderhub.json.WorkspaceListJson;
import io.tenderhub.team.Permission;
import io.tenderhub.workspace.Dashboard;
import io.tenderhub.workspace.VectorClock;
import io.tenderhub.workspace.WorkspaceEntry;
import io.tenderhub.workspace.WorkspaceList;
import io.tenderhub.workspace.WorkspaceOrder;
import io.tenderhub.workspace.WorkspaceQuery;
import io.tenderhub.workspace.WorkspaceStatus;
import io.tenderhub.workspace.WorkspaceUpdate;
import io.tenderhub.workspace.Workspaces;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tenders that a team follows. */
final class WorkspaceRoutes {
    static final String TAG = "Workspace";
    static final String ENTRY = "/api/v1/teams/{team}/workspace/{ocid}";
    static final String MERGED =
            "If-Match names the version that the change is made to. Where others changed other fields since, both"
                    + " changes stand; where the same one, both values are kept and told as a conflict until somebody who read them decides.";

    private static final String ALL = "/api/v1/teams/{team}/workspace";
    private static final Parameter<WorkspaceStatus> STATUS = Parameter.<WorkspaceStatus>query(
                    "status",
                    "Only entries of any of these",
                    Shape.text()
                            .oneOf(Arrays.stream(WorkspaceStatus.values())
                                    .map(WorkspaceStatus::code)
                                    .toList()),
                    code -> WorkspaceStatus.ofCode(code).orElseThrow())
            .manyTimes();
    private static final Parameter<WorkspaceOrder> SORT = Parameter.query(
            "sort",
            "The order; what closes soonest first if not given",
            Shape.text().oneOf("closing-soonest", "changed-latest"),
            text -> text.equals("changed-latest") ? WorkspaceOrder.CHANGED_LATEST : WorkspaceOrder.CLOSING_SOONEST);

    private final Workspaces workspaces;

    WorkspaceRoutes(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    List<Endpoint> endpoints() {
        return List.of(
                tagged(Endpoint.get(ALL), "listWorkspace", "List the tenders a team follows")
                        .forTeam(Permission.READ)
                        .takes(STATUS, SORT, Parameters.LIMIT, Parameters.CURSOR)
                        .answers(200, "A page of the workspace", WorkspaceListJson.SHAPE)
                        .handledBy(this::list),
                tagged(Endpoint.post(ALL), "saveTender", "Follow a tender")
                        .description("One that is followed already stays as it is.")
                        .forTeam(Permission.EDIT_WORKSPACE)
                        .body(WorkspaceEntryJson.NEW)
                        .answers(200, "It was followed already", WorkspaceEntryJson.SHAPE)
                        .answers(201, "The entry", WorkspaceEntryJson.SHAPE)
                        .fails(ProblemKind.LIMIT_REACHED)
                        .creates()
                        .handledBy(this::save),
                tagged(Endpoint.get(ENTRY), "getWorkspaceEntry", "Look at an entry of the workspace")
                        .forTeam(Permission.READ)
                        .takes(Parameters.OCID)
                        .answers(200, "The entry; its ETag is what If-Match takes", WorkspaceEntryJson.SHAPE)
                        .handledBy(this::one),
                tagged(Endpoint.patch(ENTRY), "updateWorkspaceEntry", "Change an entry of the workspace")
                        .description(MERGED)
                        .forTeam(Permission.EDIT_WORKSPACE)
                        .takes(Parameters.OCID, ClockTag.IF_MATCH)
                        .body(WorkspaceEntryJson.CHANGE)
                        .answers(200, "The entry, with whatever others wrote", WorkspaceEntryJson.SHAPE)
                        .fails(ProblemKind.CONFLICT, ProblemKind.PRECONDITION_REQUIRED)
                        .handledBy(this::update),
                tagged(Endpoint.delete(ENTRY), "removeWorkspaceEntry", "Follow a tender no more")
                        .description(
                                "With its notes and tasks; not if somebody wrote something that If-Match does not name.")
                        .forTeam(Permission.EDIT_WORKSPACE)
                        .takes(Parameters.OCID, ClockTag.IF_MATCH)
                        .answersNothing(204, "It is gone")
                        .fails(ProblemKind.PRECONDITION_FAILED, ProblemKind.PRECONDITION_REQUIRED)
                        .handledBy(this::remove),
                tagged(Endpoint.get("/api/v1/teams/{team}/dashboard"), "getDashboard", "See the workspace at a glance")
                        .description("As of half an hour ago at most.")
                        .forTeam(Permission.READ)
                        .answers(200, "Counts and scores by status, and what closes soon", DashboardJson.SHAPE)
                        .handledBy(this::dashboard));
    }

    private static EndpointBuilder tagged(EndpointBuilder endpoint, String id, String summary) {
        return endpoint.tag(TAG).id(id).summary(summary);
    }

    static Reply tagged(Reply reply, WorkspaceEntry entry) {
        return reply.ofVersion(ClockTag.of(entry.clock()));
    }

    static NotFoundException notThere(String ocid) {
        return new NotFoundException("workspace entry", ocid);
    }

    private Reply list(Request request) {
        WorkspaceQuery query = new WorkspaceQuery(
                Set.copyOf(request.all(STATUS)),
                request.find(SORT).orElse(WorkspaceOrder.CLOSING_SOONEST),
                Parameters.limit(request),
                Parameters.cursor(request));
        WorkspaceList list = workspaces.list(request.actor(), query);
        return Reply.ok(json -> WorkspaceListJson.write(json, list));
    }

    private Reply save(Request request) {
        String ocid = request.body().text("ocid");
        Optional<WorkspaceEntry> known = workspaces.find(request.actor(), ocid);
        if (known.isPresent()) {
            return shown(known.get());
        }
        WorkspaceEntry saved = workspaces.save(request.actor(), ocid);
        return tagged(Reply.created(location(request, ocid), json -> WorkspaceEntryJson.write(json, saved)), saved);
    }

    static String location(Request request, String ocid) {
        return "/api/v1/teams/" + request.team() + "/workspace/" + PathSegment.of(ocid);
    }

    private Reply one(Request request) {
        String ocid = request.get(Parameters.OCID);
        return shown(workspaces.find(request.actor(), ocid).orElseThrow(() -> notThere(ocid)));
    }

    static Reply shown(WorkspaceEntry entry) {
        return tagged(Reply.ok(json -> WorkspaceEntryJson.write(json, entry)), entry);
    }

    private Reply update(Request request) {
        VectorClock seen = ClockTag.seen(request);
        WorkspaceUpdate update = WorkspaceEntryJson.change(request.body(), seen);
        return shown(AsSent.in("", () -> workspaces.update(request.actor(), request.get(Parameters.OCID), update)));
    }

    private Reply remove(Request request) {
        VectorClock seen = ClockTag.seen(request);
        try {
            return AsSent.in("", () -> {
                workspaces.remove(request.actor(), request.get(Parameters.OCID), seen);
                return Reply.nothing(204);
            });
        } catch (ConflictException e) {
            throw new ProblemException(ProblemKind.PRECONDITION_FAILED, String.valueOf(e.getMessage()));
        }
    }

    private Reply dashboard(Request request) {
        Dashboard dashboard = workspaces.dashboard(request.actor());
        return Reply.ok(json -> DashboardJson.write(json, dashboard));
    }
}
