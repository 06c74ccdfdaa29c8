package io.tenderhub.http.routes;

import io.tenderhub.account.Secret;
import io.tenderhub.account.User;
import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.failure.NotAuthenticatedException;
import io.tenderhub.http.endpoint.Endpoint;
import io.tenderhub.http.endpoint.EndpointBuilder;
import io.tenderhub.http.endpoint.ProblemKind;
import io.tenderhub.http.endpoint.Reply;
import io.tenderhub.http.endpoint.Request;
import io.tenderhub.json.AccountJson;
import io.tenderhub.json.TeamJson;
import io.tenderhub.json.UserJson;
import io.tenderhub.team.TeamOfUser;
import java.util.List;

/** How people come in, and what they see and change of themselves. */
final class AccountRoutes {
    private final TenderHub hub;

    AccountRoutes(TenderHub hub) {
        this.hub = hub;
    }

    List<Endpoint> endpoints() {
        return List.of(
                tagged(Endpoint.post("/api/v1/accounts"), "registerAccount", "Become a user")
                        .description(
                                "Answered the same whether the address is taken or not: so nobody learns who is a user."
                                        + " Whoever has the address already keeps his name and password.")
                        .perClient(hub.configuration().http().registrations())
                        .body(AccountJson.REGISTRATION)
                        .answers(202, "What was sent keeps the rules", AccountJson.REGISTERED)
                        .handledBy(this::register),
                tagged(Endpoint.post("/api/v1/sessions"), "logIn", "Log in")
                        .description("An address that was tried too often has to wait, whoever tries.")
                        .perClient(hub.configuration().http().rate())
                        .body(AccountJson.LOGIN)
                        .answers(200, "A session", AccountJson.SESSION)
                        .fails(ProblemKind.NOT_AUTHENTICATED, ProblemKind.QUOTA_EXCEEDED)
                        .handledBy(this::logIn),
                tagged(Endpoint.delete("/api/v1/sessions/current"), "logOut", "Log out")
                        .forUsers()
                        .answersNothing(204, "This session has ended")
                        .handledBy(this::logOut),
                tagged(Endpoint.delete("/api/v1/sessions"), "logOutEverywhere", "Log out everywhere")
                        .forUsers()
                        .answersNothing(204, "All sessions of this user have ended")
                        .handledBy(this::logOutEverywhere),
                tagged(Endpoint.get("/api/v1/me"), "getMe", "Who is logged in")
                        .forUsers()
                        .answers(200, "The user", UserJson.SHAPE)
                        .handledBy(request -> Reply.ok(json -> UserJson.write(json, request.user()))),
                tagged(Endpoint.put("/api/v1/me/password"), "changePassword", "Change the password")
                        .description("Ends all sessions of this user; log in again.")
                        .forUsers()
                        .body(AccountJson.PASSWORD_CHANGE)
                        .answersNothing(204, "It was changed")
                        .fails(ProblemKind.CONFLICT, ProblemKind.QUOTA_EXCEEDED)
                        .handledBy(this::changePassword),
                tagged(Endpoint.get("/api/v1/me/teams"), "listMyTeams", "List the teams of who is logged in")
                        .forUsers()
                        .answers(200, "The teams, with the role in each", TeamJson.OF_USER)
                        .handledBy(this::teams));
    }

    private static EndpointBuilder tagged(EndpointBuilder endpoint, String id, String summary) {
        return endpoint.tag("Accounts").id(id).summary(summary);
    }

    private Reply register(Request request) {
        String email = request.body().text("email");
        hub.accounts().registerStranger(email, request.body().text("name"), secret(request, "password"));
        return Reply.json(202, json -> AccountJson.registered(json, email));
    }

    private Reply logIn(Request request) {
        Secret token = hub.logins().login(request.body().text("email"), secret(request, "password"));
        User user = hub.logins().authenticate(token);
        return Reply.ok(json -> AccountJson.session(json, token, user));
    }

    private Reply logOut(Request request) {
        hub.logins().logout(request.sessionToken());
        return Reply.nothing(204);
    }

    private Reply logOutEverywhere(Request request) {
        hub.logins().logoutEverywhere(request.user().id());
        return Reply.nothing(204);
    }

    private Reply changePassword(Request request) {
        try {
            hub.logins()
                    .changePassword(request.user().id(), secret(request, "oldPassword"), secret(request, "password"));
            return Reply.nothing(204);
        } catch (NotAuthenticatedException wrong) {
            // The session counts; a client that is told otherwise would throw it away.
            throw new InvalidInputException("request", "oldPassword", "is wrong");
        }
    }

    private Reply teams(Request request) {
        List<TeamOfUser> teams = hub.teams().ofUser(request.user().id());
        return Reply.ok(json -> TeamJson.ofUser(json, teams));
    }

    private static Secret secret(Request request, String field) {
        return new Secret(request.body().text(field));
    }
}
