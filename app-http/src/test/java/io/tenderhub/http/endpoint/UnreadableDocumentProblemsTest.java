package io.tenderhub.http.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import io.tenderhub.failure.UnreadableDocumentException;
import io.tenderhub.failure.UnreadableDocumentException.Reason;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnreadableDocumentProblemsTest {

    @Test
    void eachReasonIsAProblemOfItsKind() throws IOException, InterruptedException {
        Map<Reason, String> expected = new LinkedHashMap<>();
        expected.put(Reason.UNSUPPORTED_TYPE, "415 urn:tenderhub:problem:unsupported-type");
        expected.put(Reason.NOT_WHAT_IT_SAYS, "415 urn:tenderhub:problem:unsupported-type");
        expected.put(Reason.TOO_LARGE, "413 urn:tenderhub:problem:too-large");
        expected.put(Reason.TOO_MUCH_INSIDE, "413 urn:tenderhub:problem:too-large");
        expected.put(Reason.ENCRYPTED, "422 urn:tenderhub:problem:encrypted");
        expected.put(Reason.DAMAGED, "422 urn:tenderhub:problem:unreadable");
        expected.put(Reason.NO_TEXT, "422 urn:tenderhub:problem:no-text");
        expected.put(Reason.TOO_SLOW, "422 urn:tenderhub:problem:too-slow");
        assertThat(expected).containsOnlyKeys(Reason.values());
        Javalin server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            new Problems(Clock.systemUTC()).register(config.routes);
            config.routes.get("/{reason}", ctx -> {
                throw new UnreadableDocumentException(
                        Reason.valueOf(ctx.pathParam("reason")), "a.pdf", "no matter why");
            });
        });
        try {
            server.start("127.0.0.1", 0);
            for (Map.Entry<Reason, String> one : expected.entrySet()) {
                HttpResponse<String> answer = get(server.port(), one.getKey());
                assertThat(answer.statusCode() + " " + answer.body().replaceAll(".*\"type\":\"([^\"]*)\".*", "$1"))
                        .isEqualTo(one.getValue());
                assertThat(answer.body()).contains("a.pdf can't be read: no matter why");
            }
        } finally {
            server.stop();
        }
    }

    private static HttpResponse<String> get(int port, Reason reason) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + reason))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
