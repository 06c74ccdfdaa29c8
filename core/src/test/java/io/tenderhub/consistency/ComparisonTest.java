package io.tenderhub.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.company.ProfileVersion;
import io.tenderhub.team.TeamId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final int PAGE = 10;

    private final TestHub hub = new TestHub();
    private final Counting summaries = new Counting(new DerivedDocuments.OfTenders(hub.stores.summaries()));
    private final List<Difference> differences = new ArrayList<>();

    @BeforeEach
    void fill() {
        hub.publish(40);
        hub.settle();
    }

    private void compare(TenderRange range) {
        new Comparison(hub.stores.tenderCatalog(), hub.stores.pendingEvents(), hub.clock.instant(), PAGE)
                .compare(range, summaries, differences::addAll);
    }

    private TenderRange range(Optional<String> after, int size) {
        return TenderRange.read(hub.stores.tenderCatalog(), after, size, Optional.empty());
    }

    @Test
    void readsAPageOfVersionsOnceWhereEverythingFits() {
        compare(range(Optional.empty(), PAGE));

        assertThat(differences).isEmpty();
        assertThat(summaries.pages).containsExactly(PAGE);
        assertThat(summaries.lookedAt).isEmpty();
    }

    @Test
    void looksAgainOnlyAtWhatDoesNotFit() {
        hub.stores.summaries().deleteAll(List.of(TestHub.ocid(3), TestHub.ocid(35)));

        compare(range(Optional.empty(), PAGE));

        assertThat(differences).extracting(Difference::ocid).containsExactly(TestHub.ocid(3));
        assertThat(summaries.lookedAt).containsExactly(TestHub.ocid(3));
    }

    @Test
    void takesAChangeBetweenItsTwoLooksForNoDifference() {
        TenderRange before = range(Optional.of(TestHub.ocid(9)), PAGE);
        hub.publish(1, 12, 13);
        hub.settle();

        compare(before);

        assertThat(summaries.lookedAt).containsExactlyInAnyOrder(TestHub.ocid(12), TestHub.ocid(13));
        assertThat(differences).isEmpty();
    }

    @Test
    void takesATenderThatCameAfterItsFirstLookForNoOrphan() {
        TenderRange before = range(Optional.of(TestHub.ocid(29)), PAGE + 1);
        hub.publish(0, 40, 41);
        hub.settle();

        compare(before);

        assertThat(summaries.lookedAt).containsExactlyInAnyOrder(TestHub.ocid(40), TestHub.ocid(41));
        assertThat(differences).isEmpty();
    }

    @Test
    void handsOnAnyNumberOfOrphansInPortions() {
        TestHub other = new TestHub();
        other.publish(0, IntStream.range(100, 195).toArray());
        other.drain();
        hub.stores
                .summaries()
                .saveAll(other.stores
                        .summaries()
                        .findAll(IntStream.range(100, 195)
                                .mapToObj(TestHub::ocid)
                                .toList()));
        List<Integer> portions = new ArrayList<>();

        new Comparison(hub.stores.tenderCatalog(), ids -> Set.of(), hub.clock.instant(), PAGE)
                .compare(range(Optional.of(TestHub.ocid(39)), PAGE), summaries, found -> portions.add(found.size()));

        assertThat(portions).allMatch(size -> size <= PAGE);
        assertThat(portions.stream().mapToInt(size -> size).sum()).isEqualTo(95);
    }

    /** Counts what is read. */
    private static final class Counting implements DerivedDocuments {
        final List<Integer> pages = new ArrayList<>();
        final List<String> lookedAt = new ArrayList<>();
        private final DerivedDocuments counted;

        Counting(DerivedDocuments counted) {
            this.counted = counted;
        }

        @Override
        public Optional<TeamId> team() {
            return counted.team();
        }

        @Override
        public Optional<ProfileVersion> profileSeen() {
            return counted.profileSeen();
        }

        @Override
        public Optional<ProfileVersion> profile() {
            return counted.profile();
        }

        @Override
        public List<Made> versions(Optional<String> afterOcid, int limit) {
            List<Made> page = counted.versions(afterOcid, limit);
            pages.add(page.size());
            return page;
        }

        @Override
        public List<Made> versionsOf(Collection<String> ocids) {
            lookedAt.addAll(ocids);
            return counted.versionsOf(ocids);
        }

        @Override
        public int deleteAll(Collection<String> ocids) {
            return counted.deleteAll(ocids);
        }

        @Override
        public FindingKind kind(Standing standing) {
            return counted.kind(standing);
        }
    }
}
