package io.tenderhub.team;

import static java.util.Objects.requireNonNull;

import io.tenderhub.account.Secret;

/**
 * A key as it was just made.
 *
 * @param text which is had only here
 */
public record MadeApiKey(ApiKey key, Secret text) {
    public MadeApiKey {
        requireNonNull(key);
        requireNonNull(text);
    }
}
