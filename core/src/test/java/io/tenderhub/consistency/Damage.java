package io.tenderhub.consistency;

import io.tenderhub.readiness.ReadinessScore;
import io.tenderhub.readiness.ScoreRepository.TeamScores;
import io.tenderhub.readiness.StoredScore;
import io.tenderhub.summary.StoredSummary;
import io.tenderhub.summary.SummaryRepository;
import io.tenderhub.team.TeamId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Spoils derived documents at random and remembers what a check must find. */
final class Damage {
    /** What a finding is about, without its words. */
    record Expected(FindingKind kind, String subject, Optional<TeamId> team) {
        static Expected of(Finding finding) {
            return new Expected(finding.kind(), finding.subject(), finding.team());
        }
    }

    private final TestHub hub;
    private final Random random;
    private final Set<Expected> expected = new HashSet<>();

    Damage(TestHub hub, Random random) {
        this.hub = hub;
        this.random = random;
    }

    Set<Expected> expected() {
        return Set.copyOf(expected);
    }

    /** Of the first tenders, one document in so many is spoilt; there must be one tender more. */
    void spoil(int tenders, int oneIn, List<TeamId> teams) {
        for (int number = 0; number < tenders; number++) {
            String ocid = TestHub.ocid(number);
            if (random.nextInt(oneIn) == 0) {
                spoilSummary(ocid);
            }
            for (TeamId team : teams) {
                if (random.nextInt(oneIn) == 0) {
                    spoilScore(team, ocid);
                }
            }
        }
        TeamId gone = new TeamId("gone");
        copyScore(teams.get(0), gone, TestHub.ocid(tenders), "ocds-x");
        expect(FindingKind.TEAM_GONE, "gone", Optional.of(gone));
    }

    private void spoilSummary(String ocid) {
        SummaryRepository summaries = hub.stores.summaries();
        StoredSummary known = summaries.find(ocid).orElseThrow();
        switch (random.nextInt(4)) {
            case 0 -> {
                summaries.deleteAll(List.of(ocid));
                expect(FindingKind.SUMMARY_MISSING, ocid, Optional.empty());
            }
            case 1 -> {
                replace(known, known.tenderVersion() - 1);
                expect(FindingKind.SUMMARY_OLD, ocid, Optional.empty());
            }
            case 2 -> {
                replace(known, known.tenderVersion() + 1 + random.nextInt(3));
                expect(FindingKind.SUMMARY_NEWER, ocid, Optional.empty());
            }
            default -> {
                String stray = stray(ocid);
                summaries.saveAll(List.of(new StoredSummary(stray, 3, known.summary(), known.generatedAt())));
                expect(FindingKind.SUMMARY_ORPHAN, stray, Optional.empty());
            }
        }
    }

    private void replace(StoredSummary known, long version) {
        hub.stores.summaries().deleteAll(List.of(known.ocid()));
        hub.stores
                .summaries()
                .saveAll(List.of(new StoredSummary(known.ocid(), version, known.summary(), known.generatedAt())));
    }

    private void spoilScore(TeamId team, String ocid) {
        TeamScores scores = hub.stores.scores().forTeam(team);
        StoredScore known = scores.find(ocid).orElseThrow();
        switch (random.nextInt(6)) {
            case 0 -> {
                scores.deleteAll(List.of(ocid));
                expect(FindingKind.SCORE_MISSING, ocid, Optional.of(team));
            }
            case 1 -> replace(team, known, -1, 0, FindingKind.SCORE_OLD);
            case 2 -> replace(team, known, 0, -1, FindingKind.SCORE_OLD);
            case 3 -> replace(team, known, 2, -1, FindingKind.SCORE_NEWER);
            case 4 -> replace(team, known, -1, 1, FindingKind.SCORE_NEWER);
            default -> {
                copyScore(team, team, ocid, stray(ocid));
                expect(FindingKind.SCORE_ORPHAN, stray(ocid), Optional.of(team));
            }
        }
    }

    private void replace(TeamId team, StoredScore known, long tender, long profile, FindingKind kind) {
        TeamScores scores = hub.stores.scores().forTeam(team);
        scores.deleteAll(List.of(known.score().ocid()));
        scores.saveAll(List.of(
                new StoredScore(known.score(), known.tenderVersion() + tender, known.profileVersion() + profile)));
        expect(kind, known.score().ocid(), Optional.of(team));
    }

    private void copyScore(TeamId from, TeamId to, String ocid, String asOcid) {
        hub.stores.scores().forTeam(from).find(ocid).ifPresent(stored -> {
            ReadinessScore score = stored.score();
            ReadinessScore copy = new ReadinessScore(
                    asOcid,
                    score.tenderId(),
                    score.points(),
                    score.recommendation(),
                    score.recommendationReason(),
                    score.checklist(),
                    score.blockers(),
                    score.fixable(),
                    score.policy(),
                    score.policyVersion(),
                    score.generatedAt());
            hub.stores
                    .scores()
                    .forTeam(to)
                    .saveAll(List.of(new StoredScore(copy, stored.tenderVersion(), stored.profileVersion())));
        });
    }

    /** Before, among or behind the tenders there are. */
    private static String stray(String ocid) {
        return switch (ocid.charAt(ocid.length() - 1) % 3) {
            case 0 -> "a-" + ocid;
            case 1 -> ocid + "-\uFB01\uD834\uDD1E";
            default -> "z-" + ocid;
        };
    }

    private void expect(FindingKind kind, String subject, Optional<TeamId> team) {
        expected.add(new Expected(kind, subject, team));
    }
}
