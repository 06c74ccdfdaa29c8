package io.tenderhub.postgres;

import static io.tenderhub.contract.SampleTenders.PUBLISHED;
import static io.tenderhub.contract.SampleTenders.toStore;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.contract.Simultaneously;
import io.tenderhub.naming.NamePrefix;
import io.tenderhub.tender.Money;
import io.tenderhub.tender.Period;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderHit;
import io.tenderhub.tender.TenderPage;
import io.tenderhub.tender.TenderQuery;
import io.tenderhub.tender.TenderSort;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whoever pages through ten thousand results sees each that nobody touches exactly once, whatever others write meanwhile. */
class PagingWhileWritingTest {
    private static final int RESULTS = 10_000;
    private static final int TOUCHED_OF = 5;
    private static final String[] TITLES = {"Sewer works", "Road near the sewer", "Sewer", "A sewer, a second sewer"};

    private final PostgresAdapter adapter = TestServer.shared().empty(new NamePrefix("paging"), Clock.systemUTC());

    private static String ocid(int number) {
        return String.format(Locale.ROOT, (number % TOUCHED_OF == 0 ? "touched" : "still") + "-%05d", number);
    }

    private void store(List<Tender> tenders) {
        adapter.unitOfWork()
                .forSystem(transaction -> transaction
                        .tenders()
                        .saveAll(tenders.stream().map(tender -> toStore(tender)).toList()));
    }

    private static Tender tender(String ocid, int number, int day) {
        return Tender.builder(ocid, PUBLISHED.plus(Duration.ofDays(day)).plusSeconds(number % 3_000))
                .title(TITLES[number % TITLES.length])
                .province(number % 2 == 0 ? "Gauteng" : "Limpopo")
                .value(number % 7 == 0 ? null : Money.rand(1 + number % 500))
                .tenderPeriod(
                        number % 11 == 0
                                ? Period.UNKNOWN
                                : new Period(Optional.empty(), Optional.of(PUBLISHED.plusSeconds(number % 900))))
                .build();
    }

    @Test
    void nothingUntouchedIsRepeatedOrMissedInAnyOrderWithOrWithoutText() throws Exception {
        store(IntStream.range(0, RESULTS).mapToObj(n -> tender(ocid(n), n, 0)).toList());
        List<TenderQuery> queries = new ArrayList<>();
        for (TenderSort sort : EnumSet.complementOf(EnumSet.of(TenderSort.READINESS))) {
            queries.add(TenderQuery.builder().sort(sort).limit(100).build());
            queries.add(
                    TenderQuery.builder().text("sewer").sort(sort).limit(100).build());
        }
        List<String> untouched = IntStream.range(0, RESULTS)
                .filter(n -> n % TOUCHED_OF != 0)
                .mapToObj(PagingWhileWritingTest::ocid)
                .toList();
        AtomicInteger reading = new AtomicInteger(2);

        List<List<List<String>>> seen = Simultaneously.run(3, thread -> (Callable<List<List<String>>>) () -> {
            if (thread == 2) {
                writeWhile(reading);
                return List.of();
            }
            List<List<String>> mine = new ArrayList<>();
            try {
                for (int i = thread; i < queries.size(); i += 2) {
                    mine.add(paged(queries.get(i)));
                }
            } finally {
                reading.decrementAndGet();
            }
            return mine;
        });

        seen.stream()
                .flatMap(List::stream)
                .forEach(paged -> assertThat(paged.stream().filter(ocid -> ocid.startsWith("still")))
                        .containsExactlyInAnyOrderElementsOf(untouched));
    }

    private List<String> paged(TenderQuery query) {
        List<String> ocids = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            TenderPage page = adapter.tenderCatalog()
                    .search(new TenderQuery(
                            query.text(), query.filter(), query.mode(), query.sort(), query.limit(), cursor));
            page.hits().stream().map(TenderHit::ocid).forEach(ocids::add);
            cursor = page.nextCursor();
            // What others add goes on for as long as anybody reads.
        } while (cursor.isPresent() && ocids.size() < 20 * RESULTS);
        return ocids;
    }

    private void writeWhile(AtomicInteger reading) {
        Random random = new Random(9);
        for (int round = 1; reading.get() > 0 && round < 400; round++) {
            int now = round;
            store(random.ints(20, 0, RESULTS / TOUCHED_OF)
                    .distinct()
                    .mapToObj(n -> tender(ocid(n * TOUCHED_OF), n + now, now))
                    .toList());
            store(random.ints(10, 0, RESULTS)
                    .distinct()
                    .mapToObj(n -> tender("added-" + now + "-" + n, n, random.nextInt(3) - 1))
                    .toList());
        }
    }
}
