package io.tenderhub.http.routes;

import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.company.CompanyProfile;
import io.tenderhub.company.StoredProfile;
import io.tenderhub.failure.ConflictException;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.http.endpoint.Endpoint;
import io.tenderhub.http.endpoint.EndpointBuilder;
import io.tenderhub.http.endpoint.Parameter;
import io.tenderhub.http.endpoint.ProblemException;
import io.tenderhub.http.endpoint.ProblemKind;
import io.tenderhub.http.endpoint.Reply;
import io.tenderhub.http.endpoint.Request;
import io.tenderhub.json.ProfileJson;
import io.tenderhub.json.Shape;
import io.tenderhub.team.Permission;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;

/** What a team's company is and can. */
final class ProfileRoutes {
    private static final Parameter<LongPredicate> IF_MATCH = Parameter.header(
            "If-Match",
            "The ETag of the profile that this one takes the place of; * for any. If given, nothing is changed where there is another",
            Shape.text().length(1, 200).withExample("\"3\""),
            ProfileRoutes::versions);

    private final TenderHub hub;

    ProfileRoutes(TenderHub hub) {
        this.hub = hub;
    }

    List<Endpoint> endpoints() {
        return List.of(
                tagged(Endpoint.get("/api/v1/teams/{team}/profile"), "getProfile", "Look at the company profile")
                        .forTeam(Permission.READ)
                        .answers(200, "The profile", ProfileJson.SHAPE)
                        .handledBy(this::find),
                tagged(Endpoint.put("/api/v1/teams/{team}/profile"), "saveProfile", "Save the company profile")
                        .description(
                                "What is left out is unknown. The team's readiness is judged anew in the background.")
                        .forTeam(Permission.EDIT_PROFILE)
                        .takes(IF_MATCH)
                        .body(ProfileJson.INPUT)
                        .answers(200, "The profile as it is stored now", ProfileJson.SHAPE)
                        .fails(ProblemKind.PRECONDITION_FAILED)
                        .handledBy(this::save));
    }

    private static EndpointBuilder tagged(EndpointBuilder endpoint, String id, String summary) {
        return endpoint.tag("Company profile").id(id).summary(summary);
    }

    private Reply find(Request request) {
        return shown(hub.profiles()
                .find(request.actor())
                .orElseThrow(() -> new NotFoundException(
                        "profile of the team", request.team().value())));
    }

    private Reply save(Request request) {
        CompanyProfile profile = ProfileJson.read("request", request.body().tree());
        try {
            return shown(hub.profiles()
                    .save(request.actor(), profile, request.find(IF_MATCH).orElse(version -> true)));
        } catch (ConflictException changed) {
            throw new ProblemException(
                    ProblemKind.PRECONDITION_FAILED, "the profile is another by now; read it and save it again");
        }
    }

    private static Reply shown(StoredProfile stored) {
        return Reply.ok(json -> ProfileJson.write(json, stored.profile())).ofVersion(Long.toString(stored.version()));
    }

    /** A tag of another form, also a weak one, is that of no version. */
    private static LongPredicate versions(String ifMatch) {
        if (ifMatch.strip().equals("*")) {
            return version -> version > 0;
        }
        List<String> tags = Arrays.stream(ifMatch.split(",")).map(String::strip).toList();
        return version -> tags.contains("\"" + version + "\"");
    }
}
