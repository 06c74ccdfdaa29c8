package io.tenderhub.mongo;

import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Grants capped collections and tells of them as the real server does, so that the choice can be seen; it bounds nothing. The
 * test server refuses them.
 */
final class CappingBackend extends MemoryBackend {
    private final List<String> capped = new CopyOnWriteArrayList<>();
    private volatile boolean keepsWhatIsCapped;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** Refuses, as servers before MongoDB 5.0 do, to delete from them. */
    void keepWhatIsCapped() {
        keepsWhatIsCapped = true;
    }

    /** The granted collections with their bytes. */
    List<String> asked() {
        return asked;
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        Document command = message.getDocument();
        if (keepsWhatIsCapped && capped.contains(command.get("delete"))) {
            return new Document("ok", 0)
                    .append("code", 20)
                    .append("codeName", "IllegalOperation")
                    .append("errmsg", "cannot remove from a capped collection");
        }
        Optional<String> granted = Optional.ofNullable(command.get("create"))
                .map(Object::toString)
                .filter(name -> Boolean.TRUE.equals(command.remove("capped")));
        Object bytes = granted.isPresent() ? command.remove("size") : 0;
        Document answer = super.handleMessage(message);
        granted.ifPresent(name -> {
            capped.add(name);
            asked.add(name + " of " + bytes + " bytes");
        });
        if (command.containsKey("listCollections")) {
            tellOfCapped(answer);
        }
        return answer;
    }

    private void tellOfCapped(Document answer) {
        Document cursor = (Document) answer.get("cursor");
        for (Object collection : (List<?>) cursor.get("firstBatch")) {
            Document told = (Document) collection;
            if (capped.contains(told.get("name"))) {
                told.put("options", new Document("capped", true));
            }
        }
    }
}
