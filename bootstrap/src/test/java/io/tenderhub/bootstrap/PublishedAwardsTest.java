package io.tenderhub.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.analytics.DayRange;
import io.tenderhub.analytics.Spend;
import io.tenderhub.analytics.SpendDimension;
import io.tenderhub.analytics.SpendQuestion;
import io.tenderhub.analytics.SpendReport;
import io.tenderhub.ingestion.FeedInput;
import io.tenderhub.teststores.TestStores;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What published awards come to, added up here from the files as they are, and what the hub says. */
class PublishedAwardsTest {
    private static final Clock FRIDAY = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
    private static final List<String> CURRENCIES = List.of("COP", "GBP", "PYG", "UAH", "USD");
    private static TenderHub hub;
    private static PublishedAwards published;

    @BeforeAll
    static void storesWhatWasPublished() {
        published = PublishedAwards.read();
        TestStores stores = TestStores.shared();
        HubConfiguration configuration = HubConfiguration.of(
                Map.of(
                        "postgres.url", stores.freshPostgresUrl(),
                        "mongo.url", stores.freshMongoUrl(),
                        "redis.url", stores.redisUrl(),
                        "prefix", "awards" + Long.toString(System.nanoTime(), 36)),
                Map.of(),
                Optional.empty());
        TenderHub.migrate(configuration);
        hub = TenderHub.start(configuration, FRIDAY);
        PublishedAwards.FILES.forEach(file -> hub.ingestion()
                .ingest(
                        List.of(new FeedInput.Stream(file, new ByteArrayInputStream(PublishedAwards.bytes(file)))),
                        reject -> {
                            throw new AssertionError(reject.toString());
                        }));
    }

    @AfterAll
    static void end() {
        hub.close();
    }

    private static SpendReport report(SpendQuestion question, String currency) {
        return hub.spendAnalytics().report(question.in(currency), SpendReport.MOST);
    }

    private static Map<String, BigDecimal> byName(List<Spend> spends) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        spends.forEach(spend -> sums.put(spend.name().orElse(""), spend.spent().amount()));
        return sums;
    }

    private static Map<String, BigDecimal> plain(Map<String, BigDecimal> sums) {
        Map<String, BigDecimal> plain = new TreeMap<>(sums);
        plain.replaceAll(
                (name, sum) -> sum.stripTrailingZeros().scale() < 0 ? sum.setScale(0) : sum.stripTrailingZeros());
        return plain;
    }

    @Test
    void agreesToTheCentInEveryCurrencyByEveryDimension() {
        assertThat(published.totals().keySet()).containsExactlyElementsOf(CURRENCIES);
        for (String currency : CURRENCIES) {
            for (SpendDimension by : List.of(SpendDimension.BUYER, SpendDimension.MONTH, SpendDimension.SUPPLIER)) {
                SpendReport report = report(SpendQuestion.by(by), currency);
                assertThat(byName(report.spends()))
                        .as(currency + " by " + by.code())
                        .isEqualTo(plain(published.sums(by, currency)));
                assertThat(report.withoutValue()).isEqualTo(published.withoutValue());
            }
            for (SpendDimension by : SpendDimension.values()) {
                assertThat(report(SpendQuestion.by(by), currency).total())
                        .as(currency + " in all by " + by.code())
                        .isEqualByComparingTo(published.totals().get(currency));
            }
        }
    }

    @Test
    void agreesToTheCentWithTheValuesOfTendersWhereThereIsNoAward() {
        published
                .totalsWithFallback()
                .forEach((currency, total) -> assertThat(
                                report(SpendQuestion.by(SpendDimension.BUYER).withFallback(), currency)
                                        .total())
                        .as(currency)
                        .isEqualByComparingTo(total));
    }

    @Test
    void agreesToTheCentOverRangesInARow() {
        LocalDate[] ends = {LocalDate.parse("2017-01-01"), LocalDate.parse("2021-01-15"), LocalDate.parse("2022-10-21")
        };
        for (String currency : CURRENCIES) {
            BigDecimal sum = BigDecimal.ZERO;
            Optional<LocalDate> from = Optional.empty();
            for (int i = 0; i <= ends.length; i++) {
                Optional<LocalDate> to = i < ends.length ? Optional.of(ends[i]) : Optional.empty();
                sum = sum.add(report(SpendQuestion.by(SpendDimension.BUYER).during(new DayRange(from, to)), currency)
                        .total());
                from = to;
            }
            assertThat(sum).as(currency).isEqualByComparingTo(published.totals().get(currency));
        }
    }

    @Test
    void saysTheSameOvernightInEveryStore() {
        assertThat(hub.jobs().runNow("analytics"))
                .isEqualTo("%d awards of %d buyers in 5 currencies, %d without a value, of %d tenders"
                        .formatted(
                                published.awards(), published.buyers(), published.withoutValue(), published.tenders()));
        for (String currency : CURRENCIES) {
            assertThat(byName(hub.spendAnalytics().top(SpendDimension.BUYER, currency, SpendReport.MOST)))
                    .as(currency)
                    .isEqualTo(plain(published.sums(SpendDimension.BUYER, currency)));
        }
    }
}
