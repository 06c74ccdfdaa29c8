package io.tenderhub.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenderhub.team.ApiKey;
import io.tenderhub.team.Permission;
import io.tenderhub.team.Role;
import io.tenderhub.team.Team;
import io.tenderhub.team.TeamMember;
import io.tenderhub.team.TeamOfUser;
import io.tenderhub.team.TeamOverview;
import io.tenderhub.team.TeamSaga;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Teams and what belongs to them; no secret, nor the hash of one, is ever written. */
public final class TeamJson {
    private static final ObjectShape FIELDS = Shape.object("TeamFields")
            .with("id", Shape.text().withExample("acme"))
            .with("name", Shape.text().withExample("Acme Builders"))
            .with("plan", Shape.text().withExample("free"))
            .with(
                    "zone",
                    Shape.text().withExample("Africa/Johannesburg").described("In which its days and weeks begin"))
            .with("state", Shape.text().oneOf("registering", "active", "leaving"))
            .with("createdAt", Shape.instant());

    static final Shape ROLE =
            Shape.text().oneOf(Arrays.stream(Role.values()).map(Role::code).toList());

    /** {@code teams[{id, name, plan, zone, state, createdAt, role}]}. */
    public static final ObjectShape OF_USER = Shape.object("TeamsOfUser")
            .with(
                    "teams",
                    Shape.list(Shape.object("TeamOfUser").withAllOf(FIELDS).with("role", ROLE)));

    private TeamJson() {}

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
