package io.tenderhub.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.memory.InMemoryHub;
import io.tenderhub.tender.Award;
import io.tenderhub.tender.Money;
import io.tenderhub.tender.Organisation;
import io.tenderhub.tender.Period;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderBuilder;
import io.tenderhub.tender.TenderDocument;
import io.tenderhub.tender.TenderToStore;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TenderHistoryTest {
    private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
    private final InMemoryHub hub = new InMemoryHub(Clock.systemUTC());
    private final TenderHistory history = new TenderHistory(hub.tenderCatalog(), hub.tenderArchive());

    @Test
    void tellsWhatChangedFromVersionToVersionLatestFirst() {
        store(day(0).title("School toilets").tenderPeriod(closing("2026-02-01T10:00:00Z")));
        store(day(1).title("School toilets").tenderPeriod(closing("2026-02-15T10:00:00Z")));
        store(day(2).title("School toilets").description("Ten of them").tenderPeriod(closing("2026-02-15T10:00:00Z")));

        List<Revision> revisions = history.find("ocds-1", Optional.empty(), 10).orElseThrow();

        assertThat(revisions).extracting(Revision::version).containsExactly(3L, 2L, 1L);
        assertThat(revisions).extracting(Revision::earliest).containsExactly(false, false, true);
        assertThat(revisions.get(0).changes())
                .containsExactly(
                        change("date", "2026-01-06T08:00:00Z", "2026-01-07T08:00:00Z"),
                        change("tender.description", null, "Ten of them"));
        assertThat(revisions.get(1).changes())
                .containsExactly(
                        change("date", "2026-01-05T08:00:00Z", "2026-01-06T08:00:00Z"),
                        change("tender.tenderPeriod.endDate", "2026-02-01T10:00:00Z", "2026-02-15T10:00:00Z"));
        assertThat(revisions.get(2).changes()).isEmpty();
    }

    @Test
    void namesMembersOfListsByTheirIdsWhereverTheyStand() {
        Tender before = day(0).documents(List.of(document("a", "Terms"), document("b", "Drawings"), nameless("Map")))
                .build();
        Tender after = day(0).documents(
                        List.of(nameless("Plan"), document("b", "Drawings, corrected"), document("a", "Terms")))
                .build();

        assertThat(TenderFields.changes(before, after))
                .containsExactlyInAnyOrder(
                        change("tender.documents[b].title", "Drawings", "Drawings, corrected"),
                        change("tender.documents[#1].title", null, "Plan"),
                        change("tender.documents[#3].title", "Map", null));
    }

    @Test
    void tellsOfAwardsToTheCent() {
        Tender before = day(0).awards(List.of(award("100.00"))).build();

        assertThat(TenderFields.changes(
                        before, day(0).awards(List.of(award("100"))).build()))
                .isEmpty();
        assertThat(TenderFields.changes(
                        before, day(0).awards(List.of(award("100.01"))).build()))
                .containsExactly(change("awards[1].value.amount", "100", "100.01"));
        assertThat(TenderFields.changes(before, day(0).build()))
                .extracting(FieldChange::path)
                .containsExactly(
                        "awards[1].status",
                        "awards[1].value.amount",
                        "awards[1].value.currency",
                        "awards[1].suppliers[Builders].name");
    }

    @Test
    void pagesLeadToTheEarliestVersionWithoutAGap() {
        for (int i = 0; i < 7; i++) {
            store(day(i).title("Title " + i));
        }

        List<Revision> first = history.find("ocds-1", Optional.empty(), 3).orElseThrow();
        List<Revision> second = history.find("ocds-1", Optional.of(5L), 3).orElseThrow();
        List<Revision> third = history.find("ocds-1", Optional.of(2L), 3).orElseThrow();

        assertThat(first).extracting(Revision::version).containsExactly(7L, 6L, 5L);
        assertThat(second).extracting(Revision::version).containsExactly(4L, 3L, 2L);
        assertThat(third).extracting(Revision::version).containsExactly(1L);
        assertThat(second.get(2).changes()).contains(change("tender.title", "Title 0", "Title 1"));
        assertThat(second.get(2).earliest()).isFalse();
        assertThat(third.get(0).earliest()).isTrue();
    }

    @Test
    void knowsNoHistoryOfWhatItDoesNotKnow() {
        assertThat(history.find("ocds-unknown", Optional.empty(), 10)).isEmpty();
        assertThatThrownBy(() -> history.find("ocds-1", Optional.empty(), 0)).isInstanceOf(InvalidInputException.class);
    }

    /** Whatever changed, the older fields with the changes made are the newer fields. */
    @Test
    void theChangesLeadFromTheOlderToTheNewer() {
        Random random = new Random(6);
        for (int i = 0; i < 500; i++) {
            Tender older = any(random);
            Tender newer = any(random);
            TreeMap<String, String> fields = fields(older);

            TenderFields.changes(older, newer).forEach(change -> {
                assertThat(Optional.ofNullable(fields.remove(change.path()))).isEqualTo(change.before());
                change.after().ifPresent(after -> fields.put(change.path(), after));
            });

            assertThat(fields).isEqualTo(fields(newer));
        }
    }

    private static TreeMap<String, String> fields(Tender tender) {
        Tender nothing = Tender.builder("ocds-1", Instant.EPOCH).build();
        TreeMap<String, String> fields = new TreeMap<>();
        TenderFields.changes(nothing, tender)
                .forEach(change -> change.after().ifPresent(after -> fields.put(change.path(), after)));
        fields.put("tender.id", tender.id());
        return fields;
    }

    private static Tender any(Random random) {
        TenderBuilder tender = day(random.nextInt(3));
        if (random.nextBoolean()) {
            tender.title("Title " + random.nextInt(2));
        }
        if (random.nextBoolean()) {
            tender.buyer(new Organisation(Optional.of("" + random.nextInt(2)), "Buyer " + random.nextInt(2)));
        }
        tender.documents(random.ints(random.nextInt(4), 0, 3)
                .mapToObj(id ->
                        id == 0 ? nameless("Map " + random.nextInt(2)) : document("" + id, "T" + random.nextInt(2)))
                .toList());
        tender.awards(random.ints(random.nextInt(3), 0, 2)
                .mapToObj(cents -> award("10." + cents))
                .toList());
        return tender.build();
    }

    private static TenderBuilder day(int day) {
        return Tender.builder("ocds-1", MONDAY.plusSeconds(86_400L * day));
    }

    private static Period closing(String at) {
        return new Period(Optional.empty(), Optional.of(Instant.parse(at)));
    }

    private static TenderDocument document(String id, String title) {
        return new TenderDocument(
                Optional.of(id), Optional.empty(), Optional.of(title), Optional.empty(), Optional.empty());
    }

    private static TenderDocument nameless(String title) {
        return new TenderDocument(
                Optional.empty(), Optional.empty(), Optional.of(title), Optional.empty(), Optional.empty());
    }

    private static Award award(String amount) {
        return new Award(
                Optional.of("1"),
                Optional.of("active"),
                Optional.empty(),
                Optional.of(new Money(new BigDecimal(amount), "ZAR")),
                List.of(new Organisation(Optional.empty(), "Builders")));
    }

    private static FieldChange change(String path, @Nullable String before, @Nullable String after) {
        return new FieldChange(path, Optional.ofNullable(before), Optional.ofNullable(after));
    }

    private void store(TenderBuilder tender) {
        hub.unitOfWork()
                .forSystem(transaction ->
                        transaction.tenders().saveAll(List.of(new TenderToStore(tender.build(), Set.of()))));
    }
}
