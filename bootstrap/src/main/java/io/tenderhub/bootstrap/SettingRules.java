package io.tenderhub.bootstrap;

import io.tenderhub.naming.NamePrefix;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a setting's value may be. Addresses may hold passwords, so no message repeats them. */
final class SettingRules {
    private SettingRules() {}

    /** What is wrong with this value, in one sentence. */
    static Optional<String> problem(Setting setting, String value) {
        return switch (setting) {
            case POSTGRES_URL, POSTGRES_REPLICA_URL ->
                address(value, "jdbc:postgresql:").or(() -> userBeforeHost(value));
            case MONGO_URL -> address(value, "mongodb://", "mongodb+srv://").or(() -> ambiguousUser(value));
            case REDIS_URL -> address(value, "redis://", "rediss://").or(() -> ambiguousUser(value));
            case POSTGRES_USER,
                    POSTGRES_PASSWORD,
                    POSTGRES_REPLICA_USER,
                    POSTGRES_REPLICA_PASSWORD,
                    DATA_FOLDER,
                    SEMANTIC_FOLDER,
                    HTTP_HOST -> Optional.empty();
            case QUOTA_WHEN_AWAY -> oneOf(value, "open", "closed");
            case SEMANTIC_INDEX -> oneOf(value, "lucene", "pgvector", "auto");
            case LOG_FORMAT -> oneOf(value, "text", "json");
            case LOG_LEVEL -> oneOf(value.toUpperCase(Locale.ROOT), "ERROR", "WARN", "INFO", "DEBUG", "TRACE", "OFF");
            case HTTP_CORS_ORIGINS -> origins(value);
            case OPERATOR_TOKEN -> operatorToken(value);
            case PLANS_FILE -> readable(value);
            case REDIS_CLUSTER, DATA_KEEP, SEMANTIC_ENABLED, LOG_ACCESS, HTTP_BEHIND_PROXY, HTTP_OPERATIONS_OPEN ->
                truth(value);
            case PREFIX -> prefix(value);
            case JOBS_ZONE, ANALYTICS_ZONE -> zone(value);
            case JOBS_ANALYTICS_AT, JOBS_CONSISTENCY_AT, JOBS_DIGEST_AT -> time(value);
            case HTTP_PORT -> number(value, 0, 65_535);
            // Not longer than an answer is kept at least.
            case IDEMPOTENCY_LEASE_SECONDS -> number(value, 1, 3_600);
            case SEMANTIC_THREADS -> number(value, 0, 64);
            case MONGO_POOL_MINIMUM, HTTP_REQUESTS_WAITING -> number(value, 0, 10_000);
            case HTTP_REQUESTS_AT_ONCE -> number(value, 1, 10_000);
            case HTTP_BYTES_PER_SECOND -> number(value, 0, 1_000_000);
            case HTTP_STOP_PAUSE_SECONDS -> number(value, 0, 3_600);
            default -> number(value, 1, 1_000_000);
        };
    }

    private static Optional<String> address(String value, String... beginnings) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        for (String beginning : beginnings) {
            if (value.startsWith(beginning)) {
                return Optional.empty();
            }
        }
        return Optional.of("must begin with " + String.join(" or ", beginnings));
    }

    /** The driver would take them for a part of the host, and tell it wherever it tells of the host. */
    private static Optional<String> userBeforeHost(String value) {
        return value.split("\\?", 2)[0].contains("@")
                ? Optional.of(
                        "must not hold a user or password before the host; set postgres.user and postgres.password")
                : Optional.empty();
    }

    /** Where a password ends must be plain, or a part of it passes for the host. */
    private static Optional<String> ambiguousUser(String value) {
        return value.matches("[^@]*|[a-z+]+://[^@/?#]*@[^@]*")
                ? Optional.empty()
                : Optional.of("must have @, /, ? and # within a user or password as %40, %2F, %3F and %23");
    }

    private static Optional<String> origins(String value) {
        return value.isEmpty() || value.matches("\\*|https?://[^/,*\\s]+(,\\s*https?://[^/,*\\s]+)*")
                ? Optional.empty()
                : Optional.of("must be * or origins such as https://app.example.org, parted by commas");
    }

    /** It is as good as every password there is. */
    private static Optional<String> operatorToken(String value) {
        return value.isEmpty() || value.matches("[A-Za-z0-9._~+/=-]{32,512}")
                ? Optional.empty()
                : Optional.of("must have 32 to 512 of A-Z a-z 0-9 . _ ~ + / = -");
    }

    private static Optional<String> oneOf(String value, String... allowed) {
        return List.of(allowed).contains(value)
                ? Optional.empty()
                : Optional.of("must be " + String.join(" or ", allowed) + ", not '" + value + "'");
    }

    private static Optional<String> readable(String value) {
        return value.isEmpty() || Files.isReadable(Path.of(value))
                ? Optional.empty()
                : Optional.of("must be a file that can be read, not '" + value + "'");
    }

    private static Optional<String> truth(String value) {
        return value.equals("true") || value.equals("false")
                ? Optional.empty()
                : Optional.of("must be true or false, not '" + value + "'");
    }

    private static Optional<String> prefix(String value) {
        try {
            new NamePrefix(value);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.ofNullable(e.getMessage());
        }
    }

    private static Optional<String> zone(String value) {
        try {
            ZoneId.of(value);
            return Optional.empty();
        } catch (DateTimeException e) {
            return Optional.of("must be a time zone such as Africa/Johannesburg, not '" + value + "'");
        }
    }

    private static Optional<String> time(String value) {
        try {
            LocalTime.parse(value);
            return Optional.empty();
        } catch (DateTimeException e) {
            return Optional.of("must be a time such as 02:00, not '" + value + "'");
        }
    }

    private static Optional<String> number(String value, int lowest, int highest) {
        try {
            int number = Integer.parseInt(value);
            if (number >= lowest && number <= highest) {
                return Optional.empty();
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number that is out of range.
        }
        return Optional.of("must be a whole number from " + lowest + " to " + highest + ", not '" + value + "'");
    }
}
