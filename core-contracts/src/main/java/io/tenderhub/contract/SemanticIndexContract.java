package io.tenderhub.contract;

import static io.tenderhub.contract.SampleTenders.PUBLISHED;
import static io.tenderhub.contract.SampleTenders.ocid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tenderhub.cidb.CidbClass;
import io.tenderhub.cidb.CidbGrade;
import io.tenderhub.semantic.Embedding;
import io.tenderhub.semantic.IndexProgress;
import io.tenderhub.semantic.IndexedTender;
import io.tenderhub.semantic.IndexedVersion;
import io.tenderhub.semantic.SimilarTender;
import io.tenderhub.semantic.WritableIndex;
import io.tenderhub.tender.TenderFilter;
import io.tenderhub.tender.TenderQuery;
import io.tenderhub.tender.TenderQueryBuilder;
import io.tenderhub.tender.TenderTraits;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every index of meanings keeps to. */
public abstract class SemanticIndexContract {
    /** Embeddings in these tests are of so many dimensions. */
    protected static final int DIMENSIONS = 8;

    private static final TenderTraits PLAIN =
            traits(Optional.empty(), Optional.empty(), Optional.empty(), PUBLISHED, Optional.empty(), false, Set.of());

    /** An empty one that this process keeps. */
    protected abstract WritableIndex index();

    @Test
    void theMostSimilarComesFirst() {
        WritableIndex index = index();
        index.put(List.of(tender(1, towards(0)), tender(2, between(0, 1)), tender(3, towards(1))));

        List<SimilarTender> found = index.nearest(towards(0), TenderFilter.ALL, 10);

        assertThat(found).extracting(SimilarTender::ocid).containsExactly(ocid(1), ocid(2), ocid(3));
        assertThat(found.get(0).similarity()).isCloseTo(1, within(1e-5));
        assertThat(found.get(1).similarity()).isCloseTo(Math.sqrt(0.5), within(1e-5));
        assertThat(found.get(2).similarity()).isCloseTo(0, within(1e-5));
    }

    @Test
    void ofEquallySimilarOnesTheSmallerOcidComesFirst() {
        WritableIndex index = index();
        index.put(List.of(tender(3, towards(0)), tender(1, towards(0)), tender(2, towards(0))));

        assertThat(index.nearest(towards(0), TenderFilter.ALL, 3))
                .extracting(SimilarTender::ocid)
                .containsExactly(ocid(1), ocid(2), ocid(3));
    }

    @Test
    void aTenderCountsByItsMostSimilarPassageAndIsFoundOnce() {
        WritableIndex index = index();
        index.put(List.of(tender(1, between(0, 1)), tender(2, towards(1), towards(0), between(0, 1))));

        List<SimilarTender> found = index.nearest(towards(0), TenderFilter.ALL, 10);

        assertThat(found).extracting(SimilarTender::ocid).containsExactly(ocid(2), ocid(1));
        assertThat(found.get(0).similarity()).isCloseTo(1, within(1e-5));
        assertThat(index.size()).isEqualTo(2);
    }

    @Test
    void asManyAreFoundAsThereAreThoughAllTheirPassagesAreNearerThanTheNextTender() {
        WritableIndex index = index();
        Embedding[] many = IntStream.range(0, 100).mapToObj(i -> towards(0)).toArray(Embedding[]::new);
        index.put(List.of(tender(1, many), tender(2, towards(1))));

        assertThat(index.nearest(towards(0), TenderFilter.ALL, 2))
                .extracting(SimilarTender::ocid)
                .containsExactly(ocid(1), ocid(2));
    }

    @Test
    void moreThanTheLimitAreNotFound() {
        WritableIndex index = index();
        index.put(
                IntStream.range(0, 30).mapToObj(i -> tender(i, towards(i % 3))).toList());

        assertThat(index.nearest(towards(1), TenderFilter.ALL, 10))
                .hasSize(10)
                .allSatisfy(found -> assertThat(found.similarity()).isCloseTo(1, within(1e-5)));
    }

    @Test
    void anEmptyIndexFindsNothing() {
        assertThat(index().nearest(towards(0), TenderFilter.ALL, 10)).isEmpty();
        assertThat(index().size()).isZero();
        assertThat(index().versions(Optional.empty(), 10)).isEmpty();
    }

    @Test
    void theFilterIsAppliedWithinTheSearch() {
        WritableIndex index = index();
        List<IndexedTender> tenders = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            tenders.add(tender(i, towards(0)));
        }
        TenderTraits far = traits(
                Optional.of("Limpopo"),
                Optional.empty(),
                Optional.empty(),
                PUBLISHED,
                Optional.empty(),
                false,
                Set.of());
        tenders.add(new IndexedTender(ocid(900), 1, "d", List.of(towards(1)), far));
        index.put(tenders);

        assertThat(index.nearest(
                        towards(0),
                        filter().provinces(Set.of("limpopo")).build().filter(),
                        5))
                .extracting(SimilarTender::ocid)
                .containsExactly(ocid(900));
    }

    /** Every filter, against what {@link TenderTraits#pass} says of each of many tenders. */
    @Test
    void everyFilterLetsThroughWhatItSays() {
        WritableIndex index = index();
        Random random = new Random(7);
        List<IndexedTender> tenders = IntStream.range(0, 120)
                .mapToObj(i -> new IndexedTender(ocid(i), 1, "d", List.of(towards(i % DIMENSIONS)), any(random)))
                .toList();
        index.put(tenders);
        Instant day = PUBLISHED.plus(Duration.ofDays(2));
        Stream<TenderQueryBuilder> filters = Stream.of(
                filter(),
                filter().provinces(Set.of("GAUTENG", "limpopo")),
                filter().provinces(Set.of("nowhere")),
                filter().buyers(Set.of("stadt köln")),
                filter().categories(Set.of("works")),
                filter().statuses(Set.of("active")),
                filter().methods(Set.of("open")),
                filter().publishedFrom(day),
                filter().publishedTo(day),
                filter().publishedFrom(day).publishedTo(day.plusNanos(1)),
                filter().publishedFrom(Instant.MIN).publishedTo(Instant.MAX),
                filter().closingFrom(day),
                filter().closingTo(day),
                filter().closingFrom(Instant.MIN),
                filter().closingTo(Instant.MAX),
                filter().closingTo(Instant.MIN),
                filter().valueFrom(new BigDecimal("100.01")),
                filter().valueTo(new BigDecimal("100.01")),
                filter().valueFrom(new BigDecimal("100.01")).valueTo(new BigDecimal("100.010")),
                filter().valueFrom(new BigDecimal("100.01")).includeUndisclosed(false),
                filter().valueTo(new BigDecimal("100.00999999999")).includeUndisclosed(false),
                filter().valueFrom(new BigDecimal("100.00999999999")).includeUndisclosed(false),
                filter().valueTo(new BigDecimal("1e60")).includeUndisclosed(false),
                filter().includeUndisclosed(false),
                filter().compulsoryBriefing(true),
                filter().compulsoryBriefing(false),
                filter().cidbClass(CidbClass.CE),
                filter().highestGrade(4),
                filter().cidbClass(CidbClass.CE).highestGrade(4),
                filter().provinces(Set.of("Gauteng"))
                        .statuses(Set.of("active"))
                        .closingFrom(day)
                        .valueTo(new BigDecimal("100")));

        assertThat(filters.map(query -> query.build().filter()))
                .allSatisfy(filter -> assertThat(index.nearest(towards(0), filter, 200).stream()
                                .map(SimilarTender::ocid)
                                .sorted())
                        .as(filter.id())
                        .isEqualTo(tenders.stream()
                                .filter(tender -> tender.traits().pass(filter))
                                .map(IndexedTender::ocid)
                                .sorted()
                                .toList()));
    }

    @Test
    void whatIsPutInReplacesWhatWasHeldOfTheTender() {
        WritableIndex index = index();
        index.put(List.of(tender(1, towards(0), towards(2)), tender(2, between(0, 1))));
        index.put(List.of(new IndexedTender(ocid(1), 2, "new", List.of(towards(1)), PLAIN)));

        assertThat(index.nearest(towards(0), TenderFilter.ALL, 10))
                .extracting(SimilarTender::ocid)
                .containsExactly(ocid(2), ocid(1));
        assertThat(index.versionsOf(List.of(ocid(1)))).containsExactly(new IndexedVersion(ocid(1), 2, "new"));
        assertThat(index.passagesOf(List.of(ocid(1))).get(ocid(1))).hasSize(1);
        assertThat(index.size()).isEqualTo(2);
    }

    @Test
    void whatIsRemovedIsFoundNoMore() {
        WritableIndex index = index();
        index.put(List.of(tender(1, towards(0), towards(1)), tender(2, towards(0))));
        index.remove(List.of(ocid(1), "unknown"));

        assertThat(index.nearest(towards(0), TenderFilter.ALL, 10))
                .extracting(SimilarTender::ocid)
                .containsExactly(ocid(2));
        assertThat(index.versions(Optional.empty(), 10))
                .extracting(IndexedVersion::ocid)
                .containsExactly(ocid(2));
        assertThat(index.passagesOf(List.of(ocid(1)))).isEmpty();
        assertThat(index.size()).isEqualTo(1);
    }

    @Test
    void versionsAreListedInPagesByOcid() {
        WritableIndex index = index();
        List<String> ocids = List.of("a", "a-1", "a1", "ab", "b/1/2", "é", "工", "\uD83D\uDE00");
        List<String> mixed = new ArrayList<>(ocids);
        Collections.shuffle(mixed, new Random(3));
        mixed.forEach(ocid -> index.put(
                List.of(new IndexedTender(ocid, ocid.length(), "d", List.of(towards(0), towards(1)), PLAIN))));
        List<IndexedVersion> all = new ArrayList<>();
        Optional<String> after = Optional.empty();
        for (List<IndexedVersion> page = index.versions(after, 3); !page.isEmpty(); page = index.versions(after, 3)) {
            all.addAll(page);
            after = Optional.of(page.get(page.size() - 1).ocid());
        }

        assertThat(all)
                .containsExactlyElementsOf(ocids.stream()
                        .map(ocid -> new IndexedVersion(ocid, ocid.length(), "d"))
                        .toList());
        assertThat(index.versions(Optional.of("aa"), 1))
                .extracting(IndexedVersion::ocid)
                .containsExactly("ab");
        assertThat(index.versionsOf(List.of("a", "nowhere", "ab", "a")))
                .extracting(IndexedVersion::ocid)
                .containsExactlyInAnyOrder("a", "ab");
    }

    @Test
    void passagesComeBackAsTheyWerePutIn() {
        WritableIndex index = index();
        index.put(List.of(tender(1, towards(2), between(0, 1)), tender(2, towards(0))));

        List<Embedding> passages = index.passagesOf(List.of(ocid(1), "unknown")).get(ocid(1));

        assertThat(passages).hasSize(2);
        assertThat(passages.get(0).similarity(towards(2))).isCloseTo(1, within(1e-5));
        assertThat(passages.get(1).similarity(between(0, 1))).isCloseTo(1, within(1e-5));
    }

    @Test
    void itTellsHowFarItWasCommitted() {
        WritableIndex index = index();
        assertThat(index.progress()).isEqualTo(IndexProgress.NONE);
        IndexProgress reached =
                new IndexProgress(Optional.of(PUBLISHED.plusNanos(1)), Optional.of("ocds-ä/1"), Optional.of(PUBLISHED));

        index.commit(reached);

        assertThat(index.progress()).isEqualTo(reached);
    }

    @Test
    void itBeginsAnewWhenItIsCleared() {
        WritableIndex index = index();
        index.put(List.of(tender(1, towards(0))));
        index.commit(new IndexProgress(Optional.of(PUBLISHED), Optional.empty(), Optional.empty()));
        index.clear();

        assertThat(index.size()).isZero();
        assertThat(index.progress()).isEqualTo(IndexProgress.NONE);
        index.put(List.of(tender(2, towards(0))));
        assertThat(index.nearest(towards(0), TenderFilter.ALL, 2)).hasSize(1);
    }

    /** Approximate means that few are missed, not many. */
    @Test
    void nearlyAllOfTheNearestAreFound() {
        WritableIndex index = index();
        Random random = new Random(11);
        List<IndexedTender> tenders = IntStream.range(0, 1_000)
                .mapToObj(i -> tender(i, anywhere(random)))
                .toList();
        index.put(tenders.subList(0, 500));
        index.put(tenders.subList(500, 1_000));
        int met = 0;
        for (int i = 0; i < 20; i++) {
            Embedding to = anywhere(random);
            Set<String> nearest = new HashSet<>(tenders.stream()
                    .sorted(Comparator.comparingDouble(
                            tender -> -tender.passages().get(0).similarity(to)))
                    .limit(10)
                    .map(IndexedTender::ocid)
                    .toList());
            met += (int) index.nearest(to, TenderFilter.ALL, 10).stream()
                    .filter(found -> nearest.contains(found.ocid()))
                    .count();
        }

        assertThat(met).isGreaterThanOrEqualTo(190);
    }

    @Test
    void itIsSearchedWhileItIsWritten() throws Exception {
        WritableIndex index = index();
        index.put(List.of(tender(0, towards(0))));

        List<Boolean> found = Simultaneously.run(4, i -> () -> {
            for (int n = 0; n < 10; n++) {
                if (i == 0) {
                    index.put(List.of(tender(1 + n, towards(1))));
                } else if (index.nearest(towards(0), TenderFilter.ALL, 1).stream()
                        .noneMatch(hit -> hit.ocid().equals(ocid(0)))) {
                    return false;
                }
            }
            return true;
        });

        assertThat(found).doesNotContain(false);
    }

    /** A tender that nothing else is known of. */
    protected static IndexedTender tender(int number, Embedding... passages) {
        return new IndexedTender(ocid(number), 1, "d" + number, List.of(passages), PLAIN);
    }

    /** Along one of the axes. */
    protected static Embedding towards(int axis) {
        return between(axis, axis);
    }

    private static Embedding between(int one, int other) {
        float[] values = new float[DIMENSIONS];
        values[one] = 1;
        values[other] = 1;
        return Embedding.of(values);
    }

    private static Embedding anywhere(Random random) {
        float[] values = new float[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Embedding.of(values);
    }

    private static TenderQueryBuilder filter() {
        return TenderQuery.builder();
    }

    private static TenderTraits any(Random random) {
        Instant day = PUBLISHED.plus(Duration.ofDays(random.nextInt(5))).plusNanos(random.nextInt(2));
        return traits(
                oneOf(random, "Gauteng", "LIMPOPO"),
                oneOf(random, "Stadt Köln", "Eskom"),
                oneOf(random, "100.01", "100.00", "99.99", "0.5", "-3", "123456789012345678901234567890.12")
                        .map(BigDecimal::new),
                day,
                random.nextInt(4) == 0 ? Optional.empty() : Optional.of(day.plusSeconds(random.nextInt(2))),
                random.nextBoolean(),
                random.nextInt(3) == 0
                        ? Set.of()
                        : Set.of(
                                new CidbGrade(CidbClass.CE, random.nextInt(9) + 1),
                                new CidbGrade(CidbClass.GB, random.nextInt(9) + 1)));
    }

    private static Optional<String> oneOf(Random random, String... words) {
        int at = random.nextInt(words.length + 1);
        return at == words.length ? Optional.empty() : Optional.of(words[at]);
    }

    private static TenderTraits traits(
            Optional<String> province,
            Optional<String> buyer,
            Optional<BigDecimal> value,
            Instant releaseDate,
            Optional<Instant> closesAt,
            boolean compulsoryBriefing,
            Set<CidbGrade> cidb) {
        return new TenderTraits(
                province,
                buyer,
                buyer.map(name -> name.equals("Eskom") ? "works" : "goods"),
                province.map(name -> name.equals("Gauteng") ? "active" : "complete"),
                value.map(amount -> "open"),
                releaseDate,
                closesAt,
                value,
                compulsoryBriefing,
                cidb);
    }
}
