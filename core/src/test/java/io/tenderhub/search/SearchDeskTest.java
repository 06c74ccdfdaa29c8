package io.tenderhub.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.account.TestClock;
import io.tenderhub.account.TokenMint;
import io.tenderhub.cache.EmergencyCopies;
import io.tenderhub.duplicate.Duplicates;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.memory.InMemoryHub;
import io.tenderhub.team.TeamId;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderQuery;
import io.tenderhub.tender.TenderSort;
import io.tenderhub.tender.TenderToStore;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SearchDeskTest {
    private static final TeamId ACME = new TeamId("acme");
    private static final TeamId OTHER = new TeamId("other");

    private final TestClock clock = new TestClock();
    private final InMemoryHub hub = new InMemoryHub(clock);
    private final EmergencyCopies copies = new EmergencyCopies(hub.cache(), clock);
    private final SearchDesk desk = new SearchDesk(
            new TenderSearch(
                    hub.tenderCatalog(),
                    hub.facetCatalog(),
                    hub.vocabulary(),
                    Optional.empty(),
                    new Duplicates(hub.tenderCatalog(), hub.fingerprints()),
                    hub.cache()),
            new ReadinessRanking(hub.tenderMatches(), hub.tenderCatalog(), hub.scores()),
            hub.searchLog(),
            new TokenMint(new SecureRandom()),
            clock);

    @BeforeEach
    void hasTenders() {
        for (String ocid : List.of("ocds-1", "ocds-2")) {
            Tender tender =
                    Tender.builder(ocid, Instant.EPOCH).title("Water pipes").build();
            hub.unitOfWork()
                    .forSystem(
                            transaction -> transaction.tenders().saveAll(List.of(new TenderToStore(tender, Set.of()))));
        }
    }

    private static TenderQuery query(String text) {
        return TenderQuery.builder().text(text).limit(1).build();
    }

    @Test
    void logsWhatWasAskedAndHowItWasAnswered() {
        SearchId first = desk.answer(ACME, "user:jo", query(" PIPES  water "), false)
                .id()
                .orElseThrow();
        SearchId second =
                desk.answer(ACME, "user:mo", query("water pipes"), true).id().orElseThrow();

        LoggedSearch logged = hub.searchLog().forTeam(ACME).find(first).orElseThrow();
        assertThat(logged.text()).contains("pipes water");
        assertThat(logged.searcher()).contains("user:jo");
        assertThat(logged.hits()).isEqualTo(1);
        assertThat(logged.more()).isTrue();
        assertThat(logged.firstPage()).isTrue();
        assertThat(logged.cached()).isFalse();
        assertThat(logged.at()).isEqualTo(clock.instant());
        LoggedSearch again = hub.searchLog().forTeam(ACME).find(second).orElseThrow();
        assertThat(again.cached()).isTrue();
        assertThat(hub.searchLog().forEverybody().latest(5)).isEmpty();
    }

    @Test
    void logsNobodysSearchesApartAndNoneThatFails() {
        SearchAnswer answer = desk.answer(query("water"), true, copies).value();

        assertThat(answer.facets().orElseThrow().tenders()).isEqualTo(2);
        assertThat(hub.searchLog().forEverybody().latest(5))
                .extracting(LoggedSearch::id)
                .containsExactly(answer.id().orElseThrow());
        TenderQuery forged =
                TenderQuery.builder().text("water").cursor("made up").build();
        assertThatThrownBy(() -> desk.answer(forged, false, copies)).isInstanceOf(InvalidInputException.class);
        TenderQuery ofTeams = TenderQuery.builder().sort(TenderSort.READINESS).build();
        assertThatThrownBy(() -> desk.answer(ofTeams, false, copies)).isInstanceOf(InvalidInputException.class);
        assertThat(hub.searchLog().forEverybody().latest(5)).hasSize(1);
    }

    @Test
    void notesClicksOfWhoeverSearchedAlone() {
        SearchId ours = desk.answer(ACME, "user:jo", query("water"), false).id().orElseThrow();

        desk.clicked(Optional.of(ACME), ours, "ocds-1", 1);

        assertThat(hub.searchLog().forTeam(ACME).find(ours).orElseThrow().clicks())
                .containsExactly(new SearchClick("ocds-1", 1, clock.instant()));
        assertThatThrownBy(() -> desk.clicked(Optional.of(OTHER), ours, "ocds-1", 1))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> desk.clicked(Optional.empty(), ours, "ocds-1", 1))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> desk.clicked(Optional.of(ACME), ours, " ", 0))
                .hasMessageContaining("ocid")
                .hasMessageContaining("position");
    }
}
