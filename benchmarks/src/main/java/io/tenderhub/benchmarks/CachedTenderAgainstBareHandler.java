package io.tenderhub.benchmarks;

import io.javalin.Javalin;
import io.tenderhub.bootstrap.HubConfiguration;
import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.http.HttpService;
import io.tenderhub.ingestion.FeedInput;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code GET /api/v1/tenders/{ocid}} from the cache against a bare Javalin handler that gives the same bytes, in one JVM,
 * alternately, asked by one lean process:
 * {@code java -cp benchmarks.jar io.tenderhub.benchmarks.CachedTenderAgainstBareHandler [TENDERS] [MILLISECONDS] [ROUNDS] [CONNECTIONS...]}.
 */
public final class CachedTenderAgainstBareHandler {
    private static final String PATH = "/api/v1/tenders/";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final int WARM_UP_MILLIS = 8_000;

    private CachedTenderAgainstBareHandler() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int tenders = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300;
        int millis = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2_000;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 7;
        List<Integer> connections = new ArrayList<>();
        for (int i = 3; i < arguments.length; i++) {
            connections.add(Integer.parseInt(arguments[i]));
        }
        Path folder = Files.createTempDirectory("cached-tender-benchmark-");
        HubConfiguration configuration =
                HubConfiguration.of(Map.of("data.keep", "false", "http.port", "0"), Map.of(), Optional.empty());
        try (TenderHub hub = TenderHub.start(configuration);
                HttpService service = HttpService.start(hub)) {
            fill(hub, folder.resolve("tenders.jsonl"), tenders);
            Map<String, byte[]> pages = pages(service.port(), tenders);
            Javalin bare = bare(pages);
            try (LoadProcess load = new LoadProcess(list(folder.resolve("pages"), pages))) {
                checkSame(bare.port(), pages);
                load.measure(service.port(), 16, WARM_UP_MILLIS);
                load.measure(bare.port(), 16, WARM_UP_MILLIS);
                System.out.printf(
                        "%11s | %10s %10s %5s | %8s %8s | %8s %8s %5s%n",
                        "connections",
                        "hub, 1/s",
                        "bare, 1/s",
                        "ratio",
                        "hub p50",
                        "bare p50",
                        "hub p99",
                        "bare p99",
                        "ratio");
                for (int count : connections.isEmpty() ? List.of(1, 16, 64) : connections) {
                    compare(load, service.port(), bare.port(), count, millis, rounds);
                }
            } finally {
                bare.stop();
            }
        } finally {
            Folders.remove(folder);
        }
    }

    private static void fill(TenderHub hub, Path file, int tenders) throws IOException {
        TenderLines lines = new TenderLines(1);
        StringBuilder text = new StringBuilder();
        for (int n = 0; n < tenders; n++) {
            text.append(lines.line(n)).append('\n');
        }
        Files.writeString(file, text);
        hub.ingestion().ingest(List.of(new FeedInput.Files(file)), reject -> {});
        hub.relay().drain();
    }

    /** As the service gives them. */
    private static Map<String, byte[]> pages(int port, int tenders) throws IOException, InterruptedException {
        Map<String, byte[]> pages = new LinkedHashMap<>();
        for (int n = 0; n < tenders; n++) {
            String ocid = "ocds-9t57fa-" + (100_000 + n);
            pages.put(ocid, get(port, ocid));
        }
        return pages;
    }

    private static byte[] get(int port, String ocid) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + PATH + ocid))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(ocid + ": " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.body();
    }

    private static Javalin bare(Map<String, byte[]> pages) {
        return Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.startup.showOldJavalinVersionWarning = false;
                    config.routes.get(
                            PATH + "<ocid>",
                            ctx -> ctx.contentType("application/json").result(pages.get(ctx.pathParam("ocid"))));
                })
                .start("127.0.0.1", 0);
    }

    private static void checkSame(int port, Map<String, byte[]> pages) throws IOException, InterruptedException {
        for (Map.Entry<String, byte[]> page : pages.entrySet()) {
            if (!Arrays.equals(get(port, page.getKey()), page.getValue())) {
                throw new IllegalStateException("the bare handler gives other bytes for " + page.getKey());
            }
        }
        System.out.printf(
                "%,d tenders of %,d bytes, given alike by both%n",
                pages.size(),
                pages.values().stream().mapToInt(page -> page.length).sum() / pages.size());
    }

    private static Path list(Path file, Map<String, byte[]> pages) throws IOException {
        List<String> lines = new ArrayList<>();
        pages.forEach((ocid, page) -> lines.add(PATH + ocid + " " + page.length));
        return Files.write(file, lines);
    }

    private static void compare(LoadProcess load, int ours, int bare, int connections, int millis, int rounds)
            throws IOException {
        List<LoadProcess.Report> our = new ArrayList<>();
        List<LoadProcess.Report> peer = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            // Who begins takes turns, so that neither has the warmer machine.
            LoadProcess.Report first = load.measure(round % 2 == 0 ? ours : bare, connections, millis);
            LoadProcess.Report second = load.measure(round % 2 == 0 ? bare : ours, connections, millis);
            if (round > 0) {
                our.add(round % 2 == 0 ? first : second);
                peer.add(round % 2 == 0 ? second : first);
            }
        }
        double rate = Medians.of(our.stream().map(LoadProcess.Report::rate).toList());
        double bareRate = Medians.of(peer.stream().map(LoadProcess.Report::rate).toList());
        double p99 = Medians.of(our.stream().map(LoadProcess.Report::p99).toList());
        double bareP99 = Medians.of(peer.stream().map(LoadProcess.Report::p99).toList());
        System.out.printf(
                "%11d | %,10.0f %,10.0f %5.2f | %8.0f %8.0f | %8.0f %8.0f %5.2f%n",
                connections,
                rate,
                bareRate,
                rate / bareRate,
                Medians.of(our.stream().map(LoadProcess.Report::median).toList()),
                Medians.of(peer.stream().map(LoadProcess.Report::median).toList()),
                p99,
                bareP99,
                p99 / bareP99);
    }
}
