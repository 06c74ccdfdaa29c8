package io.tenderhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tenderhub.bootstrap.LogSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class LogsTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final LoggerContext context = new LoggerContext();

    @BeforeEach
    void logsTextAtFirst() {
        context.setMDCAdapter(MDC.getMDCAdapter());
        PatternLayoutEncoder text = new PatternLayoutEncoder();
        text.setContext(context);
        text.setPattern("%-5level %msg%n");
        text.start();
        OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
        appender.setContext(context);
        appender.setEncoder(text);
        appender.setOutputStream(written);
        appender.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
    }

    @AfterEach
    void forgets() {
        MDC.clear();
        context.stop();
    }

    @Test
    void writesAnObjectALineWithTheRequestItBelongsTo() throws IOException {
        Logs.apply(new LogSettings(true, "INFO", false), context);
        MDC.put("requestId", "r-42");

        context.getLogger("io.tenderhub.Sample").warn("{} events\nwait", 3);
        context.getLogger("io.tenderhub.Sample").error("it broke", new IllegalStateException("because"));

        List<String> lines = lines();
        assertThat(lines).hasSize(2);
        JsonNode first = new ObjectMapper().readTree(lines.get(0));
        assertThat(first.get("level").asText()).isEqualTo("WARN");
        assertThat(first.get("formattedMessage").asText()).isEqualTo("3 events\nwait");
        assertThat(first.get("loggerName").asText()).isEqualTo("io.tenderhub.Sample");
        assertThat(first.at("/mdc/requestId").asText()).isEqualTo("r-42");
        assertThat(first.get("timestamp").asLong()).isPositive();
        assertThat(new ObjectMapper()
                        .readTree(lines.get(1))
                        .at("/throwable/message")
                        .asText())
                .isEqualTo("because");
    }

    @Test
    void leavesTextAsItIsAndKeepsToTheLevel() {
        Logs.apply(new LogSettings(false, "WARN", false), context);

        context.getLogger("io.tenderhub.Sample").info("too little");
        context.getLogger("io.tenderhub.Sample").warn("enough");

        assertThat(lines()).containsExactly("WARN  enough");
    }

    @Test
    void logsRequestsOnlyWhereThatIsSetWhateverTheLevel() {
        Logs.apply(new LogSettings(false, "INFO", false), context);
        context.getLogger("io.tenderhub.http.access").info("GET /metrics 200 1 ms");
        assertThat(lines()).isEmpty();

        Logs.apply(new LogSettings(false, "WARN", true), context);
        context.getLogger("io.tenderhub.http.access").info("GET /metrics 200 1 ms");

        assertThat(lines()).containsExactly("INFO  GET /metrics 200 1 ms");
    }

    private List<String> lines() {
        return written.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
