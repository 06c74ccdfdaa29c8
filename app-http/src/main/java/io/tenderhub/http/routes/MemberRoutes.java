package io.tenderhub.http.routes;

import io.tenderhub.account.Secret;
import io.tenderhub.account.UserId;
import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.failure.NotAuthenticatedException;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.http.endpoint.Endpoint;
import io.tenderhub.http.endpoint.EndpointBuilder;
import io.tenderhub.http.endpoint.Parameter;
import io.tenderhub.http.endpoint.ProblemKind;
import io.tenderhub.http.endpoint.Reply;
import io.tenderhub.http.endpoint.Request;
import io.tenderhub.json.MemberJson;
import io.tenderhub.json.Shape;
import io.tenderhub.team.Invitation;
import io.tenderhub.team.MadeInvitation;
import io.tenderhub.team.Membership;
import io.tenderhub.team.Permission;
import io.tenderhub.team.Role;
import io.tenderhub.team.TeamMember;
import java.util.List;

/** Who is in a team and as what, and how others come in. */
final class MemberRoutes {
    static final Parameter<UserId> USER = Parameter.path(
            "user",
            "The user's id",
            Shape.text()
                    .pattern("^[a-z0-9][a-z0-9-]{0,63}$", "the id of a user")
                    .withExample("jo-mokoena-4f2170c1aa"),
            UserId::new);
    private static final Parameter<String> INVITATION = Parameter.path(
            "invitation",
            "The invitation's id",
            Shape.text().pattern("^[a-z0-9]{1,64}$", "the id of an invitation").withExample("8c1d4f2170c1aa00"),
            id -> id);

    private final TenderHub hub;

    MemberRoutes(TenderHub hub) {
        this.hub = hub;
    }

    List<Endpoint> endpoints() {
        return List.of(
                tagged(Endpoint.get("/api/v1/teams/{team}/members"), "listMembers", "List the members")
                        .forTeam(Permission.READ)
                        .answers(200, "The members, in the order they joined", MemberJson.MEMBERS)
                        .handledBy(this::members),
                tagged(Endpoint.put("/api/v1/teams/{team}/members/{user}"), "changeRole", "Give a member another role")
                        .description(
                                "Nobody gives or takes a role that may do more than he may. There is always an owner.")
                        .forTeam(Permission.MANAGE_MEMBERS)
                        .takes(USER)
                        .body(MemberJson.ROLE_CHANGE)
                        .answersNothing(204, "The role counts from the member's next request on")
                        .handledBy(this::changeRole),
                tagged(Endpoint.delete("/api/v1/teams/{team}/members/{user}"), "removeMember", "Remove a member")
                        .description("API keys that he made stay: they are the team's.")
                        .forTeam(Permission.MANAGE_MEMBERS)
                        .takes(USER)
                        .answersNothing(204, "He is no member any more")
                        .handledBy(this::remove),
                tagged(Endpoint.post("/api/v1/teams/{team}/leave"), "leaveTeam", "Leave a team")
                        .forTeam(Permission.READ)
                        .answersNothing(204, "Who asked is no member any more")
                        .handledBy(this::leave),
                tagged(Endpoint.post("/api/v1/teams/{team}/invitations"), "inviteMember", "Invite somebody")
                        .description(
                                "Holds a seat for a week. An open invitation for the same address is replaced. The token is to be"
                                        + " given to him who is invited; the hub sends no mail.")
                        .forTeam(Permission.MANAGE_MEMBERS)
                        .creates()
                        .body(MemberJson.INVITING)
                        .answers(201, "The invitation, with the token that accepts it", MemberJson.MADE_INVITATION)
                        .fails(ProblemKind.CONFLICT, ProblemKind.LIMIT_REACHED)
                        .handledBy(this::invite),
                tagged(Endpoint.get("/api/v1/teams/{team}/invitations"), "listInvitations", "List open invitations")
                        .forTeam(Permission.MANAGE_MEMBERS)
                        .answers(200, "Those that can be accepted", MemberJson.INVITATIONS)
                        .handledBy(this::invitations),
                tagged(
                                Endpoint.get("/api/v1/teams/{team}/invitations/{invitation}"),
                                "getInvitation",
                                "Look at an open invitation")
                        .forTeam(Permission.MANAGE_MEMBERS)
                        .takes(INVITATION)
                        .answers(200, "The invitation", MemberJson.INVITATION)
                        .handledBy(this::invitation),
                tagged(
                                Endpoint.delete("/api/v1/teams/{team}/invitations/{invitation}"),
                                "withdrawInvitation",
                                "Take an invitation back")
                        .forTeam(Permission.MANAGE_MEMBERS)
                        .takes(INVITATION)
                        .answersNothing(204, "It accepts nothing any more")
                        .handledBy(this::withdraw),
                tagged(Endpoint.post("/api/v1/invitations/accept"), "acceptInvitation", "Accept an invitation")
                        .description("As the user whose address was invited.")
                        .forUsers()
                        .creates()
                        .body(MemberJson.ACCEPTING)
                        .answers(200, "The team, and what he is in it", MemberJson.MEMBERSHIP)
                        .fails(ProblemKind.CONFLICT, ProblemKind.LIMIT_REACHED)
                        .handledBy(this::accept));
    }

    private static EndpointBuilder tagged(EndpointBuilder endpoint, String id, String summary) {
        return endpoint.tag("Members").id(id).summary(summary);
    }

    private Reply members(Request request) {
        List<TeamMember> members = hub.members().list(request.actor());
        return Reply.ok(json -> MemberJson.members(json, members));
    }

    private Reply changeRole(Request request) {
        hub.members().changeRole(request.actor(), request.get(USER), role(request));
        return Reply.nothing(204);
    }

    private Reply remove(Request request) {
        hub.members().remove(request.actor(), request.get(USER));
        return Reply.nothing(204);
    }

    private Reply leave(Request request) {
        hub.members().leave(request.actor());
        return Reply.nothing(204);
    }

    private Reply invite(Request request) {
        MadeInvitation made =
                hub.invitations().make(request.actor(), request.body().text("email"), role(request));
        String location = "/api/v1/teams/" + request.team() + "/invitations/"
                + made.invitation().id();
        return Reply.created(location, json -> MemberJson.made(json, made));
    }

    private Reply invitations(Request request) {
        List<Invitation> open = hub.invitations().open(request.actor());
        return Reply.ok(json -> MemberJson.invitations(json, open));
    }

    private Reply invitation(Request request) {
        String id = request.get(INVITATION);
        Invitation found = hub.invitations().open(request.actor()).stream()
                .filter(invitation -> invitation.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("invitation", id));
        return Reply.ok(json -> MemberJson.write(json, found));
    }

    private Reply withdraw(Request request) {
        hub.invitations().withdraw(request.actor(), request.get(INVITATION));
        return Reply.nothing(204);
    }

    private Reply accept(Request request) {
        try {
            Membership membership =
                    hub.invitations().accept(new Secret(request.body().text("token")), request.user());
            return Reply.ok(json -> MemberJson.membership(json, membership));
        } catch (NotAuthenticatedException useless) {
            // The session counts; a client that is told otherwise would throw it away.
            throw new InvalidInputException("request", "token", "accepts nothing for this user; ask for a new one");
        }
    }

    private static Role role(Request request) {
        return Role.ofCode(request.body().text("role")).orElseThrow();
    }
}
