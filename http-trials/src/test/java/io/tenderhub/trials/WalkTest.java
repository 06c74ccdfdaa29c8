package io.tenderhub.trials;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Goes once through all that people, programs and operators do, and holds each answer against the description. */
class WalkTest {
    /** With the reason. */
    private static final Map<String, String> NOT_VISITED = Map.of(
            "retryOutboxEvent", "takes an event that was parked after ten failures; tried where events are",
            "resumeTeam", "takes a registration that was cut short; tried where registrations are",
            "removeTeamAsOperator", "a removal as removeTeam, which is visited");

    private static final String OCID = "ocds-9t57fa-136656";
    private static final String CLICK = "{\"ocid\":\"" + OCID + "\",\"position\":1}";
    private static final String PASSWORD = "a long enough password";

    private static final class Walker {
        private final Wire wire;
        private final Description description;
        private final Judge judge;
        private final Set<String> visited = new TreeSet<>();
        private final List<String> faults = new ArrayList<>();

        Walker(Wire wire, Description description) {
            this.wire = wire;
            this.description = description;
            this.judge = new Judge(description);
        }

        Heard go(int status, String operation, Call call) throws Exception {
            Operation described = description.operation(operation);
            Heard heard = wire.send(call);
            if (heard.status() != status) {
                faults.add(call + "\nwas to be answered " + status + ", not " + heard);
            }
            judge.faults(described, heard).forEach(fault -> faults.add(fault + ", of " + call + "\nanswered " + heard));
            visited.add(operation);
            return heard;
        }
    }

    private static Call as(String token, String method, String target) {
        return Call.of(method, target).with("Authorization", "Bearer " + token);
    }

    private static Call json(Call call, String body) {
        return call.sending("application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode body(Heard heard) throws Exception {
        return Description.JSON.readTree(heard.body());
    }

    private static String clicks(String under, Heard found) throws Exception {
        return under + "/searches/" + body(found).path("searchId").asText() + "/clicks";
    }

    private static Call matching(Call call, Heard seen) {
        return call.with("If-Match", seen.header("ETag").orElseThrow());
    }

    @Test
    void answersAsDescribedAllTheWay() throws Exception {
        try (ServedHub served = ServedHub.start("walked")) {
            Description description = Description.read(served.wire());
            Walker walker = new Walker(served.wire(), description);
            String jo = strangers(walker);
            String team = team(walker, jo);
            work(walker, jo, team);
            searches(walker, jo, team);
            String mo = colleagues(walker, jo, team);
            operator(walker, team);
            reads(walker, jo, team);
            goodbyes(walker, jo, mo, team);

            assertThat(walker.faults).isEmpty();
            Set<String> missed = new TreeSet<>();
            description.operations().forEach(operation -> missed.add(operation.id()));
            missed.removeAll(walker.visited);
            missed.removeAll(NOT_VISITED.keySet());
            assertThat(missed).as("operations that nobody visited").isEmpty();
        }
    }

    private static String strangers(Walker walker) throws Exception {
        for (String path : List.of("/openapi.json", "/docs", "/health/live", "/health/ready", "/api/v1/plans")) {
            Operation operation = walker.description.operations().stream()
                    .filter(each -> each.path().equals(path))
                    .findFirst()
                    .orElseThrow();
            walker.go(200, operation.id(), Call.of("GET", path));
        }
        walker.go(200, "showDocsPart", Call.of("GET", "/docs/swagger-ui.css"));
        Heard found = walker.go(
                200, "searchTenders", Call.of("GET", "/api/v1/tenders?text=school&limit=1&facets=true&mode=text"));
        walker.go(204, "addClick", json(Call.of("POST", clicks("/api/v1", found)), CLICK));
        walker.go(404, "addClick", json(Call.of("POST", "/api/v1/searches/nowhere/clicks"), CLICK));
        walker.go(200, "getTender", Call.of("GET", "/api/v1/tenders/" + OCID));
        walker.go(404, "getTender", Call.of("GET", "/api/v1/tenders/ocds-nowhere"));
        walker.go(200, "getTenderHistory", Call.of("GET", "/api/v1/tender-history/" + OCID));
        walker.go(404, "getTenderHistory", Call.of("GET", "/api/v1/tender-history/ocds-nowhere"));
        walker.go(200, "listTenderDuplicates", Call.of("GET", "/api/v1/tender-duplicates/" + OCID));
        walker.go(400, "searchTenders", Call.of("GET", "/api/v1/tenders?limit=many"));
        for (Operation operation : walker.description.operations()) {
            // Reads that take nothing, by long names and short ones.
            if (operation.method().equals("GET")
                    && operation.schemes().isEmpty()
                    && !operation.path().contains("{")) {
                walker.go(200, operation.id(), Call.of("GET", operation.path()));
            }
            if (operation.path().endsWith("/readiness/check")
                    && operation.schemes().isEmpty()) {
                walker.go(
                        200,
                        operation.id(),
                        json(
                                Call.of("POST", operation.path()),
                                "{\"ocid\":\"" + OCID + "\",\"profile\":{\"name\":\"Example\",\"cidb\":[\"6GB\"]}}"));
            }
            if (operation.jsonBody().isPresent() && operation.otherBodies().contains("application/pdf")) {
                walker.go(
                        200,
                        operation.id(),
                        json(Call.of("POST", operation.path()), "{\"text\":\"The school is built. It has a roof.\"}"));
                walker.go(
                        415,
                        operation.id(),
                        Call.of("POST", operation.path())
                                .sending("application/pdf", "no PDF".getBytes(StandardCharsets.UTF_8)));
                walker.go(
                        415,
                        operation.id(),
                        Call.of("POST", operation.path())
                                .sending("image/png", "no picture".getBytes(StandardCharsets.UTF_8)));
            }
        }
        walker.go(200, "getSummary", Call.of("GET", "/api/v1/summaries/" + OCID));
        return user(walker, "jo");
    }

    private static String user(Walker walker, String name) throws Exception {
        String login = "\"email\":\"" + name + "@example.org\",\"password\":\"" + PASSWORD + "\"";
        walker.go(
                202,
                "registerAccount",
                json(Call.of("POST", "/api/v1/accounts"), "{" + login + ",\"name\":\"" + name + "\"}"));
        Heard session = walker.go(200, "logIn", json(Call.of("POST", "/api/v1/sessions"), "{" + login + "}"));
        return body(session).path("token").asText();
    }

    private static String team(Walker walker, String jo) throws Exception {
        walker.go(200, "getMe", as(jo, "GET", "/api/v1/me"));
        Call registration = json(as(jo, "POST", "/api/v1/teams"), "{\"name\":\"Walkers\"}")
                .with("Idempotency-Key", "walkers-register-themselves-1");
        Heard first = walker.go(201, "registerTeam", registration);
        Heard again = walker.go(201, "registerTeam", registration);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotency-Replayed")).hasValue("true");
        String team = body(first).path("id").asText();
        walker.go(
                200,
                "changePlan",
                json(as(Tokens.OPERATOR, "PUT", "/api/v1/operator/teams/" + team + "/plan"), "{\"plan\":\"pro\"}"));
        walker.go(200, "getTeam", as(jo, "GET", "/api/v1/teams/" + team));
        walker.go(200, "renameTeam", json(as(jo, "PATCH", "/api/v1/teams/" + team), "{\"name\":\"The Walkers\"}"));
        walker.go(200, "listMyTeams", as(jo, "GET", "/api/v1/me/teams"));
        walker.go(
                200,
                "saveProfile",
                json(
                        as(jo, "PUT", "/api/v1/teams/" + team + "/profile"),
                        "{\"name\":\"Walkers\",\"services\":[\"building construction\"],\"cidb\":[\"6GB\"]}"));
        walker.go(200, "getProfile", as(jo, "GET", "/api/v1/teams/" + team + "/profile"));
        return team;
    }

    private static void work(Walker walker, String jo, String team) throws Exception {
        String entry = "/api/v1/teams/" + team + "/workspace/" + OCID;
        walker.go(
                201,
                "saveTender",
                json(as(jo, "POST", "/api/v1/teams/" + team + "/workspace"), "{\"ocid\":\"" + OCID + "\"}"));
        Heard saved = walker.go(200, "getWorkspaceEntry", as(jo, "GET", entry));
        walker.go(428, "updateWorkspaceEntry", json(as(jo, "PATCH", entry), "{\"notes\":\"call them\"}"));
        walker.go(
                200,
                "updateWorkspaceEntry",
                matching(json(as(jo, "PATCH", entry), "{\"notes\":\"call them\",\"status\":\"pending\"}"), saved));
        Heard added =
                walker.go(201, "addTask", json(as(jo, "POST", entry + "/tasks"), "{\"title\":\"Fill in SBD 4\"}"));
        String task = added.header("Location").orElseThrow();
        Heard seen = walker.go(200, "getTask", as(jo, "GET", task));
        Heard done = walker.go(200, "updateTask", matching(json(as(jo, "PATCH", task), "{\"done\":true}"), seen));
        walker.go(200, "removeTask", matching(as(jo, "DELETE", task), done));
        walker.go(200, "listWorkspace", as(jo, "GET", "/api/v1/teams/" + team + "/workspace"));
        walker.go(200, "getDashboard", as(jo, "GET", "/api/v1/teams/" + team + "/dashboard"));
        Heard latest = walker.go(200, "getWorkspaceEntry", as(jo, "GET", entry));
        walker.go(204, "removeWorkspaceEntry", matching(as(jo, "DELETE", entry), latest));
    }

    private static void searches(Walker walker, String jo, String team) throws Exception {
        String searches = "/api/v1/teams/" + team + "/saved-searches";
        String schools = "{\"name\":\"Schools\",\"text\":\"school\",\"filter\":{\"provinces\":[\"Gauteng\"],"
                + "\"valueFrom\":1000,\"includeUndisclosed\":false,\"closingFrom\":\"2026-01-01T00:00:00Z\"},"
                + "\"alert\":\"at-once\"}";
        Heard saved = walker.go(201, "saveSearch", json(as(jo, "POST", searches), schools));
        String search = saved.header("Location").orElseThrow();
        walker.go(400, "saveSearch", json(as(jo, "POST", searches), "{\"name\":\" \",\"alert\":\"none\"}"));
        walker.go(200, "listSavedSearches", as(jo, "GET", searches));
        walker.go(200, "getSavedSearch", as(jo, "GET", search));
        walker.go(200, "runSavedSearch", as(jo, "GET", search + "/tenders?limit=2&sort=newest"));
        walker.go(200, "changeSavedSearch", json(as(jo, "PUT", search), "{\"name\":\"Everything\"}"));
        walker.go(200, "listSearchMatches", as(jo, "GET", "/api/v1/teams/" + team + "/search-matches?limit=3"));
        walker.go(204, "removeSavedSearch", as(jo, "DELETE", search));
        walker.go(404, "getSavedSearch", as(jo, "GET", search));
    }

    private static String colleagues(Walker walker, String jo, String team) throws Exception {
        String invitations = "/api/v1/teams/" + team + "/invitations";
        Heard invited = walker.go(
                201,
                "inviteMember",
                json(as(jo, "POST", invitations), "{\"email\":\"mo@example.org\",\"role\":\"member\"}"));
        String mo = user(walker, "mo");
        walker.go(200, "listInvitations", as(jo, "GET", invitations));
        walker.go(200, "getInvitation", as(jo, "GET", invited.header("Location").orElseThrow()));
        walker.go(
                200,
                "acceptInvitation",
                json(
                        as(mo, "POST", "/api/v1/invitations/accept"),
                        "{\"token\":\"" + body(invited).path("token").asText() + "\"}"));
        Heard other = walker.go(
                201,
                "inviteMember",
                json(as(jo, "POST", invitations), "{\"email\":\"no@example.org\",\"role\":\"viewer\"}"));
        walker.go(
                204,
                "withdrawInvitation",
                as(jo, "DELETE", other.header("Location").orElseThrow()));
        Heard me = walker.go(200, "getMe", as(mo, "GET", "/api/v1/me"));
        String member =
                "/api/v1/teams/" + team + "/members/" + body(me).path("id").asText();
        walker.go(200, "listMembers", as(jo, "GET", "/api/v1/teams/" + team + "/members"));
        walker.go(204, "changeRole", json(as(jo, "PUT", member), "{\"role\":\"admin\"}"));
        String keys = "/api/v1/teams/" + team + "/api-keys";
        Heard key = walker.go(
                201, "createApiKey", json(as(jo, "POST", keys), "{\"name\":\"import\",\"scopes\":[\"read\"]}"));
        walker.go(200, "listApiKeys", as(jo, "GET", keys));
        walker.go(200, "getApiKey", as(jo, "GET", key.header("Location").orElseThrow()));
        String secret = body(key).path("key").asText();
        walker.go(200, "getTeam", as(secret, "GET", "/api/v1/teams/" + team));
        walker.go(403, "renameTeam", json(as(secret, "PATCH", "/api/v1/teams/" + team), "{\"name\":\"Mine\"}"));
        walker.go(204, "revokeApiKey", as(jo, "DELETE", key.header("Location").orElseThrow()));
        walker.go(401, "getTeam", as(secret, "GET", "/api/v1/teams/" + team));
        return mo;
    }

    private static void operator(Walker walker, String team) throws Exception {
        String operator = Tokens.OPERATOR;
        String users = "/api/v1/operator/users";
        Heard made = walker.go(
                201,
                "registerUser",
                json(
                        as(operator, "POST", users),
                        "{\"email\":\"zo@example.org\",\"name\":\"Zo\",\"password\":\"" + PASSWORD + "\"}"));
        String user = users + "/" + body(made).path("id").asText();
        walker.go(200, "getUser", as(operator, "GET", user));
        walker.go(204, "disableUser", as(operator, "POST", user + "/disable"));
        walker.go(204, "enableUser", as(operator, "POST", user + "/enable"));
        walker.go(
                204,
                "resetPassword",
                json(as(operator, "PUT", user + "/password"), "{\"password\":\"" + PASSWORD + "2\"}"));
        walker.go(
                201,
                "registerTeamAsOperator",
                json(
                        as(operator, "POST", "/api/v1/operator/teams"),
                        "{\"name\":\"Others\",\"plan\":\"basic\",\"owner\":\""
                                + body(made).path("id").asText() + "\"}"));
        Heard begun = walker.go(
                202, "startConsistencyCheck", json(as(operator, "POST", "/api/v1/operator/consistency/checks"), "{}"));
        walker.go(
                200,
                "getOperation",
                as(operator, "GET", begun.header("Location").orElseThrow()));
        walker.go(202, "startRebuild", json(as(operator, "POST", "/api/v1/operator/rebuilds"), "{}"));
        Heard jobs = walker.go(200, "listJobs", as(operator, "GET", "/api/v1/operator/jobs"));
        walker.go(
                202,
                "runJob",
                as(
                        operator,
                        "POST",
                        "/api/v1/operator/jobs/"
                                + body(jobs).findValuesAsText("name").get(0) + "/runs"));
        walker.go(200, "listOutboxEvents", as(operator, "GET", "/api/v1/operator/outbox/events"));
        walker.go(404, "getOutboxEvent", as(operator, "GET", "/api/v1/operator/outbox/events/999999999"));
        walker.go(200, "retryParkedEvents", as(operator, "POST", "/api/v1/operator/outbox/retry"));
        for (Operation operation : walker.description.operations()) {
            if (operation.method().equals("GET")
                    && operation.schemes().contains("operator")
                    && !operation.path().contains("{")) {
                walker.go(200, operation.id(), as(operator, "GET", operation.path()));
            }
        }
    }

    private static void reads(Walker walker, String jo, String team) throws Exception {
        for (Operation operation : walker.description.operations()) {
            if (operation.method().equals("GET") && operation.path().startsWith("/api/v1/teams/{team}")) {
                String target = operation.path().replace("{team}", team).replace("{ocid}", OCID);
                if (!target.contains("{") && !target.contains("/workspace/")) {
                    walker.go(200, operation.id(), as(jo, "GET", target));
                }
            }
        }
        Heard found = walker.go(200, "searchTendersOfTeam", as(jo, "GET", "/api/v1/teams/" + team + "/tenders"));
        walker.go(204, "addClickOfTeam", json(as(jo, "POST", clicks("/api/v1/teams/" + team, found)), CLICK));
        walker.go(
                200,
                "checkReadinessOfTeam",
                json(as(jo, "POST", "/api/v1/teams/" + team + "/readiness/check"), "{\"ocid\":\"" + OCID + "\"}"));
    }

    private static void goodbyes(Walker walker, String jo, String mo, String team) throws Exception {
        walker.go(204, "leaveTeam", as(mo, "POST", "/api/v1/teams/" + team + "/leave"));
        Heard invited = walker.go(
                201,
                "inviteMember",
                json(
                        as(jo, "POST", "/api/v1/teams/" + team + "/invitations"),
                        "{\"email\":\"mo@example.org\",\"role\":\"member\"}"));
        walker.go(
                200,
                "acceptInvitation",
                json(
                        as(mo, "POST", "/api/v1/invitations/accept"),
                        "{\"token\":\"" + body(invited).path("token").asText() + "\"}"));
        Heard me = walker.go(200, "getMe", as(mo, "GET", "/api/v1/me"));
        walker.go(
                204,
                "removeMember",
                as(
                        jo,
                        "DELETE",
                        "/api/v1/teams/" + team + "/members/"
                                + body(me).path("id").asText()));
        walker.go(202, "removeTeam", as(jo, "DELETE", "/api/v1/teams/" + team));
        walker.go(404, "getTeam", as(jo, "GET", "/api/v1/teams/" + team));
        walker.go(
                204,
                "changePassword",
                json(
                        as(mo, "PUT", "/api/v1/me/password"),
                        "{\"oldPassword\":\"" + PASSWORD + "\",\"password\":\"" + PASSWORD + " 2\"}"));
        walker.go(204, "logOut", as(jo, "DELETE", "/api/v1/sessions/current"));
        walker.go(401, "getMe", as(jo, "GET", "/api/v1/me"));
        Heard session = walker.go(
                200,
                "logIn",
                json(
                        Call.of("POST", "/api/v1/sessions"),
                        "{\"email\":\"jo@example.org\",\"password\":\"" + PASSWORD + "\"}"));
        walker.go(204, "logOutEverywhere", as(body(session).path("token").asText(), "DELETE", "/api/v1/sessions"));
    }
}
