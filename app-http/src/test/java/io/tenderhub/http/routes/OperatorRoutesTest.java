package io.tenderhub.http.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenderhub.http.Answered;
import io.tenderhub.http.Client;
import io.tenderhub.http.Served;
import io.tenderhub.http.ServedHub;
import io.tenderhub.team.Permission;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Served.class)
class OperatorRoutesTest {
    private static final String ALL = "/api/v1/operator";

    private final ServedHub served;
    private final Client operator;

    OperatorRoutesTest(ServedHub served) {
        this.served = served;
        this.operator = served.asOperator();
    }

    /** As it stands when it has ended. */
    private JsonNode ended(Answered begun) throws InterruptedException {
        assertThat(begun.is(202).get("state").textValue()).isEqualTo("running");
        String path = begun.header("Location").orElseThrow();
        long guard = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        JsonNode operation = operator.get(path).is(200);
        while (operation.get("state").textValue().equals("running") && System.nanoTime() < guard) {
            Thread.sleep(50);
            operation = operator.get(path).is(200);
        }
        return operation;
    }

    @Test
    void isForTheOperatorAlone() {
        Client key = served.asKey(served.team("rob", "basic"), Permission.values());
        for (String path :
                List.of("/outbox", "/outbox/events", "/outbox/events/1", "/jobs", "/operations", "/operations/x")) {
            served.nobody().get(ALL + path).isProblem(401);
            served.as("rob").get(ALL + path).isProblem(401);
            key.get(ALL + path).isProblem(401);
        }
        for (String path : List.of("/outbox/retry", "/outbox/events/1/retry", "/jobs/analytics/runs")) {
            served.nobody().post(ALL + path).isProblem(401);
            key.post(ALL + path).isProblem(401);
        }
        for (String path : List.of("/consistency/checks", "/rebuilds")) {
            served.nobody().post(ALL + path, "{}").isProblem(401);
            key.post(ALL + path, "{}").isProblem(401);
        }
    }

    @Test
    void showsTheEventsThatAreDone() {
        PublishedTenders.publish(served.hub(), 30, "ocds-op-1", "ocds-op-2");

        assertThat(operator.get(ALL + "/outbox").is(200).get("published").longValue())
                .isPositive();
        JsonNode first =
                operator.get(ALL + "/outbox/events?state=published&limit=1").is(200);
        JsonNode next = operator.get(ALL + "/outbox/events?state=published&limit=1&cursor="
                        + first.get("nextCursor").textValue())
                .is(200);
        long id = first.at("/events/0/id").longValue();
        assertThat(next.at("/events/0/id").longValue()).isGreaterThan(id);
        assertThat(operator.get(ALL + "/outbox/events/" + id).is(200)).isEqualTo(first.at("/events/0"));
        assertThat(operator.post(ALL + "/outbox/events/" + id + "/retry")
                        .is(200)
                        .get("due")
                        .intValue())
                .isZero();
        assertThat(operator.get(ALL + "/outbox/events").is(200).has("events")).isTrue();
        assertThat(operator.post(ALL + "/outbox/retry").is(200).has("due")).isTrue();
    }

    @Test
    void saysWhatIsWrongWithAQuestionForEvents() {
        operator.get(ALL + "/outbox/events/999999999").isProblem(404);
        operator.post(ALL + "/outbox/events/999999999/retry").isProblem(404);
        operator.get(ALL + "/outbox/events/first").isProblemAt(400, "event");
        operator.get(ALL + "/outbox/events?state=lost&cursor=x&limit=0").isProblemAt(400, "state", "cursor", "limit");
    }

    @Test
    void checksRepairsAndMakesAnew() throws Exception {
        PublishedTenders.publish(served.hub(), 30, "ocds-op-1");

        JsonNode check = ended(operator.post(ALL + "/consistency/checks", "{\"limit\": 1000000}"));
        JsonNode repair = ended(operator.post(ALL + "/consistency/checks", "{\"repair\": true}"));
        JsonNode rebuilt = ended(operator.post(ALL + "/rebuilds", "{\"restart\": true}"));

        assertThat(check.get("state").textValue()).isEqualTo("done");
        assertThat(check.at("/report/tenders").longValue()).isPositive();
        assertThat(check.at("/report/repair").booleanValue()).isFalse();
        assertThat(repair.at("/report/repair").booleanValue()).isTrue();
        assertThat(rebuilt.get("state").textValue()).isEqualTo("done");
        assertThat(rebuilt.at("/rebuilt/tenders").longValue()).isPositive();
        assertThat(operator.get(ALL + "/operations").is(200).get("operations").findValuesAsText("id"))
                .contains(check.get("id").textValue(), rebuilt.get("id").textValue());
        operator.get(ALL + "/operations/unknown").isProblem(404);
        operator.post(ALL + "/consistency/checks", "{\"limit\": 0, \"since\": \"today\", \"all\": true}")
                .isProblemAt(400, "limit", "since", "all");
        operator.post(ALL + "/rebuilds", "{\"restart\": \"yes\"}").isProblemAt(400, "restart");
    }

    @Test
    void runsAJobOutOfItsTime() throws Exception {
        assertThat(operator.get(ALL + "/jobs").is(200).get("jobs").findValuesAsText("name"))
                .contains("analytics", "consistency");

        JsonNode run = ended(operator.post(ALL + "/jobs/analytics/runs"));

        assertThat(run.get("state").textValue()).isEqualTo("done");
        assertThat(run.get("said").textValue()).contains("awards");
        assertThat(Instant.parse(run.get("startedAt").textValue()))
                .isBeforeOrEqualTo(Instant.parse(run.get("endedAt").textValue()));
        operator.post(ALL + "/jobs/gardening/runs").isProblem(404);
        operator.post(ALL + "/jobs/NO/runs").isProblemAt(400, "job");
    }
}
