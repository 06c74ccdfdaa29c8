package io.tenderhub.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

/** Sends requests with certain headers; each answer is held against the description of the API. Immutable. */
public final class Client {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final DescribedApi described;
    private final Map<String, String> headers;

    Client(DescribedApi described, Map<String, String> headers) {
        this.described = described;
        this.headers = headers;
    }

    public Client with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Client(described, more);
    }

    public Answered get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    public Answered delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    /** With nothing. */
    public Answered post(String path) {
        return send("POST", path, BodyPublishers.noBody());
    }

    public Answered post(String path, String json) {
        return with("Content-Type", "application/json").send("POST", path, BodyPublishers.ofString(json));
    }

    public Answered put(String path, String json) {
        return with("Content-Type", "application/json").send("PUT", path, BodyPublishers.ofString(json));
    }

    public Answered patch(String path, String json) {
        return with("Content-Type", "application/json").send("PATCH", path, BodyPublishers.ofString(json));
    }

    /** With bytes of a type that the headers name. */
    public Answered post(String path, byte[] bytes) {
        return send("POST", path, BodyPublishers.ofByteArray(bytes));
    }

    private Answered send(String method, String path, BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(described.server().resolve(path)).method(method, body);
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            Answered answer = new Answered(method + " " + path, response);
            described.check(method, path, answer);
            return answer;
        } catch (IOException e) {
            throw new AssertionError(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(method + " " + path, e);
        }
    }
}
