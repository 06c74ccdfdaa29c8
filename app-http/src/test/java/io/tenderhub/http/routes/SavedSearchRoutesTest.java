package io.tenderhub.http.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenderhub.http.Answered;
import io.tenderhub.http.Client;
import io.tenderhub.http.Served;
import io.tenderhub.http.ServedHub;
import io.tenderhub.notification.NewsId;
import io.tenderhub.notification.Notifications.TeamNotifications;
import io.tenderhub.team.Role;
import io.tenderhub.team.TeamId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Served.class)
class SavedSearchRoutesTest {
    private final ServedHub served;

    SavedSearchRoutesTest(ServedHub served) {
        this.served = served;
    }

    private static String searches(TeamId team) {
        return "/api/v1/teams/" + team + "/saved-searches";
    }

    private static String matches(TeamId team) {
        return "/api/v1/teams/" + team + "/search-matches";
    }

    @Test
    void keepsSearchesAndRunsThem() {
        TeamId team = served.team("ann", "pro");
        PublishedTenders.publish(served.hub(), 30, "ocds-kept-1");
        Client ann = served.as("ann");

        Answered made = ann.post(searches(team), """
                {"name": " Schools ", "text": "School  for", "alert": "daily-digest", "filter": {"provinces": ["Gauteng"],
                 "closingFrom": "2026-01-01T00:00:00Z", "valueTo": 1000.50, "highestGrade": 5, "compulsoryBriefing": false}}""");
        JsonNode search = made.is(201);
        String location = made.header("Location").orElseThrow();

        assertThat(ann.get(location).is(200)).isEqualTo(search);
        assertThat(search.get("name").textValue()).isEqualTo("Schools");
        assertThat(search.get("text").textValue()).isEqualTo("school for");
        assertThat(search.get("filter").toString())
                .contains("\"gauteng\"", "1000.5", "\"highestGrade\":5", "\"compulsoryBriefing\":false");
        assertThat(ann.get(searches(team)).is(200).get("savedSearches")).containsExactly(search);
        assertThat(ann.get(location + "/tenders?limit=100").is(200).toString()).contains("ocds-kept-1");
        assertThat(ann.put(location, "{\"name\": \"All\"}").is(200).get("alert").textValue())
                .isEqualTo("none");
        ann.delete(location).isNothing(204);
        ann.get(location).isProblem(404);
        ann.get(location + "/tenders").isProblem(404);
    }

    @Test
    void tellsOfATenderThatBeginsToMatchAndOfADigest() {
        TeamId team = served.team("ann", "pro");
        Client ann = served.as("ann");
        TeamNotifications news = served.hub().notifications().forTeam(team);
        ann.post(searches(team), """
                {"name": "At once", "text": "told", "alert": "at-once"}""").is(201);
        ann.post(searches(team), """
                {"name": "Later", "text": "told", "alert": "daily-digest"}""").is(201);
        served.hub().relay().drain();
        NewsId before = news.recent(Optional.empty()).last();

        PublishedTenders.publish(served.hub(), 30, "ocds-told-1");
        PublishedTenders.publish(served.hub(), -1, "ocds-told-2");
        served.hub().relay().drain();

        JsonNode found = ann.get(matches(team)).is(200).get("matches");
        assertThat(found.findValuesAsText("ocid")).containsExactly("ocds-told-1", "ocds-told-1");
        assertThat(found.findValuesAsText("name")).containsExactlyInAnyOrder("At once", "Later");
        assertThat(heard(news, before)).containsExactly("search.matched ocds-told-1");

        served.hub().jobs().runNow("digest");
        served.hub().relay().drain();
        served.hub().jobs().runNow("digest");
        served.hub().relay().drain();

        List<String> after = heard(news, before);
        assertThat(after).hasSize(2).last().asString().startsWith("search.digest ");
        String since = after.get(1).substring("search.digest ".length());
        assertThat(ann.get(matches(team) + "?since=" + since)
                        .is(200)
                        .get("matches")
                        .findValuesAsText("name"))
                .contains("Later");
        assertThat(ann.get("/api/v1/teams/" + team + "/activity?limit=100")
                        .is(200)
                        .toString())
                .contains("search.matched", "search.digest");
    }

    private static List<String> heard(TeamNotifications news, NewsId after) {
        return news.recent(Optional.of(after)).news().stream()
                .map(each ->
                        each.notification().type() + " " + each.notification().subject())
                .toList();
    }

    @Test
    void alertsNobodyAnewWhenEverythingIsMadeAnew() {
        TeamId team = served.team("ann", "pro");
        Client ann = served.as("ann");
        String search = ann.post(searches(team), """
                {"name": "Anew", "text": "anew", "alert": "at-once"}""").is(201).get("id").textValue();
        PublishedTenders.publish(served.hub(), 30, "ocds-anew-1");
        JsonNode before = ann.get(matches(team) + "?search=" + search).is(200);

        served.hub().rebuild().run(true, 100, result -> {});
        served.hub().relay().drain();

        assertThat(before.get("matches")).hasSize(1);
        assertThat(ann.get(matches(team) + "?search=" + search).is(200)).isEqualTo(before);
    }

    @Test
    void makesOneSearchOfARequestThatComesTwice() {
        TeamId team = served.team("ann", "pro");
        Client ann = served.as("ann").with("Idempotency-Key", "a-search-that-is-saved-once");

        JsonNode first = ann.post(searches(team), "{\"name\": \"Once\"}").is(201);

        assertThat(ann.post(searches(team), "{\"name\": \"Once\"}").is(201)).isEqualTo(first);
        assertThat(served.as("ann").get(searches(team)).is(200).get("savedSearches"))
                .hasSize(1);
    }

    @Test
    void refusesWhatCantBeSavedAndWhoMayNot() {
        TeamId team = served.team("ann", "pro");
        served.join(team, "viv", Role.VIEWER);
        served.user("sly");

        served.as("ann")
                .post(searches(team), """
                {"name": "", "alert": "now", "filter": {"highestGrade": 10, "colour": "red"}}""")
                .isProblemAt(400, "name", "alert", "filter.highestGrade", "filter.colour");
        served.as("ann").post(searches(team), """
                {"name": "x", "filter": {"valueFrom": 2, "valueTo": 1, "buyers": ["a\\u0000b"]}}""").isProblemAt(400, "filter.buyers", "filter.valueTo");
        served.as("viv").get(searches(team)).is(200);
        served.as("viv").post(searches(team), "{\"name\": \"x\"}").isProblem(403);
        served.as("sly").get(searches(team)).isProblem(404);
        served.nobody().get(matches(team)).isProblem(401);
        served.as("ann").get(matches(team) + "?search=none").isProblem(404);
        served.as("ann").get(matches(team) + "?cursor=x").isProblemAt(400, "cursor");
    }
}
