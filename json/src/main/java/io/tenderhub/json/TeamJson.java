package io.tenderhub.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenderhub.quota.QuotaUse;
import io.tenderhub.team.ApiKey;
import io.tenderhub.team.Permission;
import io.tenderhub.team.Role;
import io.tenderhub.team.Team;
import io.tenderhub.team.TeamId;
import io.tenderhub.team.TeamMember;
import io.tenderhub.team.TeamOfUser;
import io.tenderhub.team.TeamOverview;
import io.tenderhub.team.TeamSaga;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Teams and what belongs to them; no secret, nor the hash of one, is ever written. */
public final class TeamJson {
    private static final Shape NAME =
            Shape.text().length(1, 500).withExample("Acme Builders").described("1 to 100 characters");

    private static final ObjectShape FIELDS = Shape.object("TeamFields")
            .with("id", Shape.text().withExample("acme"))
            .with("name", Shape.text().withExample("Acme Builders"))
            .with("plan", Shape.text().withExample("free"))
            .with(
                    "zone",
                    Shape.text().withExample("Africa/Johannesburg").described("In which its days and weeks begin"))
            .with("state", Shape.text().oneOf("registering", "active", "leaving"))
            .with("createdAt", Shape.instant());

    public static final ObjectShape SHAPE = Shape.object("Team").withAllOf(FIELDS);

    /** What is sent to register a team: {@code name, id, zone}. */
    public static final ObjectShape NEW = newTeam("NewTeam");

    /** The same for whoever runs the hub, who says whose it is and gives a plan: {@code name, id, zone, plan, owner}. */
    public static final ObjectShape NEW_OF_OPERATOR = newTeam("NewTeamOfOperator")
            .with("plan", Shape.text().length(1, 40).withExample("basic"))
            .with(
                    "owner",
                    Shape.text()
                            .pattern("^[a-z0-9][a-z0-9-]{0,63}$", "the id of a user")
                            .withExample("jo-mokoena-4f2170c1aa")
                            .described("The id of the user who becomes its owner"));

    public static final ObjectShape RENAMING = Shape.input("TeamRenaming").with("name", NAME);

    public static final ObjectShape PLAN_CHANGE =
            Shape.input("PlanChange").with("plan", Shape.text().length(1, 40).withExample("basic"));

    /** A team with what its plan allows and how far it is used. */
    public static final ObjectShape OVERVIEW = Shape.object("TeamOverview")
            .withAllOf(FIELDS)
            .with("limits", PlansJson.PLAN)
            .with("members", Shape.count())
            .with("invited", Shape.count().described("Open invitations, which hold a seat each"))
            .maybe(
                    "searches",
                    Shape.object("QuotaUse")
                            .with("used", Shape.count())
                            .with("most", Shape.count())
                            .with("resetsAt", Shape.instant())
                            .described("Left out where the plan sets no limit, and while nobody can count"));

    /** {@code id, done}. */
    public static final ObjectShape REMOVAL = Shape.object("TeamRemoval")
            .with("id", Shape.text())
            .with("done", Shape.truth().described("Whether everything of it is removed by now; it will be"));

    private static final ObjectShape UNFINISHED = Shape.object("UnfinishedTeam")
            .with("kind", Shape.text().oneOf("registration", "removal"))
            .with("next", Shape.text().described("The step that is to be done next"))
            .with("attempts", Shape.count())
            .maybe("lastError", Shape.text())
            .with("startedAt", Shape.instant())
            .with("updatedAt", Shape.instant());

    /** {@code id}, and {@code unfinished} where something is left to be done. */
    public static final ObjectShape PROGRESS =
            Shape.object("TeamProgress").with("id", Shape.text()).maybe("unfinished", UNFINISHED);

    public static final ObjectShape ALL = Shape.object("Teams")
            .with(
                    "teams",
                    Shape.list(Shape.object("TeamOfHub").withAllOf(FIELDS).maybe("unfinished", UNFINISHED)));

    public static final ObjectShape ALL_UNFINISHED =
            Shape.object("UnfinishedTeams").with("teams", Shape.list(PROGRESS));

    static final Shape ROLE =
            Shape.text().oneOf(Arrays.stream(Role.values()).map(Role::code).toList());

    /** {@code teams[{id, name, plan, zone, state, createdAt, role}]}. */
    public static final ObjectShape OF_USER = Shape.object("TeamsOfUser")
            .with(
                    "teams",
                    Shape.list(Shape.object("TeamOfUser").withAllOf(FIELDS).with("role", ROLE)));

    private TeamJson() {}

    private static ObjectShape newTeam(String shape) {
        return Shape.input(shape)
                .with("name", NAME)
                .maybe(
                        "id",
                        Shape.text()
                                .pattern("^[a-z0-9][a-z0-9-]{0,63}$", "1 to 64 of a-z, 0-9 and -")
                                .withExample("acme")
                                .described("Made of the name if left out; never given twice"))
                .maybe(
                        "zone",
                        Shape.text()
                                .length(1, 64)
                                .withExample("Africa/Johannesburg")
                                .described("In which its days and weeks begin; Africa/Johannesburg if left out"));
    }

    public static void write(JsonGenerator json, Team team) throws IOException {
        write(json, team, Optional.empty());
    }

    /** @param searches how its searches stand; empty where they are not counted */
    public static void overview(JsonGenerator json, TeamOverview overview, Optional<QuotaUse> searches)
            throws IOException {
        json.writeStartObject();
        fields(json, overview.team());
        json.writeFieldName("limits");
        PlansJson.write(json, overview.plan());
        json.writeNumberField("members", overview.members());
        json.writeNumberField("invited", overview.invited());
        if (searches.isPresent()) {
            json.writeObjectFieldStart("searches");
            json.writeNumberField("used", searches.get().used());
            json.writeNumberField("most", searches.get().most());
            json.writeStringField("resetsAt", searches.get().resetsAt().toString());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    public static void removal(JsonGenerator json, TeamSaga saga) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", saga.team().value());
        json.writeBooleanField("done", saga.isDone());
        json.writeEndObject();
    }

    public static void progress(JsonGenerator json, TeamSaga saga) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", saga.team().value());
        saga(json, Optional.of(saga).filter(left -> !left.isDone()));
        json.writeEndObject();
    }

    /** @param unfinished what is left to be done of any of them */
    public static void all(JsonGenerator json, List<Team> teams, List<TeamSaga> unfinished) throws IOException {
        Map<TeamId, TeamSaga> left = unfinished.stream().collect(Collectors.toMap(TeamSaga::team, Function.identity()));
        json.writeStartObject();
        json.writeArrayFieldStart("teams");
        for (Team team : teams) {
            write(json, team, Optional.ofNullable(left.get(team.id())));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    public static void allUnfinished(JsonGenerator json, List<TeamSaga> unfinished) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("teams");
        for (TeamSaga saga : unfinished) {
            progress(json, saga);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    public static void ofUser(JsonGenerator json, List<TeamOfUser> teams) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("teams");
        for (TeamOfUser team : teams) {
            json.writeStartObject();
            fields(json, team.team());
            json.writeStringField("role", team.role().code());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** {@code id, name, plan, zone, state, createdAt}, and {@code unfinished{…}} where something is left to be done. */
    public static void write(JsonGenerator json, Team team, Optional<TeamSaga> unfinished) throws IOException {
        json.writeStartObject();
        fields(json, team);
        saga(json, unfinished);
        json.writeEndObject();
    }

    /** The same with {@code members, invited, seats}; no seats where the plan sets no limit. */
    public static void write(JsonGenerator json, TeamOverview overview, Optional<TeamSaga> unfinished)
            throws IOException {
        json.writeStartObject();
        fields(json, overview.team());
        json.writeNumberField("members", overview.members());
        json.writeNumberField("invited", overview.invited());
        OptionalInt seats = overview.plan().seats();
        if (seats.isPresent()) {
            json.writeNumberField("seats", seats.getAsInt());
        }
        saga(json, unfinished);
        json.writeEndObject();
    }

    /** A team whose records are gone: {@code id} and {@code unfinished{kind, next, attempts, lastError, startedAt, updatedAt}}. */
    public static void write(JsonGenerator json, TeamSaga unfinished) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", unfinished.team().value());
        saga(json, Optional.of(unfinished));
        json.writeEndObject();
    }

    /** {@code id, email, name, createdAt, disabled, role, joinedAt}. */
    public static void write(JsonGenerator json, TeamMember member) throws IOException {
        json.writeStartObject();
        UserJson.fields(json, member.user());
        json.writeStringField("role", member.role().code());
        json.writeStringField("joinedAt", member.joinedAt().toString());
        json.writeEndObject();
    }

    /** {@code id, name, scopes[…], by, createdAt, revokedAt}. */
    public static void write(JsonGenerator json, ApiKey key) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", key.id());
        json.writeStringField("name", key.name());
        json.writeArrayFieldStart("scopes");
        for (Permission scope : key.scopes().stream().sorted().toList()) {
            json.writeString(scope.code());
        }
        json.writeEndArray();
        json.writeStringField("by", key.by());
        json.writeStringField("createdAt", key.createdAt().toString());
        JsonText.printed(json, "revokedAt", key.revokedAt());
        json.writeEndObject();
    }

    private static void fields(JsonGenerator json, Team team) throws IOException {
        json.writeStringField("id", team.id().value());
        json.writeStringField("name", team.name());
        json.writeStringField("plan", team.plan());
        json.writeStringField("zone", team.zone().getId());
        json.writeStringField("state", team.state().code());
        json.writeStringField("createdAt", team.createdAt().toString());
    }

    private static void saga(JsonGenerator json, Optional<TeamSaga> unfinished) throws IOException {
        if (unfinished.isEmpty()) {
            return;
        }
        TeamSaga saga = unfinished.get();
        json.writeObjectFieldStart("unfinished");
        json.writeStringField("kind", saga.kind().code());
        json.writeStringField("next", saga.next().code());
        json.writeNumberField("attempts", saga.attempts());
        JsonText.text(json, "lastError", saga.lastError());
        json.writeStringField("startedAt", saga.startedAt().toString());
        json.writeStringField("updatedAt", saga.updatedAt().toString());
        json.writeEndObject();
    }
}
