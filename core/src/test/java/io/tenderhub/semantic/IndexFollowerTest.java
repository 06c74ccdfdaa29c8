package io.tenderhub.semantic;

import static io.tenderhub.semantic.Stand.tender;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderBuilder;
import io.tenderhub.tender.TenderFilter;
import io.tenderhub.tender.TenderQuery;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IndexFollowerTest {
    private final Stand stand = new Stand();

    @Test
    void anEmptyIndexIsFilledAndCompleteThen() {
        stand.store(
                tender("a", "Ablution block").build(), tender("b", "Asphalt").build());
        assertThat(stand.index.progress().isComplete()).isFalse();

        assertThat(stand.follow()).isEqualTo(new Followed(2, 0));

        assertThat(stand.index.progress().isComplete()).isTrue();
        assertThat(stand.index.versions(Optional.empty(), 10))
                .extracting(IndexedVersion::ocid)
                .containsExactly("a", "b");
    }

    @Test
    void theIndexOfAHubWithoutTendersIsComplete() {
        stand.follow();

        assertThat(stand.index.progress().isComplete()).isTrue();
    }

    @Test
    void onlyWhatChangedIsLookedAtAgain() {
        stand.store(
                tender("a", "Ablution block").build(), tender("b", "Asphalt").build());
        stand.follow();
        stand.clock.advance(Duration.ofHours(1));
        stand.store(changed("b", "Paving").build(), tender("c", "Toilets").build());
        stand.embedder.embedded.clear();

        assertThat(stand.follow()).isEqualTo(new Followed(2, 0));
        assertThat(stand.embedder.embedded).containsExactlyInAnyOrder("Paving", "Toilets");
        assertThat(stand.follow()).isEqualTo(Followed.NOTHING);
    }

    @Test
    void aTenderWhoseTextStaysIsFilteredByWhatChangedWithoutBeingEmbedded() {
        stand.store(tender("a", "Ablution block").province("Limpopo").build());
        stand.follow();
        stand.store(changed("a", "Ablution block").province("Gauteng").build());
        stand.embedder.embedded.clear();

        stand.follow();

        assertThat(stand.embedder.embedded).isEmpty();
        Embedding toilets = stand.embedder.embed(List.of("toilets")).get(0);
        assertThat(stand.index.nearest(toilets, provinces("gauteng"), 5)).hasSize(1);
        assertThat(stand.index.nearest(toilets, provinces("limpopo"), 5)).isEmpty();
    }

    @Test
    void whatTheTruthHoldsNoMoreIsTakenOutByTheNextWalk() {
        stand.store(tender("a", "Ablution block").build());
        stand.follow();
        stand.index.put(List.of(stand.ghost("0", "gone"), stand.ghost("ab", "gone"), stand.ghost("z", "gone")));

        assertThat(stand.follow()).isEqualTo(Followed.NOTHING);
        stand.clock.advance(IndexFollower.WALK_EVERY);
        assertThat(stand.follow()).isEqualTo(new Followed(0, 3));

        assertThat(stand.index.versions(Optional.empty(), 10))
                .extracting(IndexedVersion::ocid)
                .containsExactly("a");
    }

    @Test
    void anIndexThatIsAheadOfATruthThatWasRestoredGoesBackWithIt() {
        stand.store(tender("a", "Ablution block").build());
        stand.index.put(List.of(new IndexedTender(
                "a",
                7,
                "d",
                stand.embedder.embed(List.of("later")),
                stand.ghost("a", "x").traits())));

        stand.follow();

        assertThat(stand.index.versionsOf(List.of("a")))
                .extracting(IndexedVersion::version)
                .containsExactly(1L);
    }

    @Test
    void whereItWasStoppedItGoesOn() {
        stand.store(IntStream.range(0, 300)
                .mapToObj(i -> tender("t" + i, "Tender " + i).build())
                .toArray(Tender[]::new));
        AtomicInteger steps = new AtomicInteger();

        Followed first = stand.follower().catchUp(() -> steps.get() >= 2, soFar -> steps.incrementAndGet());
        assertThat(first.put()).isBetween(1L, 299L);
        assertThat(stand.index.progress().isComplete()).isFalse();
        Followed second = stand.follow();

        assertThat(first.put() + second.put()).isEqualTo(300);
        assertThat(stand.index.progress().isComplete()).isTrue();
        assertThat(stand.index.size()).isEqualTo(300);
    }

    /** The clock moves on while a long first filling goes on, and tenders change behind its back. */
    @Test
    void whatChangesWhileALongWalkIsUnderWayIsNotMissed() {
        stand.store(IntStream.range(0, 200)
                .mapToObj(i -> tender("t" + (100 + i), "Tender " + i).build())
                .toArray(Tender[]::new));
        AtomicInteger steps = new AtomicInteger();
        stand.follower().catchUp(() -> false, soFar -> {
            if (steps.incrementAndGet() == 2) {
                stand.store(changed("t100", "Paving").build());
            }
            stand.clock.advance(Duration.ofHours(1));
        });

        assertThat(stand.index.versionsOf(List.of("t100")))
                .extracting(IndexedVersion::version)
                .containsExactly(2L);
        assertThat(stand.index.progress().isComplete()).isTrue();
    }

    private static TenderBuilder changed(String ocid, String title) {
        return Tender.builder(ocid, Stand.PUBLISHED.plusSeconds(60)).title(title);
    }

    private static TenderFilter provinces(String province) {
        return TenderQuery.builder().provinces(Set.of(province)).build().filter();
    }
}
