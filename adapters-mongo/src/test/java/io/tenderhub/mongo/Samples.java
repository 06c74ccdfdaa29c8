package io.tenderhub.mongo;

import io.tenderhub.readiness.ChecklistLine;
import io.tenderhub.readiness.Note;
import io.tenderhub.readiness.Outcome;
import io.tenderhub.readiness.ReadinessScore;
import io.tenderhub.readiness.Recommendation;
import io.tenderhub.readiness.StoredScore;
import io.tenderhub.requirement.Evidence;
import io.tenderhub.summary.Digest;
import io.tenderhub.summary.Facts;
import io.tenderhub.summary.StoredSummary;
import io.tenderhub.summary.TenderSummary;
import io.tenderhub.team.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class Samples {
    static final TeamId ACME = new TeamId("acme");
    static final TeamId BUILDERS = new TeamId("builders");
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123456789Z");

    private Samples() {}

    static StoredScore score(String ocid, double points, long tenderVersion, long profileVersion, Instant at) {
        return new StoredScore(
                new ReadinessScore(
                        ocid,
                        "RFQ 12/2026",
                        points,
                        Recommendation.BID_WITH_PARTNER,
                        "One grade short.",
                        List.of(
                                new ChecklistLine(
                                        "cidb",
                                        Outcome.NOT_MET,
                                        0,
                                        25,
                                        "5GB is asked for.",
                                        Optional.of(
                                                new Evidence("tender.title", "CIDB 5GB \u2013 \u201chigher\u201d"))),
                                new ChecklistLine(
                                        "coverage", Outcome.MET, points, 75, "In Gauteng.", Optional.empty())),
                        List.of(new Note("cidb-grade-too-low", "The grade is too low.")),
                        List.of(),
                        "south-africa",
                        "1",
                        at),
                tenderVersion,
                profileVersion);
    }

    static StoredSummary summary(String ocid, String text, long tenderVersion, Instant at) {
        return new StoredSummary(
                ocid,
                tenderVersion,
                new TenderSummary(
                        new Digest(text, List.of("one", "two"), "extractive-1"),
                        new Facts(
                                Optional.of("21 November 2026"),
                                Optional.empty(),
                                Optional.of("5GB"),
                                Optional.empty(),
                                Optional.of("Gauteng"),
                                Optional.empty())),
                at);
    }
}
