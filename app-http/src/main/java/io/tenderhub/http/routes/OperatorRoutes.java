package io.tenderhub.http.routes;

import io.tenderhub.account.Secret;
import io.tenderhub.account.User;
import io.tenderhub.account.UserId;
import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.http.endpoint.Endpoint;
import io.tenderhub.http.endpoint.EndpointBuilder;
import io.tenderhub.http.endpoint.Parameters;
import io.tenderhub.http.endpoint.ProblemKind;
import io.tenderhub.http.endpoint.Reply;
import io.tenderhub.http.endpoint.Request;
import io.tenderhub.json.AccountJson;
import io.tenderhub.json.SentJson;
import io.tenderhub.json.TeamJson;
import io.tenderhub.json.UserJson;
import io.tenderhub.team.Actor;
import io.tenderhub.team.Plan;
import io.tenderhub.team.Team;
import io.tenderhub.team.TeamSaga;
import java.util.List;
import java.util.stream.Collectors;

/** What whoever runs the hub does about teams and users. */
final class OperatorRoutes {
    private static final String TEAMS = "/api/v1/operator/teams";
    private static final String USERS = "/api/v1/operator/users";

    private final TenderHub hub;

    OperatorRoutes(TenderHub hub) {
        this.hub = hub;
    }

    List<Endpoint> endpoints() {
        return List.of(
                tagged(Endpoint.get(TEAMS), "listAllTeams", "List all teams")
                        .answers(200, "The teams in whatever state, ordered by id", TeamJson.ALL)
                        .handledBy(this::teams),
                tagged(Endpoint.post(TEAMS), "registerTeamAsOperator", "Register a team of a user")
                        .creates()
                        .body(TeamJson.NEW_OF_OPERATOR)
                        .answers(201, "The team", TeamJson.SHAPE)
                        .fails(ProblemKind.CONFLICT)
                        .handledBy(this::register),
                tagged(Endpoint.get(TEAMS + "/unfinished"), "listUnfinishedTeams", "List what is not finished")
                        .answers(
                                200,
                                "Registrations and removals with something left to be done",
                                TeamJson.ALL_UNFINISHED)
                        .handledBy(this::unfinished),
                tagged(Endpoint.post(TEAMS + "/{team}/resume"), "resumeTeam", "Go on with a registration or a removal")
                        .takes(Parameters.TEAM)
                        .answers(200, "What is left now", TeamJson.PROGRESS)
                        .fails(ProblemKind.NOT_FOUND)
                        .handledBy(this::resume),
                tagged(Endpoint.put(TEAMS + "/{team}/plan"), "changePlan", "Put a team on another plan")
                        .takes(Parameters.TEAM)
                        .body(TeamJson.PLAN_CHANGE)
                        .answers(200, "The team", TeamJson.SHAPE)
                        .fails(ProblemKind.NOT_FOUND, ProblemKind.LIMIT_REACHED)
                        .handledBy(this::changePlan),
                tagged(
                                Endpoint.delete(TEAMS + "/{team}"),
                                "removeTeamAsOperator",
                                "End a team, or give up its registration")
                        .takes(Parameters.TEAM)
                        .answers(202, "How far the removal has come", TeamJson.REMOVAL)
                        .fails(ProblemKind.NOT_FOUND)
                        .handledBy(this::remove),
                tagged(Endpoint.get(USERS), "listUsers", "List all users")
                        .answers(200, "The users, ordered by e-mail address", UserJson.ALL)
                        .handledBy(this::users),
                tagged(Endpoint.get(USERS + "/{user}"), "getUser", "Look at a user")
                        .takes(MemberRoutes.USER)
                        .answers(200, "The user", UserJson.SHAPE)
                        .fails(ProblemKind.NOT_FOUND)
                        .handledBy(this::user),
                tagged(Endpoint.post(USERS), "registerUser", "Make somebody a user")
                        .creates()
                        .body(AccountJson.REGISTRATION)
                        .answers(201, "The user", UserJson.SHAPE)
                        .fails(ProblemKind.CONFLICT)
                        .handledBy(this::registerUser),
                tagged(Endpoint.post(USERS + "/{user}/disable"), "disableUser", "Keep a user out")
                        .takes(MemberRoutes.USER)
                        .answersNothing(204, "He can't log in, and is logged out")
                        .fails(ProblemKind.NOT_FOUND)
                        .handledBy(this::disable),
                tagged(Endpoint.post(USERS + "/{user}/enable"), "enableUser", "Let a user in again")
                        .takes(MemberRoutes.USER)
                        .answersNothing(204, "He can log in")
                        .fails(ProblemKind.NOT_FOUND)
                        .handledBy(this::enable),
                tagged(Endpoint.put(USERS + "/{user}/password"), "resetPassword", "Give a user another password")
                        .takes(MemberRoutes.USER)
                        .body(AccountJson.NEW_PASSWORD)
                        .answersNothing(204, "The old one is of no use, and he is logged out")
                        .fails(ProblemKind.NOT_FOUND)
                        .handledBy(this::resetPassword));
    }

    private static EndpointBuilder tagged(EndpointBuilder endpoint, String id, String summary) {
        return endpoint.tag("Operator").id(id).summary(summary).forOperator();
    }

    private Reply teams(Request request) {
        List<Team> teams = hub.teams().all();
        List<TeamSaga> unfinished = hub.registration().unfinished();
        return Reply.ok(json -> TeamJson.all(json, teams, unfinished));
    }

    private Reply register(Request request) {
        SentJson sent = request.body();
        try {
            Team team = hub.registration()
                    .registerAsOperator(SentTeam.read(sent, sent.text("plan"), new UserId(sent.text("owner"))));
            return Reply.created("/api/v1/teams/" + team.id(), json -> TeamJson.write(json, team));
        } catch (NotFoundException nobody) {
            throw new InvalidInputException("request", "owner", "must be the id of a user who is not kept out");
        }
    }

    /** Said of the field: the team that was asked for is there. */
    private String plan(Request request) {
        String name = request.body().text("plan");
        if (hub.plans().find(name).isEmpty()) {
            throw new InvalidInputException(
                    "request",
                    "plan",
                    "must be one of "
                            + hub.plans().all().stream().map(Plan::name).collect(Collectors.joining(", ")));
        }
        return name;
    }

    private Reply unfinished(Request request) {
        List<TeamSaga> unfinished = hub.registration().unfinished();
        return Reply.ok(json -> TeamJson.allUnfinished(json, unfinished));
    }

    private Reply resume(Request request) {
        TeamSaga saga = hub.registration().resume(request.get(Parameters.TEAM));
        return Reply.ok(json -> TeamJson.progress(json, saga));
    }

    private Reply changePlan(Request request) {
        Team team = hub.teams().changePlan(request.get(Parameters.TEAM), plan(request));
        return Reply.ok(json -> TeamJson.write(json, team));
    }

    private Reply remove(Request request) {
        TeamSaga removal = hub.registration().remove(Actor.operator(request.get(Parameters.TEAM)));
        return Reply.json(202, json -> TeamJson.removal(json, removal));
    }

    private Reply users(Request request) {
        List<User> users = hub.accounts().all();
        return Reply.ok(json -> UserJson.all(json, users));
    }

    private Reply user(Request request) {
        UserId id = request.get(MemberRoutes.USER);
        User user = hub.accounts().find(id).orElseThrow(() -> new NotFoundException("user", id.value()));
        return Reply.ok(json -> UserJson.write(json, user));
    }

    private Reply registerUser(Request request) {
        User user = hub.accounts()
                .register(
                        request.body().text("email"),
                        request.body().text("name"),
                        new Secret(request.body().text("password")));
        return Reply.created(USERS + "/" + user.id(), json -> UserJson.write(json, user));
    }

    private Reply disable(Request request) {
        hub.accounts().disable(request.get(MemberRoutes.USER));
        return Reply.nothing(204);
    }

    private Reply enable(Request request) {
        hub.accounts().enable(request.get(MemberRoutes.USER));
        return Reply.nothing(204);
    }

    private Reply resetPassword(Request request) {
        hub.accounts()
                .resetPassword(
                        request.get(MemberRoutes.USER),
                        new Secret(request.body().text("password")));
        return Reply.nothing(204);
    }
}
