package io.tenderhub.http.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenderhub.http.Answered;
import io.tenderhub.http.Client;
import io.tenderhub.http.Served;
import io.tenderhub.http.ServedHub;
import io.tenderhub.ingestion.FeedInput;
import io.tenderhub.team.TeamId;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Served.class)
class TeamAnalyticsRoutesTest {
    private static final List<String> ALL =
            List.of("spend", "suppliers", "statuses", "closing-weeks", "trend", "scores", "usage");
    private static final String RANGE = "&from=1999-01-01&to=2000-01-01";

    private final ServedHub served;
    private Client ann;
    private String analytics;

    TeamAnalyticsRoutesTest(ServedHub served) {
        this.served = served;
    }

    @BeforeEach
    void hasATeamWhosePlanIncludesEverything() {
        TeamId team = served.team("ann", "pro");
        ann = served.as("ann");
        analytics = "/api/v1/teams/" + team + "/analytics/";
    }

    /** Days and currencies of its own, so that nobody else's tenders count. */
    private void published(String currency) {
        String releases = release(currency, 1, "=Works, \\\"Ltd\\\"", "1000000.10", "1999-05-01T22:30:00Z")
                + release(currency, 2, "Health", "0.20", "1999-06-15T10:00:00Z");
        served.hub()
                .ingestion()
                .ingest(
                        List.of(new FeedInput.Stream(
                                "test", new ByteArrayInputStream(releases.getBytes(StandardCharsets.UTF_8)))),
                        reject -> {
                            throw new AssertionError(reject.toString());
                        });
    }

    private static String release(String currency, int number, String buyer, String amount, String at) {
        return """
                {"ocid": "ocds-spent-%s-%d", "id": "1", "date": "%s", "tag": ["award"], "buyer": {"name": "%s"}, \
                "tender": {"id": "%d", "title": "Paving", "status": "odd", "mainProcurementCategory": "works", \
                "tenderPeriod": {"endDate": "1999-07-01T10:00:00Z"}, "value": {"amount": 5, "currency": "%s"}}, \
                "awards": [{"id": "1", "status": "active", "value": {"amount": %s, "currency": "%s"}, \
                "suppliers": [{"name": "B Ltd"}, {"name": "A Ltd"}]}]}
                """.formatted(currency, number, at, buyer, number, currency, amount, currency);
    }

    @Test
    void tellsWhatIsSpentByEveryDimension() {
        published("XTS");

        JsonNode byBuyer = ann.get(analytics + "spend?currency=XTS").is(200);
        assertThat(byBuyer.findValuesAsText("name")).containsExactly("=Works, \"Ltd\"", "Health");
        assertThat(byBuyer.get("total").decimalValue()).isEqualByComparingTo("1000000.3");
        assertThat(byBuyer.get("withoutValue").isNumber()).isTrue();
        assertThat(ann.get(analytics + "spend?currency=XTS&by=month" + RANGE)
                        .is(200)
                        .findValuesAsText("name"))
                .containsExactly("1999-06", "1999-05");
        assertThat(ann.get(analytics + "spend?currency=XTS&by=category&limit=1&fallback=true")
                        .is(200)
                        .findValuesAsText("name"))
                .containsExactly("works");
        assertThat(ann.get(analytics + "suppliers?currency=XTS").is(200).findValuesAsText("name"))
                .containsExactly("A Ltd; B Ltd");
    }

    @Test
    void writesAFileWhoseTextsNoSpreadsheetRuns() {
        published("XXX");

        Answered file = ann.get(analytics + "spend?currency=XXX&format=csv");

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(file.text())
                .isEqualTo("buyer,currency,amount,awards,tenders\r\n"
                        + "\"'=Works, \"\"Ltd\"\"\",XXX,1000000.1,1,0\r\nHealth,XXX,0.2,1,0\r\n");
    }

    @Test
    void countsTendersOfARange() {
        published("XUA");

        assertThat(ann.get(analytics + "statuses?format=json" + RANGE)
                        .is(200)
                        .at("/counts/0/name")
                        .asText())
                .isEqualTo("odd");
        assertThat(ann.get(analytics + "closing-weeks?from=1999-07-01&to=1999-07-02")
                        .is(200)
                        .findValuesAsText("name"))
                .containsExactly("1999-W26");
        JsonNode trend = ann.get(analytics + "trend?category=Works&currency=XUA&from=1999-05-01&to=1999-05-04")
                .is(200);
        assertThat(trend.findValuesAsText("day")).containsExactly("1999-05-01", "1999-05-02", "1999-05-03");
        assertThat(trend.at("/days/1/average").decimalValue()).isEqualByComparingTo("5");
        assertThat(trend.at("/days/0/tenders").asLong()).isZero();
    }

    @Test
    void tellsHowTheScoresOfTheTeamSpread() {
        JsonNode scores = ann.get(analytics + "scores").is(200);

        assertThat(scores.get("scores").asLong()).isZero();
        assertThat(scores.get("buckets")).hasSize(5);
        assertThat(ann.get(analytics + "scores?format=csv").text())
                .startsWith("from,to,scores,average,percentage\r\n0,30,0,,0.0\r\n");
    }

    @Test
    void tellsHowTheTeamSearches() {
        JsonNode usage = ann.get(analytics + "usage").is(200);

        assertThat(usage.get("searches").asLong()).isZero();
        assertThat(usage.get("days")).isEmpty();
        assertThat(ann.get(analytics + "usage?format=csv").text())
                .isEqualTo("day,searches,cached,cacheHitRate,withoutHits,clicked\r\n");
    }

    @Test
    void refusesTeamsWhosePlanDoesNotIncludeIt() {
        TeamId basic = served.team("bob", "basic");
        for (String analysis : ALL) {
            served.as("bob")
                    .get("/api/v1/teams/" + basic + "/analytics/" + analysis)
                    .isProblem(403);
            ann.get("/api/v1/teams/" + basic + "/analytics/" + analysis).isProblem(404);
            served.nobody().get(analytics + analysis).isProblem(401);
        }
    }

    @Test
    void saysWhatIsWrongWithAQuestion() {
        ann.get(analytics + "spend?by=colour&currency=rand&from=today&limit=0&format=xls&fallback=maybe")
                .isProblemAt(400, "by", "currency", "from", "limit", "format", "fallback");
        ann.get(analytics + "spend?from=2026-02-02&to=2026-02-02").isProblemAt(400, "to");
        ann.get(analytics + "trend?from=2020-01-01&to=2026-01-01").isProblemAt(400, "from");
    }
}
