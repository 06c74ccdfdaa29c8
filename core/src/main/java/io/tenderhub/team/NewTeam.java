package io.tenderhub.team;

import static java.util.Objects.requireNonNull;

import io.tenderhub.account.UserId;
import java.text.Normalizer;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * A team that is to be registered.
 *
 * @param name as people call it
 * @param id the wished one; where none is wished it is made of the name
 * @param plan the name of its plan
 * @param zone in which its days and weeks begin
 * @param owner who becomes its first member
 */
public record NewTeam(String name, Optional<TeamId> id, String plan, ZoneId zone, UserId owner) {
    private static final int LONGEST_MADE_ID = 40;

    public NewTeam {
        name = name.strip();
        requireNonNull(id);
        requireNonNull(plan);
        requireNonNull(zone);
        requireNonNull(owner);
    }

    /** Of the letters and digits of the name: {@code zanele-sons} of {@code Zanele & Söns}; {@code team} where it has none. */
    TeamId idOfName() {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String cut = plain.length() > LONGEST_MADE_ID
                ? plain.substring(0, LONGEST_MADE_ID).replaceAll("-$", "")
                : plain;
        return new TeamId(cut.isEmpty() ? "team" : cut);
    }
}
