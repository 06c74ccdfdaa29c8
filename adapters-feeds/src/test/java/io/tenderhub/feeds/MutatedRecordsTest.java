package io.tenderhub.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenderhub.feeds.etenders.EtendersListingMapper;
import io.tenderhub.feeds.ocds.OcdsTenderMapper;
import io.tenderhub.feeds.published.UnreadableRecordException;
import io.tenderhub.tender.Source;
import io.tenderhub.tender.Tender;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a publisher writes: a sound tender or a refusal, nothing else. */
class MutatedRecordsTest {
    private static final int ROUNDS = 1500;
    private static final int MOST_MUTATIONS = 12;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Source SOURCE = new Source("in", "", Source.Format.OCDS);
    private static final List<String> JUNK = List.of(
            "",
            " ",
            "\u0000",
            " \u0007a\u0000 ",
            "\ud800",
            "x\udc00\ud83c",
            "\r\n \u00a0",
            "\ufeff",
            "<p>&nbsp;</p>",
            "<b>x</b>&#0;&#13;",
            "&lt;br&gt;",
            "a < b & c",
            "N/A",
            "0001-01-01T00:00:00Z",
            "2025-02-30",
            "2025-10-13T11:00:00",
            "31/12/2025",
            "R 1,250,000.00",
            "1 250 000,00",
            "-7",
            "1e999999999",
            "ZAR",
            "true",
            "Yes",
            "buyer",
            "ocds-9t57fa-1",
            "9999-12-31T23:59:59.999999999999-18:00",
            "0000-00-00",
            "<a <a <a <a",
            "<!-- <!--",
            "школа",
            "2025年");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "south-africa.json",
                "united-kingdom.json",
                "united-kingdom-1.0.json",
                "paraguay.json",
                "paraguay-award.json",
                "ukraine.json",
                "colombia.json",
                "uganda.json"
            })
    void makesASoundTenderOrRefuses(String file) throws IOException {
        JsonNode original = real(file);
        int accepted = 0;
        for (long seed = 0; seed < ROUNDS; seed++) {
            ObjectNode release = mutated(original.deepCopy(), new Random(seed));
            accepted += check(() -> new OcdsTenderMapper().map(release, SOURCE, List.of()), file, seed);
        }
        assertThat(accepted).as("most mutations leave a tender").isGreaterThan(ROUNDS / 3);
    }

    @Test
    void makesASoundTenderOfAPortalRowOrRefuses() throws IOException {
        JsonNode original = real("etenders.json").path("data").path(0);
        int accepted = 0;
        for (long seed = 0; seed < ROUNDS; seed++) {
            ObjectNode row = mutated(original.deepCopy(), new Random(seed));
            accepted += check(() -> new EtendersListingMapper().fromJson(row, SOURCE, List.of()), "row", seed);
        }
        assertThat(accepted).isGreaterThan(ROUNDS / 3);
    }

    @Test
    void makesASoundTenderOfACsvRowOrRefuses() {
        List<String> columns = List.of(
                "Tender Number",
                "Tender Description",
                "Advertised",
                "Closing",
                "Organ Of State",
                "Special Conditions",
                "Contact Person",
                "Is there a briefing session?",
                "Is it compulsory?",
                "Briefing Venue",
                "Tender ID");
        int accepted = 0;
        for (long seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            Map<String, String> row = new LinkedHashMap<>();
            columns.forEach(column -> row.put(column, random.nextBoolean() ? "5" : pick(JUNK, random)));
            row.put("Advertised", random.nextInt(5) == 0 ? pick(JUNK, random) : "18/09/2025");
            accepted += check(() -> new EtendersListingMapper().fromCsv(row, SOURCE, List.of()), "csv", seed);
        }
        assertThat(accepted).isGreaterThan(ROUNDS / 3);
    }

    private static JsonNode real(String file) throws IOException {
        try (InputStream stream = MutatedRecordsTest.class.getResourceAsStream("real/" + file)) {
            return JSON.readTree(stream);
        }
    }

    private interface Mapping {
        Tender tender();
    }

    private static int check(Mapping mapping, String what, long seed) {
        Tender tender;
        try {
            tender = mapping.tender();
        } catch (UnreadableRecordException refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return 0;
        } catch (RuntimeException e) {
            throw new AssertionError(what + " with seed " + seed, e);
        }
        assertThat(texts(tender))
                .as("%s with seed %d", what, seed)
                .allSatisfy(text -> assertThat(text)
                        .isNotBlank()
                        .isEqualTo(text.strip())
                        .doesNotStartWith("\u00a0")
                        .doesNotEndWith("\u00a0")
                        .doesNotContain("\r")
                        .matches(MutatedRecordsTest::isSound));
        assertThat(tender.raw())
                .as("%s with seed %d", what, seed)
                .matches(MutatedRecordsTest::isSound)
                .doesNotContain("\\u0000");
        assertThat(tender.warnings()).allSatisfy(warning -> {
            assertThat(warning.message()).matches(MutatedRecordsTest::isSound);
            assertThat(warning.path()).matches(MutatedRecordsTest::isSound);
        });
        assertThat(new HashSet<>(tender.warnings().stream()
                        .map(warning -> warning.code() + warning.path())
                        .toList()))
                .hasSameSizeAs(tender.warnings());
        return 1;
    }

    private static boolean isSound(String text) {
        return text.codePoints()
                .noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t'
                        || Character.getType(c) == Character.SURROGATE);
    }

    private static List<String> texts(Tender tender) {
        List<String> texts = new ArrayList<>(List.of(tender.ocid(), tender.id(), tender.heading()));
        texts.addAll(tender.additionalCategories());
        List<Optional<String>> optional = new ArrayList<>(List.of(
                tender.title(),
                tender.description(),
                tender.category(),
                tender.province(),
                tender.deliveryLocation(),
                tender.specialConditions(),
                tender.language(),
                tender.procurementMethod(),
                tender.procurementMethodDetails(),
                tender.status().map(status -> status.code()),
                tender.buyer().map(buyer -> buyer.name()),
                tender.buyer().flatMap(buyer -> buyer.id()),
                tender.briefing().flatMap(briefing -> briefing.venue()),
                tender.contact().flatMap(contact -> contact.name()),
                tender.value().map(value -> value.currency())));
        tender.items().forEach(item -> {
            optional.add(item.id());
            optional.add(item.description());
            item.classifications().forEach(classification -> optional.add(classification.description()));
        });
        tender.documents().forEach(document -> {
            optional.add(document.title());
            optional.add(document.url());
        });
        tender.awards().forEach(award -> award.suppliers().forEach(supplier -> texts.add(supplier.name())));
        optional.stream().flatMap(Optional::stream).forEach(texts::add);
        return texts;
    }

    private static ObjectNode mutated(JsonNode release, Random random) {
        int mutations = 1 + random.nextInt(MOST_MUTATIONS);
        for (int i = 0; i < mutations; i++) {
            List<ContainerNode<?>> containers = new ArrayList<>();
            collect(release, containers);
            mutate(containers.get(random.nextInt(containers.size())), random);
        }
        return (ObjectNode) release;
    }

    private static void collect(JsonNode node, List<ContainerNode<?>> found) {
        if (node instanceof ContainerNode<?> container && !container.isEmpty()) {
            found.add(container);
        }
        node.forEach(child -> collect(child, found));
    }

    private static void mutate(ContainerNode<?> container, Random random) {
        int place = random.nextInt(container.size());
        boolean delete = random.nextInt(6) == 0;
        if (container instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.properties().forEach(field -> names.add(field.getKey()));
            String name = names.get(place);
            if (delete && names.size() > 1) {
                object.remove(name);
            } else if (random.nextInt(20) == 0) {
                object.set(name + pick(JUNK, random), junk(random));
            } else {
                object.set(name, random.nextInt(8) == 0 ? NODES.arrayNode().add(object.get(name)) : junk(random));
            }
        } else if (container instanceof ArrayNode array) {
            if (delete && array.size() > 1) {
                array.remove(place);
            } else {
                array.set(place, junk(random));
            }
        }
    }

    private static JsonNode junk(Random random) {
        switch (random.nextInt(10)) {
            case 0:
                return NODES.nullNode();
            case 1:
                return NODES.numberNode(random.nextInt(5) - 2);
            case 2:
                return NODES.numberNode(new BigDecimal("1e" + (random.nextInt(4000) - 2000)));
            case 3:
                return NODES.booleanNode(random.nextBoolean());
            case 4:
                return NODES.objectNode().put("id", 5).put("name", pick(JUNK, random));
            case 5:
                return NODES.arrayNode().add(pick(JUNK, random)).add(NODES.objectNode());
            default:
                return NODES.textNode(pick(JUNK, random));
        }
    }

    private static String pick(List<String> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
