package io.tenderhub.mongo;

import com.mongodb.MongoClientException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import io.tenderhub.failure.UnavailableException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.BSONException;

/** Calls MongoDB and says its failures in the core's words. */
final class MongoCalls {
    private static final Pattern ADDRESS_IN_MESSAGE = Pattern.compile("address=([^,}\\s]+)");

    private final Optional<String> server;
    private final String database;

    MongoCalls(Optional<String> server, String database) {
        this.server = server;
        this.database = database;
    }

    <T> T call(Supplier<T> command) {
        try {
            return command.get();
        } catch (MongoException e) {
            throw translated(e);
        } catch (BSONException e) {
            throw new IllegalStateException(name() + ": a document can't be encoded: " + e.getMessage(), e);
        }
    }

    private RuntimeException translated(MongoException e) {
        if (e instanceof MongoInterruptedException) {
            Thread.currentThread().interrupt();
            return new UnavailableException(name(e), "the call was interrupted", e);
        }
        if (e instanceof MongoSocketException) {
            return new UnavailableException(name(e), "the connection failed", e);
        }
        // Of the client's own exceptions the usual ones are: no server found in time, no free connection in time, the
        // credentials refused.
        if (e instanceof MongoClientException) {
            return new UnavailableException(name(e), "no usable connection", e);
        }
        if (e instanceof MongoNotPrimaryException
                || e instanceof MongoNodeIsRecoveringException
                || e instanceof MongoServerUnavailableException) {
            return new UnavailableException(name(e), "the server can't serve now", e);
        }
        return refused(firstLine(e), e);
    }

    /** For what the server answered with an error, which trying again would not mend. */
    IllegalStateException refused(String reason, MongoException cause) {
        return new IllegalStateException(name(cause) + " refused: " + reason, cause);
    }

    /** The server's name for messages. */
    String name() {
        return server.map(address -> "MongoDB at " + address).orElse("MongoDB database " + database);
    }

    private String name(MongoException e) {
        if (server.isPresent()) {
            return name();
        }
        if (e instanceof MongoSocketException socket) {
            return "MongoDB at " + hostAndPort(socket);
        }
        Matcher address = ADDRESS_IN_MESSAGE.matcher(String.valueOf(e.getMessage()));
        return address.find() ? "MongoDB at " + address.group(1) : name();
    }

    private static String hostAndPort(MongoSocketException e) {
        return e.getServerAddress().getHost() + ":" + e.getServerAddress().getPort();
    }

    private static String firstLine(MongoException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
