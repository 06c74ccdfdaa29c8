package io.tenderhub.http.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenderhub.company.CompanyProfile;
import io.tenderhub.http.Answered;
import io.tenderhub.http.Served;
import io.tenderhub.http.ServedHub;
import io.tenderhub.search.LoggedSearch;
import io.tenderhub.search.SearchClick;
import io.tenderhub.search.SearchId;
import io.tenderhub.team.TeamId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Served.class)
class SearchRoutesTest {
    private static final String CLICK = "{\"ocid\": \"ocds-search-1\", \"position\": 1}";
    private static final String UNKNOWN = "0123456789abcdef0123456789abcdef";

    private final ServedHub served;

    SearchRoutesTest(ServedHub served) {
        this.served = served;
    }

    @Test
    void countsWhatIsFoundWhereThatIsAskedFor() {
        PublishedTenders.publish(served.hub(), 30, "ocds-search-1", "ocds-search-2");

        JsonNode counted = served.nobody()
                .get("/api/v1/tenders?text=ocds-search-1%20or%20ocds-search-2&facets=true&limit=1")
                .is(200);

        assertThat(counted.at("/facets/found").longValue()).isEqualTo(2);
        assertThat(counted.at("/facets/provinces/0/value").textValue()).isEqualTo("Gauteng");
        assertThat(counted.at("/facets/provinces/0/tenders").longValue()).isEqualTo(2);
        assertThat(served.nobody().get("/api/v1/tenders?text=school").is(200).has("facets"))
                .isFalse();
    }

    @Test
    void asksWhetherSomethingElseWasMeant() {
        PublishedTenders.publish(served.hub(), 30, "ocds-meant-1", "ocds-meant-2");

        JsonNode few =
                served.nobody().get("/api/v1/tenders?text=%22constrution%22").is(200);

        assertThat(few.get("tenders")).isEmpty();
        assertThat(few.path("didYouMean").textValue()).isEqualTo("\"construction\"");
    }

    @Test
    void refusesAnOrderThatIsOfTeamsAlone() {
        served.nobody().get("/api/v1/tenders?sort=readiness").isProblemAt(400, "sort");
        TeamId free = served.team("ann", "free");
        served.as("ann")
                .get("/api/v1/teams/" + free + "/tenders?sort=readiness")
                .isProblem(403);
    }

    @Test
    void showsATeamWhatItIsReadiestForFirst() {
        TeamId team = served.team("ann", "pro");
        served.hub()
                .profiles()
                .save(
                        team,
                        CompanyProfile.builder()
                                .name("Example")
                                .services(List.of("building construction"))
                                .build());
        PublishedTenders.publish(served.hub(), 30, "ocds-ranked-1", "ocds-ranked-2");
        String path =
                "/api/v1/teams/" + team + "/tenders?text=ocds-ranked-1%20or%20ocds-ranked-2&sort=readiness&limit=1";

        JsonNode first = served.as("ann").get(path).is(200);
        JsonNode second = served.as("ann")
                .get(path + "&cursor=" + first.get("nextCursor").textValue())
                .is(200);

        assertThat(List.of(
                        first.at("/tenders/0/ocid").textValue(),
                        second.at("/tenders/0/ocid").textValue()))
                .containsExactly("ocds-ranked-1", "ocds-ranked-2");
        assertThat(second.has("nextCursor")).isFalse();
    }

    @Test
    void namesEachSearchAlsoWhereNothingElseIsNew() {
        Answered first = served.nobody().get("/api/v1/tenders?text=unheard");
        Answered again = served.nobody()
                .with("If-None-Match", first.header("ETag").orElseThrow())
                .get("/api/v1/tenders?text=unheard");

        assertThat(first.header("Search-Id"))
                .contains(first.is(200).get("searchId").textValue());
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.header("Search-Id")).isPresent().isNotEqualTo(first.header("Search-Id"));
    }

    @Test
    void isToldWhatWasLookedAt() {
        PublishedTenders.publish(served.hub(), 30, "ocds-search-1");
        String id = served.nobody()
                .get("/api/v1/tenders?text=school")
                .is(200)
                .get("searchId")
                .textValue();

        served.nobody().post("/api/v1/searches/" + id + "/clicks", CLICK).isNothing(204);

        LoggedSearch logged =
                served.hub().searchLog().forEverybody().find(new SearchId(id)).orElseThrow();
        assertThat(logged.clicks()).extracting(SearchClick::ocid).containsExactly("ocds-search-1");
        served.nobody().post("/api/v1/searches/" + UNKNOWN + "/clicks", CLICK).isProblem(404);
        served.nobody().post("/api/v1/searches/nonsense/clicks", CLICK).isProblem(404);
        served.nobody()
                .post("/api/v1/searches/" + id + "/clicks", "{\"ocid\": \"\", \"position\": 0}")
                .isProblemAt(400, "ocid", "position");
    }

    @Test
    void aTeamTellsOfItsOwnSearchesAlone() {
        TeamId team = served.team("ann", "pro");
        TeamId other = served.team("ben", "pro");
        String id = served.as("ann")
                .get("/api/v1/teams/" + team + "/tenders?text=school")
                .is(200)
                .get("searchId")
                .textValue();

        served.as("ben")
                .post("/api/v1/teams/" + other + "/searches/" + id + "/clicks", CLICK)
                .isProblem(404);
        served.as("ben")
                .post("/api/v1/teams/" + team + "/searches/" + id + "/clicks", CLICK)
                .isProblem(404);
        served.nobody().post("/api/v1/searches/" + id + "/clicks", CLICK).isProblem(404);
        served.as("ann")
                .post("/api/v1/teams/" + team + "/searches/" + id + "/clicks", CLICK)
                .isNothing(204);
    }
}
