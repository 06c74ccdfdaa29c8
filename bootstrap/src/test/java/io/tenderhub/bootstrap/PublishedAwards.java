package io.tenderhub.bootstrap;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tenderhub.analytics.SpendDimension;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Adds up the awards of published files by what OCDS says alone; each process stands in them once. */
final class PublishedAwards {
    static final List<String> FILES =
            List.of("colombia.json", "paraguay.json", "ukraine.json", "united-kingdom.json", "united-kingdom-1.0.json");
    private static final ZoneId ZONE = ZoneId.of("Africa/Johannesburg");
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Map<String, Map<String, BigDecimal>> sums = new TreeMap<>();
    private final Map<String, BigDecimal> totals = new TreeMap<>();
    private final Map<String, BigDecimal> totalsWithFallback = new TreeMap<>();
    private final Set<String> buyers = new HashSet<>();
    private long withoutValue;
    private long awards;
    private long tenders;

    private record Amount(BigDecimal amount, String currency) {}

    static PublishedAwards read() {
        PublishedAwards published = new PublishedAwards();
        for (String file : FILES) {
            try {
                releases(MAPPER.readTree(bytes(file))).forEach(published::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return published;
    }

    static byte[] bytes(String file) {
        try (InputStream in = PublishedAwards.class.getResourceAsStream("awards/" + file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonNode> releases(JsonNode file) {
        List<JsonNode> releases = new ArrayList<>();
        if (file.isArray()) {
            file.forEach(releases::add);
        }
        file.path("releases").forEach(releases::add);
        file.path("records").forEach(record -> releases.add(record.path("compiledRelease")));
        return releases;
    }

    private void add(JsonNode release) {
        tenders++;
        String buyer = release.at("/buyer/name")
                .asText(release.at("/tender/procuringEntity/name").asText(""))
                .strip();
        boolean awarded = false;
        for (JsonNode award : release.path("awards")) {
            if (Set.of("pending", "cancelled", "unsuccessful")
                    .contains(award.path("status").asText())) {
                continue;
            }
            Optional<Amount> value = amount(award.path("value"));
            if (value.isEmpty()) {
                withoutValue++;
                continue;
            }
            awarded = true;
            awards++;
            Amount spent = value.get();
            buyers.add(buyer + " " + spent.currency());
            String at = award.path("date").asText(release.path("date").asText());
            Set<String> suppliers = new TreeSet<>();
            award.path("suppliers")
                    .forEach(supplier -> suppliers.add(supplier.path("name").asText()));
            count(SpendDimension.BUYER, buyer, spent);
            count(
                    SpendDimension.MONTH,
                    OffsetDateTime.parse(at).atZoneSameInstant(ZONE).toString().substring(0, 7),
                    spent);
            count(SpendDimension.SUPPLIER, String.join("; ", suppliers), spent);
            totals.merge(spent.currency(), spent.amount(), BigDecimal::add);
            totalsWithFallback.merge(spent.currency(), spent.amount(), BigDecimal::add);
        }
        if (!awarded) {
            amount(release.at("/tender/value"))
                    .ifPresent(value -> totalsWithFallback.merge(value.currency(), value.amount(), BigDecimal::add));
        }
    }

    private void count(SpendDimension by, String name, Amount spent) {
        sums.computeIfAbsent(by.code() + " " + spent.currency(), unused -> new TreeMap<>())
                .merge(name, spent.amount(), BigDecimal::add);
    }

    /** One publisher writes numbers as its database does, within an object. */
    private static Optional<Amount> amount(JsonNode value) {
        JsonNode amount = value.path("amount");
        BigDecimal number = amount.isNumber()
                ? amount.decimalValue()
                : new BigDecimal(amount.path("$numberLong").asText("0"));
        return number.signum() > 0
                ? Optional.of(new Amount(number, value.path("currency").asText()))
                : Optional.empty();
    }

    Map<String, BigDecimal> sums(SpendDimension by, String currency) {
        return sums.get(by.code() + " " + currency);
    }

    Map<String, BigDecimal> totals() {
        return totals;
    }

    Map<String, BigDecimal> totalsWithFallback() {
        return totalsWithFallback;
    }

    long withoutValue() {
        return withoutValue;
    }

    long awards() {
        return awards;
    }

    /** Those of each currency for themselves. */
    long buyers() {
        return buyers.size();
    }

    long tenders() {
        return tenders;
    }
}
