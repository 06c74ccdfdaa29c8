package io.tenderhub.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenderhub.benchmarks.SouthAfricanTexts.Texts;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Any number of releases in the whole shape of the South African eTenders API, about 1.8 kB each, multiplied from the real ones that
 * come with this module: fields, their order, documents and empty lists are those of a real release; ids, dates, values, states,
 * buyers, places and words vary. Contact persons are invented. A line depends on the seed and its number alone. Safe for any
 * number of threads.
 *
 * <p>Optionally several releases tell of one ocid, each later one with a later closing day, the last one with an award; they lie
 * scattered over all lines.
 */
final class WholeReleases implements ReleaseLines {
    private static final String FILE = "south-africa-releases.jsonl";
    private static final long FIRST_OCID = 1_000_000;
    private static final int BUYERS = 900;
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 1_000;
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
    private static final double DISCLOSED = 0.12;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> real = Bundled.lines(FILE);
    private final SouthAfricanTexts texts = new SouthAfricanTexts();
    private final long seed;
    private final int releasesOfAnOcid;
    private final Order order;

    /** Which release stands at a place. */
    private interface Order {
        long at(long place);
    }

    private WholeReleases(long seed, int releasesOfAnOcid, Order order) {
        this.seed = seed;
        this.releasesOfAnOcid = releasesOfAnOcid;
        this.order = order;
    }

    /** One release an ocid, in the order of their ocids. */
    static WholeReleases single(long seed) {
        return new WholeReleases(seed, 1, place -> place);
    }

    /** Several releases an ocid, scattered over so many lines. */
    static WholeReleases histories(long seed, int releasesOfAnOcid, long lines) {
        return new WholeReleases(seed, releasesOfAnOcid, new Shuffled(lines)::at);
    }

    @Override
    public String line(long n) {
        long number = order.at(n);
        long tender = number / releasesOfAnOcid;
        int step = (int) (number % releasesOfAnOcid);
        // Neighbouring seeds give unlike sequences: SplittableRandom mixes what it draws.
        SplittableRandom random = new SplittableRandom(seed * 1_000_000_007L + tender);
        ObjectNode release = real.get(random.nextInt(real.size())).deepCopy();
        vary(release, FIRST_OCID + tender, step, random);
        try {
            return JSON.writeValueAsString(release);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("in memory", e);
        }
    }

    private void vary(ObjectNode release, long number, int step, RandomGenerator random) {
        LocalDate published = FIRST_DAY.plusDays(random.nextInt(DAYS));
        LocalDate released = published.plusDays(10L * step);
        LocalDate closes = published.plusDays(14L + random.nextInt(40) + 5L * step);
        boolean last = releasesOfAnOcid > 1 && step == releasesOfAnOcid - 1;
        String ocid = "ocds-9t57fa-" + number;
        release.put("ocid", ocid).put("id", ocid + "-" + released).put("date", released + "T00:00:00Z");
        if (releasesOfAnOcid > 1) {
            release.putArray("tag").add(step == 0 ? "tender" : last ? "award" : "tenderUpdate");
        }
        int buyer = random.nextInt(BUYERS);
        for (ObjectNode named : List.of(object(release, "buyer"), object(release.path("tender"), "procuringEntity"))) {
            named.put("id", "" + buyer)
                    .put("name", named.path("name").asText() + " " + InventedNames.draw(new SplittableRandom(buyer)));
        }
        ObjectNode tender = (ObjectNode) release.path("tender");
        describe(tender, number, random);
        boolean open = closes.isAfter(TODAY);
        tender.put("status", last || !open && random.nextInt(10) > 0 ? "complete" : "active");
        long value = random.nextDouble() < DISCLOSED ? Math.round(Math.exp(13.5 + 1.6 * random.nextGaussian())) : 0;
        object(tender, "value").put("amount", value);
        object(tender, "tenderPeriod")
                .put("startDate", published + "T00:00:00Z")
                .put("endDate", closes + "T" + (10 + random.nextInt(3)) + ":00:00Z");
        object(tender, "briefingSession")
                .put("date", published.plusDays(7) + "T10:00:00Z")
                .put("isSession", random.nextBoolean());
        documents(tender, published, random);
        contact(tender, random);
        if (last) {
            award(release, number, released, random);
        }
    }

    private void describe(ObjectNode tender, long number, RandomGenerator random) {
        Texts said = texts.draw(random);
        tender.put("id", "" + number)
                .put("title", otherDigits(tender.path("title").asText(), random))
                .put("category", said.category())
                .put("province", said.province())
                .put("deliveryLocation", said.place())
                .put("description", said.description());
        said.conditions().ifPresent(conditions -> tender.put("specialConditions", conditions));
    }

    private static void documents(ObjectNode tender, LocalDate published, RandomGenerator random) {
        for (JsonNode document : tender.path("documents")) {
            String id = new UUID(random.nextLong(), random.nextLong()).toString();
            String before = document.path("id").asText();
            ((ObjectNode) document)
                    .put("id", id)
                    .put("url", document.path("url").asText().replace(before, id))
                    .put("datePublished", published + "T08:57:47Z")
                    .put("dateModified", published + "T08:57:47Z");
        }
    }

    private static void contact(ObjectNode tender, RandomGenerator random) {
        String name = InventedNames.draw(random);
        tender.putObject("contactPerson")
                .put("name", InventedNames.draw(random) + " " + name)
                .put("email", name + "@example.org")
                .put("telephoneNumber", otherDigits("000-000-0000", random));
    }

    private static void award(ObjectNode release, long number, LocalDate day, RandomGenerator random) {
        String supplier = InventedNames.draw(random) + " Trading CC";
        ObjectNode award = release.putArray("awards").addObject();
        award.put("id", number + "-1").put("status", "active").put("date", day + "T00:00:00Z");
        award.putObject("value")
                .put("amount", 10_000 + random.nextInt(50_000_000))
                .put("currency", "ZAR");
        award.putArray("suppliers")
                .addObject()
                .put("id", "s" + random.nextInt(5_000))
                .put("name", supplier);
    }

    private static ObjectNode object(JsonNode parent, String field) {
        return ((ObjectNode) parent).withObjectProperty(field);
    }

    private static String otherDigits(String like, RandomGenerator random) {
        StringBuilder made = new StringBuilder(like.length());
        like.chars().forEach(c -> made.append((char) (c >= '0' && c <= '9' ? '0' + random.nextInt(10) : c)));
        return made.toString();
    }
}
