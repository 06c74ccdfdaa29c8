package io.tenderhub.postgres;

import io.tenderhub.failure.ConflictException;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.failure.UnavailableException;
import java.net.URI;
import java.net.URISyntaxException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionException;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.common.BaseDataSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Turns the driver's exceptions into the core's, by the SQLSTATE (PostgreSQL manual, appendix A). Messages name the server by
 * host and port, never with credentials.
 */
final class SqlFailures {
    private static final Pattern REFUSED = Pattern.compile("Connection to (\\S+?:\\d+) refused");
    private static final Set<String> LOST_RACES = Set.of("40001", "40P01");
    /** What taking a role that is not there ends with, an invalid parameter value. */
    private static final String NO_SUCH_ROLE = "22023";

    private volatile @Nullable String address;

    SqlFailures(DataSource dataSource, Optional<String> address) {
        this.address = address.or(() -> addressOf(dataSource)).orElse(null);
    }

    /** Keeps the server's address from the first connection, where nobody named it. */
    void learnFrom(String jdbcUrl) {
        if (address == null) {
            address = addressOf(jdbcUrl).orElse(null);
        }
    }

    boolean knowsAddress() {
        return address != null;
    }

    /** Whether the store ended the transaction only because of others; the same again may pass. */
    static boolean lostRace(Throwable failure) {
        return sqlException(failure)
                .map(SQLException::getSQLState)
                .filter(LOST_RACES::contains)
                .isPresent();
    }

    /** Whether there was a connection and it was lost: what was not committed by then never will be. */
    static boolean lostConnection(Throwable failure) {
        String state = sqlException(failure).map(SQLException::getSQLState).orElse("");
        return !(failure instanceof ConnectionException)
                && (state.startsWith("08") || state.equals("57P01") || state.equals("57P02"));
    }

    /** Whether what only reads may pass when it is run again at once; a standby cancels what its primary has overtaken. */
    static boolean mayPassWhenReadAgain(Throwable failure) {
        return lostConnection(failure) || lostRace(failure);
    }

    /** Whether the store refused the values themselves: data exceptions, constraints and limits of a value's size. */
    static boolean refusedValues(Throwable failure) {
        String state = sqlException(failure).map(SQLException::getSQLState).orElse("");
        return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
    }

    /** One line, the server's own words where it said any. */
    static String reason(Throwable failure) {
        Optional<SQLException> sql = sqlException(failure);
        String text = sql.filter(PSQLException.class::isInstance)
                .map(e -> ((PSQLException) e).getServerErrorMessage())
                .map(ServerErrorMessage::getMessage)
                .or(() -> sql.map(SQLException::getMessage))
                .orElseGet(() -> String.valueOf(failure.getMessage()));
        return text.lines().findFirst().orElse("").strip();
    }

    /**
     * @param subject what was being done or written, for failures of the values
     */
    RuntimeException translate(String subject, Throwable failure) {
        String state = sqlException(failure).map(SQLException::getSQLState).orElse("");
        if (state.equals("42P01") || state.equals("42703") || state.equals(NO_SUCH_ROLE)) {
            return new ConflictException("the database has another schema than this program (" + reason(failure)
                    + "); run tenderhub migrate");
        }
        // Said without the server's words, which quote constraints and keys.
        if (state.equals("23505")) {
            return new ConflictException(subject + ": there is one of this id already");
        }
        if (state.equals("23503")) {
            return new ConflictException(subject + ": what it belongs to is not there, or no longer");
        }
        if (refusedValues(failure)) {
            return new InvalidInputException(subject, "value", "can't be held by the database: " + reason(failure));
        }
        if (LOST_RACES.contains(state)) {
            return new ConflictException(subject + ": others kept changing the same rows; try again");
        }
        if (state.startsWith("42") && !state.equals("42501")) {
            // No caller can cause or mend it: a statement of this adapter is wrong for this server.
            return new IllegalStateException(subject + ": the database did not take a statement: " + reason(failure));
        }
        return new UnavailableException(store(failure), unavailable(state, failure), failure);
    }

    private String store(Throwable failure) {
        String known = address;
        if (known == null) {
            Matcher refused = REFUSED.matcher(reason(failure));
            known = refused.find() ? refused.group(1) : null;
        }
        return known == null ? "PostgreSQL" : "PostgreSQL at " + known;
    }

    private static String unavailable(String state, Throwable failure) {
        return switch (state) {
            case "08001" -> connectionRefused(failure);
            case "28P01", "28000" -> "it refused the login";
            case "3D000" -> "the database does not exist";
            case "53300" -> "it has too many connections";
            case "57P01", "57P02" -> "it ended the connection";
            case "57P03" -> "it is starting or stopping";
            case "57014" -> "the statement took too long and was cancelled";
            default -> {
                boolean pool = sqlException(failure)
                        .filter(e -> e instanceof SQLTransientConnectionException
                                || e instanceof SQLNonTransientConnectionException)
                        .isPresent();
                yield pool && state.isEmpty() ? "no connection could be had" : reason(failure);
            }
        };
    }

    private static String connectionRefused(Throwable failure) {
        return REFUSED.matcher(reason(failure)).find() ? "connection refused" : reason(failure);
    }

    private static Optional<SQLException> sqlException(Throwable failure) {
        Throwable current = failure;
        SQLException found = null;
        // The innermost one: pools wrap the driver's exception in their own.
        for (int depth = 0; current != null && depth < 20; depth++) {
            if (current instanceof SQLException sql && (found == null || sql.getSQLState() != null)) {
                found = sql;
            }
            current = current.getCause();
        }
        return Optional.ofNullable(found);
    }

    private static Optional<String> addressOf(DataSource dataSource) {
        if (dataSource instanceof BaseDataSource postgres) {
            String[] hosts = postgres.getServerNames();
            int[] ports = postgres.getPortNumbers();
            if (hosts != null && hosts.length > 0 && hosts[0] != null) {
                int port = ports != null && ports.length > 0 && ports[0] != 0 ? ports[0] : 5432;
                return Optional.of(hosts[0] + ":" + port);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> addressOf(String jdbcUrl) {
        try {
            URI uri = new URI(jdbcUrl.replaceFirst("^jdbc:", "").replaceFirst("[?].*$", ""));
            return Optional.ofNullable(uri.getHost())
                    .map(host -> host + ":" + (uri.getPort() < 0 ? 5432 : uri.getPort()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
