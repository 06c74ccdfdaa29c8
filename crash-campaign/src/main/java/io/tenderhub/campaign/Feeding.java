package io.tenderhub.campaign;

import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.cidb.CidbClass;
import io.tenderhub.cidb.CidbGrade;
import io.tenderhub.cidb.CidbGrading;
import io.tenderhub.company.CompanyProfile;
import io.tenderhub.company.Coverage;
import io.tenderhub.ingestion.FeedInput;
import io.tenderhub.ingestion.IngestionResult;
import io.tenderhub.team.TeamId;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Changes the truth, as an ingestion and a user would. */
final class Feeding {
    static final TeamId TEAM = new TeamId("acme");

    private final TenderHub hub;
    private final Tally tally;

    Feeding(TenderHub hub, Tally tally) {
        this.hub = hub;
        this.tally = tally;
    }

    /** Stores newer releases of different tenders, and a late one besides. */
    void feed(List<Release> newer, List<Release> outdated) {
        List<Release> all = new ArrayList<>(newer);
        Set<String> ocids = newer.stream().map(Release::ocid).collect(Collectors.toSet());
        // Of the same tender it would be merged into the newer one before it is stored.
        outdated.stream().filter(late -> !ocids.contains(late.ocid())).forEach(all::add);
        String lines = all.stream().map(Release::json).collect(Collectors.joining("\n", "", "\n"));
        IngestionResult result = hub.ingestion()
                .ingest(
                        List.of(new FeedInput.Stream(
                                "changes", new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)))),
                        reject -> {
                            throw new IllegalStateException("a release was refused: " + reject.reason());
                        });
        long stored = result.created() + result.updated();
        if (stored != newer.size()) {
            throw new IllegalStateException("the truth took " + stored + " of " + newer.size() + " changes: " + result);
        }
        tally.changes.addAndGet(stored);
        tally.outdatedReleases.addAndGet(all.size() - newer.size());
    }

    /** Saves the team's profile; each number makes another one. */
    void profile(int number) {
        hub.profiles()
                .save(
                        TEAM,
                        CompanyProfile.builder()
                                .name("Example Builders")
                                .sectors(List.of("construction"))
                                .services(List.of("building construction"))
                                .cidb(List.of(new CidbGrading(new CidbGrade(CidbClass.GB, 5), false)))
                                .coverage(new Coverage(false, Set.of("Gauteng")))
                                .yearsOfExperience(1 + number)
                                .build());
        tally.profileChanges.incrementAndGet();
    }
}
