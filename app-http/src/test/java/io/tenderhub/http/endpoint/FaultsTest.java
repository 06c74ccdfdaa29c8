package io.tenderhub.http.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class FaultsTest {
    private final Queue<ILoggingEvent> logged = new ConcurrentLinkedQueue<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent line) {
            logged.add(line);
        }
    };

    @Test
    void exceptionsAndErrorsAreToldInTheLogAndNotToTheClient() throws Exception {
        Logger log = (Logger) LoggerFactory.getLogger(Problems.class);
        appender.start();
        log.setAdditive(false);
        log.addAppender(appender);
        Javalin server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            Problems.logErrors(config.router);
            new Problems(Clock.systemUTC()).register(config.routes);
            config.routes.get("/exception", ctx -> {
                throw new IllegalStateException("hush");
            });
            config.routes.get("/error", ctx -> {
                throw new StackOverflowError("hush");
            });
        });
        try {
            server.start("127.0.0.1", 0);
            for (String path : new String[] {"/exception", "/error"}) {
                HttpResponse<String> answer = HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());

                assertThat(answer.statusCode()).isEqualTo(500);
                assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
                assertThat(answer.body())
                        .contains("urn:tenderhub:problem:fault", "requestId")
                        .doesNotContain("hush");
                assertThat(logged.remove().getThrowableProxy().getMessage()).isEqualTo("hush");
            }
        } finally {
            server.stop();
            log.detachAppender(appender);
            log.setAdditive(true);
        }
    }
}
