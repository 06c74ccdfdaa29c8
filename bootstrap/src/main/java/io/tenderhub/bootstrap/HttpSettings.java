package io.tenderhub.bootstrap;

import static java.util.Objects.requireNonNull;

import io.tenderhub.account.Secret;
import io.tenderhub.quota.RateLimit;
import java.util.List;
import java.util.Optional;

/**
 * How the HTTP service is to be.
 *
 * @param host address to listen at
 * @param port to listen at; 0 for any free one
 * @param rate of each user or API key at each endpoint
 * @param corsOrigins whose pages may use it; {@code *} alone for all
 * @param behindProxy whether the last address in {@code X-Forwarded-For} is the client's, told by a proxy
 * @param registrations of accounts, from each client address
 * @param operationsOpen whether everybody may look at figures and at how the databases fare; else only who runs the hub
 * @param operatorToken what whoever runs the hub shows; without it nobody can act as such
 */
public record HttpSettings(
        String host,
        int port,
        RateLimit rate,
        List<String> corsOrigins,
        boolean behindProxy,
        RateLimit registrations,
        boolean operationsOpen,
        Optional<Secret> operatorToken) {
    public HttpSettings {
        requireNonNull(host);
        requireNonNull(rate);
        requireNonNull(registrations);
        requireNonNull(operatorToken);
        corsOrigins = List.copyOf(corsOrigins);
    }
}
