package io.tenderhub.http.routes;

import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.ingestion.FeedInput;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Tenders as somebody publishes them, taken over by the hub with everything that is made of them. */
final class PublishedTenders {
    private PublishedTenders() {}

    /** Of a school that is to be built in Gauteng, closing in so many days. */
    static String release(String ocid, int closesInDays) {
        Instant closes = Instant.now().plus(closesInDays, ChronoUnit.DAYS);
        return """
                {"ocid": "%s", "id": "1", "date": "2026-02-01T00:00:00Z", "tag": ["tender"], "language": "en",
                 "tender": {"id": "%s", "title": "A school for %s", "status": "active",
                 "description": "Construction of a school. A CIDB grading of 5GB or higher is needed. Bids close soon.",
                 "province": "Gauteng", "tenderPeriod": {"endDate": "%s"}}, "buyer": {"id": "1", "name": "Public Works"}}
                """.formatted(ocid, ocid, ocid, closes);
    }

    static void publish(TenderHub hub, int closesInDays, String... ocids) {
        for (String ocid : ocids) {
            hub.ingestion()
                    .ingest(
                            List.of(new FeedInput.Stream(
                                    "test",
                                    new ByteArrayInputStream(
                                            release(ocid, closesInDays).getBytes(StandardCharsets.UTF_8)))),
                            reject -> {
                                throw new AssertionError(reject.toString());
                            });
        }
        hub.relay().drain();
    }
}
