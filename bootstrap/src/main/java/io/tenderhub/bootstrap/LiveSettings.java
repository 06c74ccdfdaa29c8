package io.tenderhub.bootstrap;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * Who may follow news as they come.
 *
 * @param heartbeat how often a sign of life is sent, and it is looked whether who follows still may
 * @param connections at the same time
 * @param connectionsPerTeam of them
 */
public record LiveSettings(Duration heartbeat, int connections, int connectionsPerTeam) {
    public LiveSettings {
        requireNonNull(heartbeat);
    }
}
