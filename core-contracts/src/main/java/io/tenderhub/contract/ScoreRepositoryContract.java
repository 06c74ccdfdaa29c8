package io.tenderhub.contract;

import static io.tenderhub.contract.SampleTenders.ocid;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.readiness.ChecklistLine;
import io.tenderhub.readiness.Note;
import io.tenderhub.readiness.Outcome;
import io.tenderhub.readiness.ReadinessScore;
import io.tenderhub.readiness.Recommendation;
import io.tenderhub.readiness.ScorePoints;
import io.tenderhub.readiness.ScoreRepository;
import io.tenderhub.readiness.ScoreRepository.TeamScores;
import io.tenderhub.readiness.ScoreVersion;
import io.tenderhub.readiness.StoredScore;
import io.tenderhub.requirement.Evidence;
import io.tenderhub.team.TeamId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link ScoreRepository} promises. */
public abstract class ScoreRepositoryContract {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00.123456789Z");
    private static final TeamId ACME = new TeamId("acme");
    private static final TeamId OTHER = new TeamId("other");

    protected abstract ScoreRepository scores();

    private TeamScores acme() {
        return scores().forTeam(ACME);
    }

    private static StoredScore score(String ocid, double points, long tenderVersion, long profileVersion, Instant at) {
        return new StoredScore(
                new ReadinessScore(
                        ocid,
                        "T-" + ocid,
                        points,
                        Recommendation.PREPARE_FIRST,
                        "Because.",
                        List.of(
                                new ChecklistLine(
                                        "cidb",
                                        Outcome.PARTLY,
                                        7.5,
                                        25,
                                        "Held: 4GB.",
                                        Optional.of(new Evidence("tender.title", "5GB"))),
                                new ChecklistLine(
                                        "sector", Outcome.NOT_STATED, 12, 25, "Not stated.", Optional.empty())),
                        List.of(new Note("closed", "It is closed.")),
                        List.of(new Note("tax", "Renew the tax PIN \"now\".")),
                        "standard",
                        "1",
                        at),
                tenderVersion,
                profileVersion);
    }

    private static StoredScore score(String ocid, double points) {
        return score(ocid, points, 1, 1, NOW);
    }

    private int save(StoredScore... scores) {
        return acme().saveAll(List.of(scores));
    }

    @Test
    void findsNothingThatWasNotSaved() {
        assertThat(acme().find(ocid(1))).isEmpty();
        assertThat(acme().findAll(List.of(ocid(1)))).isEmpty();
        assertThat(acme().best(5)).isEmpty();
        assertThat(acme().count()).isZero();
    }

    @Test
    void keepsEveryFieldOfAScore() {
        save(score(ocid(1), 62.5, 3, 4, NOW));

        assertThat(acme().find(ocid(1))).contains(score(ocid(1), 62.5, 3, 4, NOW));
        assertThat(acme().best(1)).containsExactly(score(ocid(1), 62.5, 3, 4, NOW));
    }

    @Test
    void savesManyInBulkAndSaysHowManyWereWritten() {
        List<StoredScore> many =
                IntStream.range(0, 1_500).mapToObj(n -> score(ocid(n), n % 101)).toList();

        assertThat(acme().saveAll(many)).isEqualTo(1_500);
        assertThat(acme().saveAll(List.of())).isZero();
        assertThat(acme().count()).isEqualTo(1_500);
    }

    @Test
    void tellsWhatScoresComeTo() {
        save(score(ocid(1), 62.5), score(ocid(2), 100));
        scores().forTeam(OTHER).saveAll(List.of(score(ocid(3), 7)));

        assertThat(acme().points(List.of(ocid(1), ocid(3), ocid(4)))).containsExactly(new ScorePoints(ocid(1), 62.5));
        assertThat(acme().points(List.of())).isEmpty();
    }

    @Test
    void goesThroughScoresByTheirPoints() {
        List<ScorePoints> expected = new ArrayList<>();
        for (int n = 0; n < 23; n++) {
            save(score(ocid(n), n % 5 + 0.25));
            expected.add(new ScorePoints(ocid(n), n % 5 + 0.25));
        }
        scores().forTeam(OTHER).saveAll(List.of(score(ocid(99), 3)));
        expected.sort(ScorePoints.MOST_FIRST);

        List<ScorePoints> walked = new ArrayList<>(acme().ranked(Optional.empty(), 4));
        List<ScorePoints> page = walked;
        while (page.size() == 4) {
            page = acme().ranked(Optional.of(walked.get(walked.size() - 1)), 4);
            walked.addAll(page);
        }

        assertThat(walked).isEqualTo(expected);
        assertThat(acme().ranked(Optional.of(new ScorePoints("", 1)), 1))
                .as("behind a place where there is none")
                .extracting(ScorePoints::points)
                .containsExactly(0.25);
    }

    @Test
    void countsTheTeamsScoresByTheirPoints() {
        save(score(ocid(1), 62.5), score(ocid(2), 100), score(ocid(3), 62.5), score(ocid(4), 0));
        scores().forTeam(OTHER).saveAll(List.of(score(ocid(1), 62.5), score(ocid(5), 7)));

        assertThat(acme().countByPoints())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(new BigDecimal("62.5"), 2L, new BigDecimal("100"), 1L, BigDecimal.ZERO, 1L));
    }

    @Test
    void replacesAScoreOfAnOlderTenderOrProfile() {
        save(score(ocid(1), 10, 1, 1, NOW));

        assertThat(save(score(ocid(1), 20, 2, 1, NOW.minusSeconds(9)))).isEqualTo(1);
        assertThat(save(score(ocid(1), 30, 2, 2, NOW.minusSeconds(9)))).isEqualTo(1);

        assertThat(acme().find(ocid(1))).contains(score(ocid(1), 30, 2, 2, NOW.minusSeconds(9)));
        assertThat(acme().count()).isEqualTo(1);
    }

    @Test
    void keepsAScoreOfANewerTenderOrANewerProfile() {
        save(score(ocid(1), 10, 2, 2, NOW));

        assertThat(save(score(ocid(1), 20, 1, 2, NOW.plusSeconds(9)))).isZero();
        assertThat(save(score(ocid(1), 30, 2, 1, NOW.plusSeconds(9)))).isZero();
        assertThat(save(score(ocid(1), 40, 1, 3, NOW.plusSeconds(9)))).isZero();
        assertThat(save(score(ocid(1), 50, 3, 1, NOW.plusSeconds(9)))).isZero();

        assertThat(acme().find(ocid(1))).contains(score(ocid(1), 10, 2, 2, NOW));
    }

    @Test
    void keepsTheLaterOneOfTwoScoresOfTheSameVersions() {
        save(score(ocid(1), 10, 1, 1, NOW));

        assertThat(save(score(ocid(1), 20, 1, 1, NOW.minusSeconds(1)))).isZero();
        assertThat(save(score(ocid(1), 30, 1, 1, NOW.plusSeconds(1)))).isEqualTo(1);

        assertThat(acme().find(ocid(1))).contains(score(ocid(1), 30, 1, 1, NOW.plusSeconds(1)));
    }

    @Test
    void writesTheOthersOfAListWhenOneOfThemStands() {
        save(score(ocid(2), 10, 5, 1, NOW));

        assertThat(save(score(ocid(1), 1), score(ocid(2), 2), score(ocid(3), 3)))
                .isEqualTo(2);

        assertThat(acme().count()).isEqualTo(3);
    }

    @Test
    void findsTheKnownOnesOfMany() {
        save(score(ocid(1), 1), score(ocid(2), 2), score(ocid(3), 3));

        assertThat(acme().findAll(List.of(ocid(3), ocid(9), ocid(1))))
                .containsExactlyInAnyOrder(score(ocid(1), 1), score(ocid(3), 3));
        assertThat(acme().findAll(List.of())).isEmpty();
    }

    @Test
    void givesTheBestFirstThenTheLatestMadeThenByOcid() {
        save(
                score(ocid(1), 50, 1, 1, NOW),
                score(ocid(4), 100, 1, 1, NOW.minusSeconds(100)),
                score(ocid(3), 50, 1, 1, NOW),
                score(ocid(2), 50, 1, 1, NOW.plusSeconds(1)),
                score(ocid(5), 9.5, 1, 1, NOW),
                score("ocds-Sample-1", 50, 1, 1, NOW));

        assertThat(acme().best(5))
                .extracting(stored -> stored.score().ocid())
                .containsExactly(ocid(4), ocid(2), "ocds-Sample-1", ocid(1), ocid(3));
        assertThat(acme().best(50)).hasSize(6);
    }

    @Test
    void aTeamReachesNothingOfAnother() {
        save(score(ocid(1), 90));
        TeamScores other = scores().forTeam(OTHER);

        assertThat(other.find(ocid(1))).isEmpty();
        assertThat(other.findAll(List.of(ocid(1)))).isEmpty();
        assertThat(other.best(5)).isEmpty();
        assertThat(other.count()).isZero();
        assertThat(other.saveAll(List.of(score(ocid(1), 10)))).isEqualTo(1);

        assertThat(acme().find(ocid(1))).contains(score(ocid(1), 90));
        assertThat(other.find(ocid(1))).contains(score(ocid(1), 10));
    }

    @Test
    void theNewestVersionStandsUnderManyWriters() throws Exception {
        Simultaneously.run(12, writer -> () -> {
            List<Integer> versions =
                    new ArrayList<>(IntStream.rangeClosed(1, 15).boxed().toList());
            Collections.shuffle(versions, new Random(writer));
            for (int version : versions) {
                acme().saveAll(IntStream.range(0, 5)
                        .mapToObj(n -> score(ocid(n), version, version, version, NOW))
                        .toList());
            }
            return true;
        });

        assertThat(acme().count()).isEqualTo(5);
        for (int n = 0; n < 5; n++) {
            assertThat(acme().find(ocid(n))).contains(score(ocid(n), 15, 15, 15, NOW));
        }
    }

    @Test
    void givesTheVersionsOfATeamInTheOrderOfTheOcidsPageByPage() {
        List<String> inOrder = List.of("Ocds-z", "ocds-1", "ocds-10", "ocds-2", "ocds-A/b", "ocds-a b", "ocds-\u00e9");
        for (int n = inOrder.size() - 1; n >= 0; n--) {
            save(score(inOrder.get(n), 50, n + 1, n + 2, NOW));
        }
        for (String neighbour : List.of("acm", "acme-1", "acme1", "acmf")) {
            scores().forTeam(new TeamId(neighbour)).saveAll(List.of(score("ocds-5", 50)));
        }

        assertThat(acme().versions(Optional.empty(), 3))
                .containsExactly(
                        new ScoreVersion("Ocds-z", 1, 2),
                        new ScoreVersion("ocds-1", 2, 3),
                        new ScoreVersion("ocds-10", 3, 4));
        assertThat(acme().versionsOf(List.of("ocds-10", "ocds-unknown")))
                .containsExactly(new ScoreVersion("ocds-10", 3, 4));
        assertThat(acme().versionsOf(List.of())).isEmpty();
        assertThat(acme().versions(Optional.of("ocds-3"), 9))
                .extracting(ScoreVersion::ocid)
                .containsExactly("ocds-A/b", "ocds-a b", "ocds-\u00e9");
        assertThat(acme().versions(Optional.of("ocds-\u00e9"), 9)).isEmpty();
    }

    @Test
    void everyScoreIsOnOnePage() {
        List<StoredScore> many = IntStream.range(0, 1_003)
                .mapToObj(n -> score(ocid(n), 50, n + 1, 3, NOW))
                .toList();
        acme().saveAll(many);

        List<ScoreVersion> walked = new ArrayList<>();
        List<ScoreVersion> page = acme().versions(Optional.empty(), 100);
        while (!page.isEmpty()) {
            walked.addAll(page);
            page = acme().versions(Optional.of(page.get(page.size() - 1).ocid()), 100);
        }

        assertThat(walked)
                .containsExactlyElementsOf(many.stream()
                        .map(stored -> new ScoreVersion(stored.score().ocid(), stored.tenderVersion(), 3))
                        .toList());
    }

    @Test
    void namesTheTeamsThatHaveScores() {
        assertThat(scores().teams()).isEmpty();
        scores().forTeam(OTHER).saveAll(List.of(score(ocid(1), 50), score(ocid(2), 50)));
        save(score(ocid(1), 50));
        assertThat(scores().forTeam(new TeamId("none")).count()).isZero();

        assertThat(scores().teams()).containsExactly(ACME, OTHER);
    }

    @Test
    void deletesTheNamedOnesOfATeamAndSaysHowManyWereThere() {
        save(score(ocid(1), 1), score(ocid(2), 2), score(ocid(3), 3));
        scores().forTeam(OTHER).saveAll(List.of(score(ocid(1), 4)));

        assertThat(acme().deleteAll(List.of(ocid(1), ocid(3), ocid(9)))).isEqualTo(2);
        assertThat(acme().deleteAll(List.of(ocid(1)))).isZero();
        assertThat(acme().deleteAll(List.of())).isZero();

        assertThat(acme().versions(Optional.empty(), 9)).containsExactly(new ScoreVersion(ocid(2), 1, 1));
        assertThat(scores().forTeam(OTHER).count()).isEqualTo(1);
    }

    @Test
    void deletesEverythingOfATeamAndNothingOfAnother() {
        save(score(ocid(1), 1), score(ocid(2), 2));
        TeamId neighbour = new TeamId("acme-1");
        scores().forTeam(neighbour).saveAll(List.of(score(ocid(1), 4)));

        assertThat(acme().deleteEverything()).isEqualTo(2);
        assertThat(acme().deleteEverything()).isZero();

        assertThat(acme().count()).isZero();
        assertThat(scores().teams()).containsExactly(neighbour);
    }
}
