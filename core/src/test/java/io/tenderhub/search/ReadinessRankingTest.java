package io.tenderhub.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.memory.InMemoryHub;
import io.tenderhub.readiness.ReadinessScore;
import io.tenderhub.readiness.Recommendation;
import io.tenderhub.readiness.StoredScore;
import io.tenderhub.team.TeamId;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderHit;
import io.tenderhub.tender.TenderPage;
import io.tenderhub.tender.TenderQuery;
import io.tenderhub.tender.TenderToStore;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadinessRankingTest {
    private static final TeamId ACME = new TeamId("acme");

    private final InMemoryHub hub = new InMemoryHub(Clock.systemUTC());
    private final ReadinessRanking ranking =
            new ReadinessRanking(hub.tenderMatches(), hub.tenderCatalog(), hub.scores());
    private long version = 1;

    private static String ocid(int number) {
        return String.format("ocds-%05d", number);
    }

    /** Every other one in Gauteng. */
    private void store(int number) {
        List<TenderToStore> tenders = IntStream.range(0, number)
                .mapToObj(n -> new TenderToStore(
                        Tender.builder(ocid(n), Instant.EPOCH)
                                .title("Water pipes")
                                .province(n % 2 == 0 ? "Gauteng" : "Limpopo")
                                .build(),
                        Set.of()))
                .toList();
        hub.unitOfWork().forSystem(transaction -> transaction.tenders().saveAll(tenders));
    }

    private void score(int tender, double points) {
        ReadinessScore score = new ReadinessScore(
                ocid(tender),
                ocid(tender),
                points,
                Recommendation.BID,
                "",
                List.of(),
                List.of(),
                List.of(),
                "standard",
                "1",
                Instant.EPOCH);
        hub.scores().forTeam(ACME).saveAll(List.of(new StoredScore(score, version++, 1)));
    }

    private TenderPage page(Set<String> provinces, int limit, Optional<String> cursor) {
        return ranking.search(
                ACME,
                CanonicalQuery.of(TenderQuery.builder()
                        .provinces(provinces)
                        .limit(limit)
                        .cursor(cursor.orElse(null))
                        .build()));
    }

    private List<String> all(Set<String> provinces, int limit) {
        List<String> all = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            TenderPage page = page(provinces, limit, cursor);
            page.hits().stream().map(TenderHit::ocid).forEach(all::add);
            cursor = page.nextCursor();
        } while (cursor.isPresent());
        return all;
    }

    @Test
    void showsMostPointsFirstThenByOcidThenThoseWithoutAScore() {
        store(8);
        score(4, 50);
        score(2, 50);
        score(6, 90.5);
        score(1, 100);

        List<String> inGauteng = List.of(ocid(6), ocid(2), ocid(4), ocid(0));
        for (int limit = 1; limit <= 5; limit++) {
            assertThat(all(Set.of("Gauteng"), limit)).as("by %s", limit).isEqualTo(inGauteng);
        }
        assertThat(all(Set.of(), 3))
                .containsExactly(ocid(1), ocid(6), ocid(2), ocid(4), ocid(0), ocid(3), ocid(5), ocid(7));
        assertThat(page(Set.of("Nowhere"), 3, Optional.empty())).isEqualTo(new TenderPage(List.of(), Optional.empty()));
    }

    @Test
    void showsTheSameOrderWhereManyAreFound() {
        int number = ReadinessRanking.FEW + 900;
        store(number);
        for (int n = 0; n < number; n += 3) {
            score(n, n % 7);
        }
        List<String> expected = IntStream.range(0, number)
                .boxed()
                .sorted((a, b) -> {
                    double one = a % 3 == 0 ? a % 7 : -1;
                    double other = b % 3 == 0 ? b % 7 : -1;
                    return one == other ? a - b : Double.compare(other, one);
                })
                .map(ReadinessRankingTest::ocid)
                .toList();

        assertThat(all(Set.of(), 100)).isEqualTo(expected);
    }

    @Test
    void neitherRepeatsNorMissesWhatIsNotScoredAnewMeanwhile() {
        store(60);
        for (int n = 0; n < 40; n++) {
            score(n, n % 10);
        }
        List<String> untouched = new ArrayList<>(all(Set.of(), 100));
        List<String> paged = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        int pages = 0;
        do {
            TenderPage page = page(Set.of(), 7, cursor);
            page.hits().stream().map(TenderHit::ocid).forEach(paged::add);
            cursor = page.nextCursor();
            // Between two pages the last one seen, and one without a score, are scored anew.
            String last = paged.get(paged.size() - 1);
            score(Integer.parseInt(last.substring(5)), pages % 2 == 0 ? 100 : 0);
            score(59 - pages, 5);
            untouched.removeAll(List.of(last, ocid(59 - pages)));
            pages++;
        } while (cursor.isPresent());

        assertThat(paged.stream().filter(untouched::contains)).containsExactlyElementsOf(untouched);
    }

    @Test
    void refusesCursorsOfOtherQueries() {
        store(3);
        Optional<String> cursor = page(Set.of(), 1, Optional.empty()).nextCursor();

        assertThat(page(Set.of(), 2, cursor).hits()).hasSize(2);
        assertThatThrownBy(() -> page(Set.of("Gauteng"), 1, cursor)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> page(Set.of(), 1, Optional.of("made up"))).isInstanceOf(InvalidInputException.class);
    }
}
