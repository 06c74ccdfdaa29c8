package io.tenderhub.trials;

import io.tenderhub.account.Secret;
import io.tenderhub.account.User;
import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.company.CompanyProfile;
import io.tenderhub.ingestion.FeedInput;
import io.tenderhub.team.Actor;
import io.tenderhub.team.NewTeam;
import io.tenderhub.team.Permission;
import io.tenderhub.team.TeamId;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What there is before a trial begins: a few tenders, and a team with an owner and a key that may do everything.
 *
 * @param session of the owner
 */
record Seeding(String team, String email, String session, String key, List<String> ocids) {
    static final String PASSWORD = "correct horse battery";
    private static final String RELEASE = """
            {"ocid":"%s","id":"%s","date":"2026-02-01T00:00:00Z","tag":["tender"],"language":"en-za",
             "tender":{"id":"1","title":"RFB 1/26","description":"Construction of a school, CIDB grade 5GB or higher",
             "status":"active","province":"Gauteng","mainProcurementCategory":"works",
             "tenderPeriod":{"endDate":"2027-12-01T11:00:00Z"}},"buyer":{"id":"1","name":"Public Works"},
             "awards":[{"id":"a","status":"active","value":{"amount":1250000.50,"currency":"ZAR"}}]}
            """;

    /** One of the tenders has an identifier with slashes, as those of listings have. */
    static Seeding into(TenderHub hub, int tenders) {
        List<String> ocids = IntStream.range(0, tenders)
                .mapToObj(n -> n == 1 ? "etenders-A/1/2" : "ocds-9t57fa-" + (136_656 + n))
                .toList();
        String releases =
                ocids.stream().map(ocid -> RELEASE.formatted(ocid, ocid)).collect(Collectors.joining("\n"));
        hub.ingestion()
                .ingest(
                        List.of(new FeedInput.Stream(
                                "trials", new ByteArrayInputStream(releases.getBytes(StandardCharsets.UTF_8)))),
                        reject -> {
                            throw new IllegalStateException(reject.toString());
                        });
        User owner = hub.accounts().register("owner@example.org", "Owner", new Secret(PASSWORD));
        TeamId team = new TeamId("trials");
        hub.registration()
                .registerAsOperator(
                        new NewTeam("Trials", Optional.of(team), "pro", ZoneId.of("Africa/Johannesburg"), owner.id()));
        hub.profiles()
                .save(
                        team,
                        CompanyProfile.builder()
                                .name("Trials")
                                .services(List.of("construction"))
                                .build());
        Secret key = hub.apiKeys().create(Actor.operator(team), "trials", Set.of(Permission.values()));
        hub.relay().drain();
        return new Seeding(
                team.value(),
                "owner@example.org",
                hub.logins().login("owner@example.org", new Secret(PASSWORD)).reveal(),
                key.reveal(),
                ocids);
    }

    @Override
    public String toString() {
        return "team " + team + " with " + ocids.size() + " tenders";
    }
}
