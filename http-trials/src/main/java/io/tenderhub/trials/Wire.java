package io.tenderhub.trials;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Sends requests to one service. */
final class Wire {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String EVENTS = "text/event-stream";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final URI service;

    /** @param service such as {@code http://127.0.0.1:8080} */
    Wire(URI service) {
        this.service = service;
    }

    URI service() {
        return service;
    }

    /**
     * Of a stream that has no end only the head is heard.
     *
     * @throws IOException if the service doesn't answer as HTTP wants it
     */
    Heard send(Call call) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service + call.target()))
                .timeout(PATIENCE)
                .method(
                        call.method(),
                        call.body().map(BodyPublishers::ofByteArray).orElseGet(BodyPublishers::noBody));
        call.headers().forEach(request::header);
        HttpResponse<InputStream> answer = answer(request.build());
        try (InputStream body = answer.body()) {
            boolean endless = answer.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.startsWith(EVENTS))
                    .isPresent();
            return new Heard(answer.statusCode(), answer.headers(), endless ? new byte[0] : body.readAllBytes());
        }
    }

    /** A kept connection may be closed by the service just as it is used again; then another one is taken, once. */
    private HttpResponse<InputStream> answer(HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.send(request, BodyHandlers.ofInputStream());
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("received no bytes")) {
                return client.send(request, BodyHandlers.ofInputStream());
            }
            throw e;
        }
    }
}
