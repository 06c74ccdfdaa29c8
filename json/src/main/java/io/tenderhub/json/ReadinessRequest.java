package io.tenderhub.json;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenderhub.company.CompanyProfile;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.readiness.Policies;
import io.tenderhub.readiness.Policy;
import io.tenderhub.readiness.PolicyChoice;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;

/**
 * A question about readiness: {@code {"profile": {…}, "ocid": "…" | "release": {…}, "policy": "name" | {…}, "now": "…",
 * "briefingAttended": true}}. Only the profile, and one of ocid and release, must be there.
 *
 * @param release an OCDS release as JSON; present if and only if {@code ocid} is not
 * @param ocid of a stored tender
 */
public record ReadinessRequest(
        CompanyProfile profile,
        PolicyChoice policy,
        Optional<byte[]> release,
        Optional<String> ocid,
        Optional<Instant> now,
        boolean briefingAttended) {
    private static final Set<String> FIELDS = Set.of("profile", "ocid", "release", "policy", "now", "briefingAttended");

    public ReadinessRequest {
        requireNonNull(profile);
        requireNonNull(policy);
        requireNonNull(release);
        requireNonNull(ocid);
        requireNonNull(now);
    }

    /**
     * @throws InvalidInputException with everything that is wrong, each under the path of its field
     */
    public static ReadinessRequest read(InputStream in, Policies policies) {
        RequestBody body = RequestBody.read(in, FIELDS);
        Optional<CompanyProfile> profile = profile(body);
        PolicyChoice policy = policy(body, policies);
        Optional<byte[]> release =
                body.object("release").map(object -> object.toString().getBytes(StandardCharsets.UTF_8));
        Optional<String> ocid = body.text("ocid");
        if (release.isPresent() == ocid.isPresent()) {
            body.problem("ocid", "give either the ocid of a stored tender or a release, and not both");
        }
        Optional<Instant> now = body.text("now").flatMap(text -> instant(body, text));
        boolean attended = body.flag("briefingAttended");
        body.check();
        return new ReadinessRequest(profile.orElseThrow(), policy, release, ocid, now, attended);
    }

    private static Optional<CompanyProfile> profile(RequestBody body) {
        Optional<ObjectNode> json = body.object("profile");
        if (json.isEmpty()) {
            body.problem("profile", "is missing");
            return Optional.empty();
        }
        try {
            return Optional.of(ProfileJson.read("profile", json.get()));
        } catch (InvalidInputException e) {
            body.problems("profile", e);
            return Optional.empty();
        }
    }

    private static PolicyChoice policy(RequestBody body, Policies policies) {
        if (body.isObject("policy")) {
            try {
                return PolicyChoice.always(
                        PolicyJson.read("policy", body.object("policy").orElseThrow()));
            } catch (InvalidInputException e) {
                body.problems("policy", e);
                return policies.defaultChoice();
            }
        }
        Optional<String> name = body.text("policy");
        Optional<Policy> known = name.flatMap(policies::find);
        if (name.isPresent() && known.isEmpty()) {
            body.problem("policy", "there is no policy called '" + name.get() + "'");
        }
        return known.map(PolicyChoice::always).orElseGet(policies::defaultChoice);
    }

    private static Optional<Instant> instant(RequestBody body, String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            body.problem("now", "must be an instant such as 2026-02-20T08:00:00Z, not '" + text + "'");
            return Optional.empty();
        }
    }
}
