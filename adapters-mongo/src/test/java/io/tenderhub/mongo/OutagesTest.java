package io.tenderhub.mongo;

import static io.tenderhub.mongo.Samples.ACME;
import static io.tenderhub.mongo.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.mongodb.client.MongoClient;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.tenderhub.failure.BreakerState;
import io.tenderhub.failure.UnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a server that answers as the members of a replica set or the router of a cluster do when others are away. */
class OutagesTest {
    private static final int NO_ERROR = 0;

    private final AtomicInteger commandError = new AtomicInteger(NO_ERROR);
    private final AtomicInteger writeConcernError = new AtomicInteger(NO_ERROR);
    private final MongoServer server = new MongoServer(new MemoryBackend() {
        @Override
        public Document handleMessage(MongoMessage message) {
            boolean handshake = message.getDocument().containsKey("hello")
                    || message.getDocument().containsKey("isMaster")
                    || message.getDocument().containsKey("ismaster");
            if (!handshake && commandError.get() != NO_ERROR) {
                throw new MongoServerError(commandError.get(), "so it says");
            }
            Document answer = super.handleMessage(message);
            if (!handshake && writeConcernError.get() != NO_ERROR) {
                answer.put(
                        "writeConcernError",
                        new Document("code", writeConcernError.get())
                                .append("errmsg", "waiting for replication timed out"));
            }
            return answer;
        }
    });
    private final MongoClient client = TestMongo.attentive("mongodb://127.0.0.1:" + boundPort(), 30_000);
    private final MongoAdapter adapter = MongoAdapter.builder(client.getDatabase("test"))
            .pause(2, Duration.ofMinutes(10))
            .build();

    private int boundPort() {
        return server.bind().getPort();
    }

    @AfterEach
    void close() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void aWriteThatIsNotConfirmedIsToBeDoneAgainAndReadsGoOn() {
        writeConcernError.set(64);
        List<Runnable> writes = List.of(
                () -> adapter.summaries().saveAll(List.of(Samples.summary("ocds-1", "", 1, NOON))),
                () -> adapter.summaries().deleteAll(List.of("ocds-1")),
                () -> adapter.scores().forTeam(ACME).saveAll(List.of(Samples.score("ocds-1", 1, 1, 1, NOON))),
                () -> adapter.secondLevel().forEverybody().save("search:1", new byte[1], Duration.ofHours(1)));
        for (Runnable write : writes) {
            assertThatExceptionOfType(UnavailableException.class)
                    .isThrownBy(write::run)
                    .withMessageContaining("not confirmed by enough members: waiting for replication timed out");
        }

        assertThat(adapter.breaker()).isEqualTo(BreakerState.CLOSED);
        assertThat(adapter.scores().forTeam(ACME).count()).isEqualTo(1);
    }

    @Test
    void aWriteThatWasNotConfirmedIsDoneAgainWithoutHarm() {
        var summary = Samples.summary("ocds-1", "In short.", 1, NOON);
        writeConcernError.set(64);
        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> adapter.summaries().saveAll(List.of(summary)));
        writeConcernError.set(NO_ERROR);

        assertThat(adapter.summaries().saveAll(List.of(summary))).isEqualTo(1);
        assertThat(adapter.summaries().find("ocds-1")).contains(summary);
    }

    @ParameterizedTest
    @ValueSource(ints = {10107, 11600, 91, 189, 6, 133, 9001})
    void aServerThatCannotServeNowIsAway(int code) {
        commandError.set(code);
        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(UnavailableException.class)
                    .isThrownBy(() -> adapter.summaries().count());
        }

        assertThat(adapter.breaker()).isEqualTo(BreakerState.OPEN);
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 2, 59})
    void aServerThatRefusesIsThere(int code) {
        commandError.set(code);
        for (int i = 0; i < 2; i++) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> adapter.summaries().count());
        }

        assertThat(adapter.breaker()).isEqualTo(BreakerState.CLOSED);
    }
}
