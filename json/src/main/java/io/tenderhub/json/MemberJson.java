package io.tenderhub.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenderhub.account.Secret;
import io.tenderhub.team.Invitation;
import io.tenderhub.team.MadeInvitation;
import io.tenderhub.team.Membership;
import io.tenderhub.team.TeamMember;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Who is in a team, and who is invited. */
public final class MemberJson {
    private static final ObjectShape MEMBER = Shape.object("Member")
            .withAllOf(UserJson.fields())
            .with("role", TeamJson.ROLE)
            .with("joinedAt", Shape.instant());

    public static final ObjectShape MEMBERS = Shape.object("Members").with("members", Shape.list(MEMBER));

    public static final ObjectShape ROLE_CHANGE = Shape.input("RoleChange").with("role", TeamJson.ROLE);

    /** {@code email, role}. */
    public static final ObjectShape INVITING = Shape.input("Inviting")
            .with("email", Shape.text().length(1, 500).withExample("mo@example.org"))
            .with("role", TeamJson.ROLE);

    private static final ObjectShape FIELDS = Shape.object("InvitationFields")
            .with("id", Shape.text())
            .with("email", Shape.text())
            .with("role", TeamJson.ROLE)
            .with("by", Shape.text().withExample("user:jo-mokoena-4f2170c1aa"))
            .with("createdAt", Shape.instant())
            .with("expiresAt", Shape.instant());

    public static final ObjectShape INVITATION = Shape.object("Invitation").withAllOf(FIELDS);

    /** An invitation with {@code token}. */
    public static final ObjectShape MADE_INVITATION = Shape.object("MadeInvitation")
            .withAllOf(FIELDS)
            .with("token", Shape.text().described("Accepts it, for whoever has the address; had only here"));

    public static final ObjectShape INVITATIONS =
            Shape.object("Invitations").with("invitations", Shape.list(INVITATION));

    /** {@code token}. */
    public static final ObjectShape ACCEPTING =
            Shape.input("Accepting").with("token", Shape.text().length(1, 300).withExample("acme.8c1d4f2170c1aa00.…"));

    /** {@code team, role}. */
    public static final ObjectShape MEMBERSHIP =
            Shape.object("Membership").with("team", Shape.text()).with("role", TeamJson.ROLE);

    private MemberJson() {}

    public static void members(JsonGenerator json, List<TeamMember> members) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("members");
        for (TeamMember member : members) {
            TeamJson.write(json, member);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    public static void invitations(JsonGenerator json, List<Invitation> invitations) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("invitations");
        for (Invitation invitation : invitations) {
            write(json, invitation);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    public static void write(JsonGenerator json, Invitation invitation) throws IOException {
        write(json, invitation, Optional.empty());
    }

    /** The one place where an invitation's token is written. */
    public static void made(JsonGenerator json, MadeInvitation made) throws IOException {
        write(json, made.invitation(), Optional.of(made.token()));
    }

    private static void write(JsonGenerator json, Invitation invitation, Optional<Secret> token) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", invitation.id());
        json.writeStringField("email", invitation.email().value());
        json.writeStringField("role", invitation.role().code());
        json.writeStringField("by", invitation.by());
        json.writeStringField("createdAt", invitation.createdAt().toString());
        json.writeStringField("expiresAt", invitation.expiresAt().toString());
        JsonText.text(json, "token", token.map(Secret::reveal));
        json.writeEndObject();
    }

    public static void membership(JsonGenerator json, Membership membership) throws IOException {
        json.writeStartObject();
        json.writeStringField("team", membership.team().value());
        json.writeStringField("role", membership.role().code());
        json.writeEndObject();
    }
}
