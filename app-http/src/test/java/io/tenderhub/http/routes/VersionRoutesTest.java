package io.tenderhub.http.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenderhub.http.Served;
import io.tenderhub.http.ServedHub;
import io.tenderhub.ingestion.FeedInput;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Served.class)
class VersionRoutesTest {
    private final ServedHub served;

    VersionRoutesTest(ServedHub served) {
        this.served = served;
    }

    @Test
    void tellsThatAClosingDateMoved() {
        publish("ocds-ver/1", "2026-02-01", "2026-03-01", "Repair of the roof of the clinic at the river");
        publish("ocds-ver/1", "2026-02-08", "2026-03-15", "Repair of the roof of the clinic at the river");

        JsonNode history =
                served.nobody().get("/api/v1/tender-history/ocds-ver%2F1").is(200);

        assertThat(history.at("/revisions/0/version").intValue()).isEqualTo(2);
        assertThat(history.at("/revisions/0/changes").toString())
                .contains(
                        "{\"path\":\"tender.tenderPeriod.endDate\",\"before\":\"2026-03-01T09:00:00Z\",\"after\":\"2026-03-15T09:00:00Z\"}");
        assertThat(history.at("/revisions/1/earliest").booleanValue()).isTrue();
        JsonNode latest = served.nobody()
                .get("/api/v1/tender-history/ocds-ver%2F1?limit=1")
                .is(200);
        JsonNode before = served.nobody()
                .get("/api/v1/tender-history/ocds-ver%2F1?limit=1&below=" + latest.get("nextBelow"))
                .is(200);
        assertThat(before.at("/revisions/0/version").intValue()).isEqualTo(1);
        assertThat(before.has("nextBelow")).isFalse();
    }

    @Test
    void listsWhereATenderWasAdvertisedAgain() {
        publish("ocds-dup-1", "2026-02-01", "2026-03-01", "Cleaning of the stormwater drains of ward nine, RFQ 1/2026");
        publish("ocds-dup-2", "2026-04-01", "2026-05-01", "Cleaning of the stormwater drains of ward nine, RFQ 8/2026");
        served.hub().relay().drain();

        JsonNode found =
                served.nobody().get("/api/v1/tender-duplicates/ocds-dup-1").is(200);

        assertThat(found.get("duplicates")).hasSize(1);
        assertThat(found.at("/duplicates/0/ocid").textValue()).isEqualTo("ocds-dup-2");
        assertThat(found.at("/duplicates/0/likeness").doubleValue()).isEqualTo(1.0);
    }

    @Test
    void knowsNothingOfATenderThatIsNotThere() {
        served.nobody().get("/api/v1/tender-history/ocds-none").isProblem(404);
        served.nobody().get("/api/v1/tender-duplicates/ocds-none").isProblem(404);
        served.nobody().get("/api/v1/tender-history/ocds-none?limit=0&below=x").isProblemAt(400, "limit", "below");
    }

    private void publish(String ocid, String released, String closes, String title) {
        String release = """
                {"ocid": "%s", "id": "%s", "date": "%sT00:00:00Z", "tag": ["tender"], "language": "en",
                 "tender": {"id": "1", "title": "%s", "status": "active", "tenderPeriod": {"endDate": "%sT09:00:00Z"}},
                 "buyer": {"id": "1", "name": "Works of the river"}}
                """.formatted(ocid, released, released, title, closes);
        served.hub()
                .ingestion()
                .ingest(
                        List.of(new FeedInput.Stream(
                                "test", new ByteArrayInputStream(release.getBytes(StandardCharsets.UTF_8)))),
                        reject -> {
                            throw new AssertionError(reject.toString());
                        });
    }
}
