package io.tenderhub.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tenderhub.event.DomainEvent;
import io.tenderhub.event.EventType;
import io.tenderhub.event.RaisedEvent;
import io.tenderhub.memory.InMemoryHub;
import io.tenderhub.tender.Organisation;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderToStore;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DuplicatesTest {
    private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
    private static final String ROOF =
            "Appointment of a contractor for the repair of the roof of Zondo clinic, RFQ 17/2025";
    private final InMemoryHub hub = new InMemoryHub(Clock.systemUTC());
    private final Duplicates duplicates = new Duplicates(hub.tenderCatalog(), hub.fingerprints());
    private final FingerprintTender handler = new FingerprintTender(hub.tenderCatalog(), hub.fingerprints());

    @Test
    void aTenderAdvertisedAgainIsKnownByItsBuyerAndItsWords() {
        store(1, "Nkomazi", ROOF);
        store(2, "NKOMAZI ", "RE-ADVERTISEMENT: " + ROOF.replace("17/2025", "3/2026"));
        store(3, "Umjindi", ROOF);
        store(4, "Nkomazi", "Appointment of a contractor for the painting of the walls of Zondo school");

        assertThat(found(1)).containsExactly("ocds-2");
        assertThat(found(2)).containsExactly("ocds-1");
        assertThat(found(3)).isEmpty();
        assertThat(found(4)).isEmpty();
        assertThat(duplicates.of("ocds-unknown")).isEmpty();
    }

    @Test
    void theLatestStandsFirst() {
        IntStream.of(2, 5, 1, 4, 3).forEach(day -> store(day, "Nkomazi", ROOF));

        assertThat(found(3)).containsExactly("ocds-5", "ocds-4", "ocds-2", "ocds-1");
    }

    @Test
    void whatSaysNextToNothingIsLikeNothing() {
        store(1, "Nkomazi", "RFQ 1/2026");
        store(2, "Nkomazi", "RFQ 2/2026");

        assertThat(found(1)).isEmpty();
        assertThat(hub.fingerprints().findAll(List.of("ocds-1", "ocds-2"))).isEmpty();
    }

    @Test
    void aTenderThatChangedIsKnownByItsNewWordsAlone() {
        store(1, "Nkomazi", ROOF);
        store(2, "Nkomazi", ROOF);
        change(2, "Nkomazi", "Supply and delivery of laboratory equipment to the university hospital");

        assertThat(found(1)).isEmpty();

        change(2, "Nkomazi", "-");
        assertThat(hub.fingerprints().findAll(List.of("ocds-2"))).isEmpty();
    }

    @Test
    void groupsThoseOfAListBehindTheFirst() {
        store(1, "Nkomazi", ROOF);
        store(2, "Nkomazi", "Supply and delivery of laboratory equipment to the university hospital");
        store(3, "Nkomazi", ROOF);
        store(4, "Nkomazi", ROOF);

        assertThat(duplicates.groups(List.of("ocds-3", "ocds-2", "ocds-1", "ocds-unknown", "ocds-4")))
                .isEqualTo(Map.of("ocds-3", List.of("ocds-1", "ocds-4")));
    }

    /** Held against the pairs of words counted one by one. */
    @Test
    void theLikenessIsThatOfThePairsOfWords() {
        Random random = new Random(6);
        double deviation = 0;
        int rounds = 400;
        for (int round = 0; round < rounds; round++) {
            List<String> words =
                    random.ints(60, 0, 5_000).mapToObj(DuplicatesTest::word).toList();
            int changed = random.nextInt(30);
            List<String> others = IntStream.range(0, words.size())
                    .mapToObj(i -> i < changed ? word(random.nextInt(5_000)) : words.get(i))
                    .toList();

            double likeness = taken(String.join(" ", words)).likeness(taken(String.join(" ", others)));

            double counted = jaccard(words, others);
            deviation += Math.abs(likeness - counted);
            assertThat(likeness).isCloseTo(counted, within(0.25));
        }
        assertThat(deviation / rounds).isLessThan(0.06);
    }

    @Test
    void whatIsNearlyTheSameSharesABand() {
        Random random = new Random(7);
        int missed = 0;
        for (int round = 0; round < 500; round++) {
            List<String> words =
                    random.ints(50, 0, 5_000).mapToObj(DuplicatesTest::word).toList();
            List<String> others = IntStream.range(0, words.size())
                    .mapToObj(i -> i < 5 ? word(random.nextInt(5_000)) : words.get(i))
                    .toList();
            Set<Long> bands = new HashSet<>(taken(String.join(" ", words)).bands());
            bands.retainAll(taken(String.join(" ", others)).bands());
            missed += bands.isEmpty() ? 1 : 0;
        }
        assertThat(missed).isLessThan(3);
    }

    /** Without digits, as numbers count for nothing. */
    private static String word(int number) {
        return "w"
                + Integer.toString(number, 10)
                        .chars()
                        .mapToObj(digit -> "" + (char) ('a' + digit - '0'))
                        .collect(Collectors.joining());
    }

    private static double jaccard(List<String> one, List<String> other) {
        Set<String> pairs = pairs(one);
        Set<String> common = new HashSet<>(pairs);
        common.retainAll(pairs(other));
        pairs.addAll(pairs(other));
        return (double) common.size() / pairs.size();
    }

    private static Set<String> pairs(List<String> words) {
        return IntStream.range(1, words.size())
                .mapToObj(i -> words.get(i - 1) + "+" + words.get(i))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Fingerprint taken(String words) {
        return Fingerprint.of(Tender.builder("ocds-1", MONDAY).title(words).build())
                .orElseThrow();
    }

    private List<String> found(int number) {
        return duplicates.of("ocds-" + number).orElseThrow().stream()
                .map(duplicate -> duplicate.stored().tender().ocid())
                .toList();
    }

    private void store(int number, String buyer, String words) {
        save(number, number, buyer, words);
    }

    private void change(int number, String buyer, String words) {
        save(number, number + 100, buyer, words);
    }

    private void save(int number, int day, String buyer, String words) {
        Tender tender = Tender.builder("ocds-" + number, MONDAY.plusSeconds(86_400L * day))
                .buyer(new Organisation(Optional.empty(), buyer))
                .title(words)
                .build();
        hub.unitOfWork()
                .forSystem(transaction -> transaction.tenders().saveAll(List.of(new TenderToStore(tender, Set.of()))));
        handler.handle(List.of(new RaisedEvent(
                1, new DomainEvent(EventType.TENDER_UPDATED, tender.ocid(), Optional.empty(), Map.of()), MONDAY)));
    }
}
