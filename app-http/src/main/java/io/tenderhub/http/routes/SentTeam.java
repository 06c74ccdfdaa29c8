package io.tenderhub.http.routes;

import io.tenderhub.account.UserId;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.json.SentJson;
import io.tenderhub.team.NewTeam;
import io.tenderhub.team.TeamId;
import java.time.DateTimeException;
import java.time.ZoneId;

/** A team that is to be registered, from what was sent. */
final class SentTeam {
    private static final String USUAL_ZONE = "Africa/Johannesburg";

    private SentTeam() {}

    /** @throws InvalidInputException if its time zone is none */
    static NewTeam read(SentJson body, String plan, UserId owner) {
        return new NewTeam(
                body.text("name"),
                body.maybeText("id").map(TeamId::new),
                plan,
                zone(body.maybeText("zone").orElse(USUAL_ZONE)),
                owner);
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new InvalidInputException("request", "zone", "must be a time zone such as " + USUAL_ZONE);
        }
    }
}
