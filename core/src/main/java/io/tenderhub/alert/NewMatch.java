package io.tenderhub.alert;

import static java.util.Objects.requireNonNull;

import io.tenderhub.team.TeamId;

/**
 * A tender that was just found to match a search for the first time.
 *
 * @param search the id of the search
 * @param name of the search
 */
public record NewMatch(TeamId team, String search, String name, String ocid, Alert alert) {
    public NewMatch {
        requireNonNull(team);
        requireNonNull(search);
        requireNonNull(name);
        requireNonNull(ocid);
        requireNonNull(alert);
    }
}
