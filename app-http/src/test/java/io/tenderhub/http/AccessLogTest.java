package io.tenderhub.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

@ExtendWith(Served.class)
class AccessLogTest {
    private final ServedHub served;
    private final BlockingQueue<ILoggingEvent> lines = new LinkedBlockingQueue<>();
    private final Logger access = (Logger) LoggerFactory.getLogger("io.tenderhub.http.access");
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent line) {
            lines.add(line);
        }
    };

    AccessLogTest(ServedHub served) {
        this.served = served;
    }

    @BeforeEach
    void switchesItOn() {
        appender.start();
        access.setAdditive(false);
        access.setLevel(Level.INFO);
        access.addAppender(appender);
    }

    @AfterEach
    void switchesItOff() {
        access.detachAppender(appender);
        access.setLevel(Level.OFF);
        access.setAdditive(true);
    }

    @Test
    void aRequestIsAnsweredAsEverAndLoggedByItsRouteAndRequestId() throws Exception {
        Answered answer = served.nobody().get("/api/v1/tenders/ocds-hush");

        answer.isProblem(404);
        ILoggingEvent line = lines.poll(1, TimeUnit.MINUTES);
        assertThat(line).isNotNull();
        assertThat(line.getFormattedMessage())
                .startsWith("GET /api/v1/tenders/<ocid> 404 ")
                .doesNotContain("hush");
        Map<String, Object> said =
                line.getKeyValuePairs().stream().collect(Collectors.toMap(pair -> pair.key, pair -> pair.value));
        assertThat(said)
                .containsEntry("method", "GET")
                .containsEntry("route", "/api/v1/tenders/<ocid>")
                .containsEntry("status", 404)
                .containsEntry("requestId", answer.header("X-Request-Id").orElseThrow())
                .containsKey("millis");
    }
}
