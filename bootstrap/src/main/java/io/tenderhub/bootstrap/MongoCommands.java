package io.tenderhub.bootstrap;

import com.mongodb.event.CommandEvent;
import com.mongodb.event.CommandFailedEvent;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import io.tenderhub.operation.StoreCall;
import io.tenderhub.operation.StoreJournal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** Tells of the commands to MongoDB, by the hub's collections; all others are called alike. */
final class MongoCommands implements CommandListener {
    private static final String NONE = "none";

    private final StoreJournal journal;
    private final String prefix;
    /** Only the start of a command names its collection. */
    private final Map<Integer, String> collections = new ConcurrentHashMap<>();

    /** @param prefix of the names of the hub's collections */
    MongoCommands(StoreJournal journal, String prefix) {
        this.journal = journal;
        this.prefix = prefix;
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        String collection = collection(event);
        if (!collection.equals(NONE)) {
            collections.put(event.getRequestId(), collection);
        }
    }

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
        tell(event, event.getElapsedTime(TimeUnit.NANOSECONDS), true);
    }

    @Override
    public void commandFailed(CommandFailedEvent event) {
        tell(event, event.getElapsedTime(TimeUnit.NANOSECONDS), false);
    }

    private void tell(CommandEvent event, long nanos, boolean answered) {
        String collection =
                Optional.ofNullable(collections.remove(event.getRequestId())).orElse(NONE);
        journal.called(new StoreCall(event.getCommandName(), collection, Duration.ofNanos(nanos), answered, ""));
    }

    private String collection(CommandStartedEvent event) {
        BsonDocument command = event.getCommand();
        String field = event.getCommandName().equals("getMore") ? "collection" : event.getCommandName();
        return Optional.ofNullable(command.get(field))
                .filter(BsonValue::isString)
                .map(name -> name.asString().getValue())
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .orElse(NONE);
    }
}
