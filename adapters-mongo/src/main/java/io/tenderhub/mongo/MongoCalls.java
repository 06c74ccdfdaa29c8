package io.tenderhub.mongo;

import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoSocketException;
import io.tenderhub.failure.BreakerState;
import io.tenderhub.failure.UnavailableException;
import java.time.Clock;
import java.time.Duration;
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
    private final Breaker breaker;
    /** Who set a time limit does not want to wait for it again. */
    private final QuickRetries retries = new QuickRetries(
            failure -> Outages.why(failure).isPresent() && !(failure instanceof MongoOperationTimeoutException));

    MongoCalls(Optional<String> server, String database, int failures, Duration pause, Clock clock) {
        this.server = server;
        this.database = database;
        this.breaker = new Breaker(name(), failures, pause, clock);
    }

    /**
     * @param command may be run more than once
     * @throws UnavailableException if the server does not answer, or has failed too often of late to be asked
     * @throws IllegalStateException if the server refuses
     */
    <T> T call(Supplier<T> command) {
        breaker.permit();
        boolean told = false;
        try {
            T answer = retries.call(command);
            breaker.answered();
            told = true;
            return answer;
        } catch (MongoInterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException(name(e), "the call was interrupted", e);
        } catch (MongoException e) {
            Optional<UnavailableException> away = unavailable(e, Outages.why(e));
            away.ifPresentOrElse(breaker::failed, breaker::answered);
            told = true;
            // A server that can't confirm writes still answers reads, so it is not left alone.
            throw away.or(() -> unavailable(e, Outages.unconfirmed(e)))
                    .<RuntimeException>map(failure -> failure)
                    .orElseGet(() -> refused(firstLine(e), e));
        } catch (RefusedException e) {
            breaker.answered();
            told = true;
            throw e;
        } catch (BSONException e) {
            throw new IllegalStateException(name() + ": a document can't be encoded: " + e.getMessage(), e);
        } finally {
            if (!told) {
                breaker.knowsNothing();
            }
        }
    }

    BreakerState breaker() {
        return breaker.state();
    }

    private Optional<UnavailableException> unavailable(MongoException e, Optional<String> why) {
        return why.map(reason -> new UnavailableException(name(e), reason, e));
    }

    /** For what the server answered with an error, which trying again would not mend. */
    RefusedException refused(String reason, MongoException cause) {
        return new RefusedException(name(cause) + " refused: " + reason, cause);
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
