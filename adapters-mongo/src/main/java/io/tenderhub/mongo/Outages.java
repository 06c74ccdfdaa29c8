package io.tenderhub.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.bulk.WriteConcernError;
import java.util.Optional;
import java.util.Set;

/** Which of the driver's failures say that MongoDB is away for now; the others are refusals. */
final class Outages {
    /**
     * What the router of a cluster says of a shard that it can't reach: host unreachable, host not found, network timeout,
     * no member fit to read from, not yet known, time exceeded, socket exception.
     */
    private static final Set<Integer> OF_A_SHARD = Set.of(6, 7, 89, 133, 134, 262, 9001);

    private Outages() {}

    /** Why the server could not do anything; empty if it did answer. */
    static Optional<String> why(MongoException e) {
        if (e instanceof MongoSocketException) {
            return Optional.of("the connection failed");
        }
        // Of the client's own exceptions the usual ones are: no server found in time, no free connection in time, the
        // credentials refused.
        if (e instanceof MongoClientException) {
            return Optional.of("no usable connection");
        }
        if (e instanceof MongoNotPrimaryException
                || e instanceof MongoNodeIsRecoveringException
                || e instanceof MongoServerUnavailableException) {
            return Optional.of("the server can't serve now");
        }
        if (e instanceof MongoCommandException && OF_A_SHARD.contains(e.getCode())) {
            return Optional.of("a part of the cluster does not answer");
        }
        return Optional.empty();
    }

    /** What kept the members from confirming a write; it may be lost again, so it has to be repeated. */
    static Optional<String> unconfirmed(MongoException e) {
        Optional<WriteConcernError> error = Optional.empty();
        if (e instanceof MongoBulkWriteException bulk) {
            error = Optional.ofNullable(bulk.getWriteConcernError());
        } else if (e instanceof MongoWriteConcernException single) {
            error = Optional.ofNullable(single.getWriteConcernError());
        }
        return error.map(why -> "a write was not confirmed by enough members: " + why.getMessage());
    }
}
