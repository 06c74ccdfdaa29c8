package io.tenderhub.contract;

import io.tenderhub.alert.Alert;
import io.tenderhub.alert.SearchDraft;
import io.tenderhub.cidb.CidbClass;
import io.tenderhub.cidb.CidbGrade;
import io.tenderhub.tender.Briefing;
import io.tenderhub.tender.Money;
import io.tenderhub.tender.Organisation;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderBuilder;
import io.tenderhub.tender.TenderQuery;
import io.tenderhub.tender.TenderQueryBuilder;
import io.tenderhub.tender.TenderStatus;
import io.tenderhub.tender.TenderToStore;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/** Tenders and searches of few words and values, so that they often meet, at their bounds too. */
final class RandomSearches {
    private static final List<String> WORDS =
            List.of("school", "schools", "bridge", "paint", "the", "Sewer", "é", "road", "clinic");
    private static final List<String> TEXTS = List.of(
            "school",
            "\"school bridge\"",
            "paint or road",
            "-paint",
            "the",
            "school -bridge",
            "\"",
            "SEWER clinic",
            "e");
    private static final List<String> PLACES = List.of("Gauteng", "gauteng", "Limpopo", "North West");
    private static final List<CidbClass> CLASSES = List.of(CidbClass.GB, CidbClass.CE, CidbClass.EB);

    private final Random random;
    private final Instant now;

    RandomSearches(long seed, Instant now) {
        this.random = new Random(seed);
        this.now = now;
    }

    SearchDraft draft() {
        TenderQueryBuilder query = TenderQuery.builder();
        some(0.3, () -> query.provinces(places()));
        some(0.15, () -> query.buyers(places()));
        some(0.15, () -> query.categories(places()));
        some(0.15, () -> query.statuses(Set.of("Active")));
        some(0.15, () -> query.methods(Set.of("OPEN", "limited")));
        Instant closing = time();
        some(0.15, () -> query.closingFrom(closing));
        some(0.15, () -> query.closingTo(notBelow(closing, time())));
        Instant published = time();
        some(0.15, () -> query.publishedFrom(published));
        some(0.15, () -> query.publishedTo(notBelow(published, time())));
        BigDecimal value = amount();
        some(0.2, () -> query.valueFrom(value));
        some(0.2, () -> query.valueTo(notBelow(value, amount())));
        query.includeUndisclosed(random.nextBoolean());
        some(0.15, () -> query.compulsoryBriefing(random.nextBoolean()));
        some(0.15, () -> query.cidbClass(one(CLASSES)));
        some(0.15, () -> query.highestGrade(1 + random.nextInt(9)));
        Optional<String> text = random.nextInt(5) < 3 ? Optional.of(one(TEXTS)) : Optional.empty();
        return new SearchDraft(
                "s", text, query.build().filter(), random.nextBoolean() ? Alert.AT_ONCE : Alert.DAILY_DIGEST);
    }

    /** @param change later ones are published later */
    TenderToStore tender(String ocid, int change) {
        TenderBuilder tender = Tender.builder(
                        ocid, now.plus(Duration.ofDays(change)).plusNanos(random.nextInt(3)))
                .title(words())
                .description(words());
        some(0.8, () -> tender.province(one(PLACES)));
        some(0.8, () -> tender.buyer(new Organisation(Optional.empty(), one(PLACES))));
        some(0.8, () -> tender.category(one(PLACES)));
        some(0.8, () -> tender.status(new TenderStatus(one(List.of("active", "cancelled")))));
        some(0.8, () -> tender.procurementMethod(one(List.of("open", "selective"))));
        some(0.8, () -> tender.tenderPeriod(SampleTenders.closing(time())));
        some(0.6, () -> tender.value(new Money(amount(), "ZAR")));
        some(0.5, () -> tender.briefing(new Briefing(random.nextBoolean(), Optional.empty(), Optional.empty())));
        Set<CidbGrade> grades = new HashSet<>();
        some(0.5, () -> grades.add(new CidbGrade(one(CLASSES), 1 + random.nextInt(9))));
        some(0.2, () -> grades.add(new CidbGrade(one(CLASSES), 1 + random.nextInt(9))));
        return new TenderToStore(tender.build(), grades);
    }

    private void some(double share, Runnable what) {
        if (random.nextDouble() < share) {
            what.run();
        }
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private Set<String> places() {
        Set<String> places = new HashSet<>();
        add(places::add);
        some(0.5, () -> add(places::add));
        return places;
    }

    private void add(Consumer<String> to) {
        to.accept(one(PLACES));
    }

    private String words() {
        StringBuilder words = new StringBuilder("about");
        for (int i = random.nextInt(4); i >= 0; i--) {
            words.append(' ').append(one(WORDS));
        }
        return words.toString();
    }

    private static <T extends Comparable<? super T>> T notBelow(T least, T most) {
        return least.compareTo(most) > 0 ? least : most;
    }

    private Instant time() {
        return now.plus(Duration.ofHours(random.nextInt(96) - 24)).plusNanos(random.nextInt(3));
    }

    private BigDecimal amount() {
        return new BigDecimal(1 + random.nextInt(5)).movePointLeft(random.nextInt(2));
    }
}
