package io.tenderhub.http.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenderhub.http.Served;
import io.tenderhub.http.ServedHub;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Served.class)
class ReleaseRoutesTest {
    private final ServedHub served;

    ReleaseRoutesTest(ServedHub served) {
        this.served = served;
    }

    @Test
    void handsOnEveryTenderWithWhatWasFoundInIt() {
        PublishedTenders.publish(served.hub(), 30, "ocds-rel-1", "ocds-rel-2", "ocds-rel-3");

        List<String> ocids = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = served.nobody()
                    .get("/api/enriched-releases?limit=2&cursor=" + next)
                    .is(200);
            assertThat(page.get("releases").size()).isBetween(1, 2);
            page.get("releases")
                    .forEach(release -> ocids.add(release.get("ocid").textValue()));
            next = page.path("nextCursor").asText("");
        } while (!next.isEmpty());

        assertThat(ocids).doesNotHaveDuplicates().contains("ocds-rel-1", "ocds-rel-2", "ocds-rel-3");
        JsonNode all =
                served.nobody().get("/api/v1/enriched-releases?limit=100").is(200);
        JsonNode one = null;
        for (JsonNode release : all.get("releases")) {
            one = release.get("ocid").textValue().equals("ocds-rel-2") ? release : one;
        }
        assertThat(one).isNotNull();
        assertThat(one.at("/requirements/cidb/0/grade").intValue()).isEqualTo(5);
        assertThat(one.at("/summary/summary").textValue()).isNotEmpty();
    }

    @Test
    void saysWhatIsWrongWithARequest() {
        for (String path : List.of("/api/enriched-releases", "/api/v1/enriched-releases")) {
            served.nobody().get(path + "?limit=101&since=2026").isProblemAt(400, "limit", "since");
            served.nobody().get(path + "?cursor=nonsense").isProblemAt(400, "cursor");
            assertThat(served.nobody().get(path).is(200).get("releases").size()).isLessThanOrEqualTo(20);
        }
    }
}
