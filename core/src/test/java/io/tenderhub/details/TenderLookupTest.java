package io.tenderhub.details;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.cache.CacheTag;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.memory.InMemoryHub;
import io.tenderhub.readiness.ReadinessScore;
import io.tenderhub.readiness.Recommendation;
import io.tenderhub.readiness.ScoreRepository;
import io.tenderhub.readiness.StoredScore;
import io.tenderhub.team.TeamId;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderToStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TenderLookupTest {
    private static final TeamId ACME = new TeamId("acme");

    private final InMemoryHub hub = new InMemoryHub(Clock.systemUTC());
    private boolean away;
    private final ScoreRepository scores = new ScoreRepository() {
        @Override
        public TeamScores forTeam(TeamId team) {
            return reached().forTeam(team);
        }

        @Override
        public List<TeamId> teams() {
            return reached().teams();
        }

        private ScoreRepository reached() {
            if (away) {
                throw new UnavailableException("MongoDB", "refused", null);
            }
            return hub.scores();
        }
    };
    private final TenderLookup lookup = new TenderLookup(hub.tenderCatalog(), hub.summaries(), scores, hub.cache());

    private void store(String ocid) {
        Tender tender = Tender.builder(ocid, Instant.EPOCH).build();
        hub.unitOfWork()
                .forSystem(transaction -> transaction.tenders().saveAll(List.of(new TenderToStore(tender, Set.of()))));
    }

    private void score(String ocid) {
        hub.scores()
                .forTeam(ACME)
                .saveAll(List.of(new StoredScore(
                        new ReadinessScore(
                                ocid,
                                ocid,
                                50,
                                Recommendation.BID,
                                "",
                                List.of(),
                                List.of(),
                                List.of(),
                                "standard",
                                "1",
                                Instant.EPOCH),
                        1,
                        1)));
    }

    @Test
    void knowsNothingOfAnUnknownTender() {
        assertThat(lookup.find("ocds-1", Optional.empty())).isEmpty();
        assertThatThrownBy(() -> lookup.require("ocds-1")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void showsTheScoreToItsTeamAlone() {
        store("ocds-1");
        score("ocds-1");

        assertThat(lookup.find("ocds-1", Optional.of(ACME)).orElseThrow().score())
                .isPresent();
        assertThat(lookup.find("ocds-1", Optional.empty()).orElseThrow().score())
                .isEmpty();
        assertThat(lookup.find("ocds-1", Optional.of(new TeamId("other")))
                        .orElseThrow()
                        .score())
                .isEmpty();
    }

    @Test
    void keepsAnAnswerUntilTheTenderOrTheTeamChanges() {
        store("ocds-1");
        lookup.find("ocds-1", Optional.of(ACME));
        score("ocds-1");
        assertThat(lookup.find("ocds-1", Optional.of(ACME)).orElseThrow().score())
                .isEmpty();

        hub.cache().invalidate(Set.of(CacheTag.team(ACME)));

        assertThat(lookup.find("ocds-1", Optional.of(ACME)).orElseThrow().score())
                .isPresent();
    }

    @Test
    void saysThatTheDerivedPartsAreAwayAndDoesNotKeepThatAnswer() {
        store("ocds-1");
        score("ocds-1");
        away = true;

        TenderDetails incomplete = lookup.find("ocds-1", Optional.of(ACME)).orElseThrow();
        assertThat(incomplete.complete()).isFalse();
        assertThat(incomplete.stored().tender().ocid()).isEqualTo("ocds-1");
        away = false;

        TenderDetails complete = lookup.find("ocds-1", Optional.of(ACME)).orElseThrow();
        assertThat(complete.complete()).isTrue();
        assertThat(complete.score()).isPresent();
    }
}
