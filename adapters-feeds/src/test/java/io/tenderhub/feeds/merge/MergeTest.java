package io.tenderhub.feeds.merge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MergeTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final ReleaseMerger merger = new ReleaseMerger();

    static Stream<Path> cases() throws IOException, URISyntaxException {
        List<Path> cases = new ArrayList<>();
        for (String folder : List.of("reference", "cases")) {
            URL url = Objects.requireNonNull(MergeTest.class.getResource(folder));
            try (Stream<Path> files = Files.list(Path.of(url.toURI()))) {
                files.filter(file -> file.toString().endsWith("-compiled.json")).forEach(cases::add);
            }
        }
        assertThat(cases).hasSizeGreaterThan(40);
        return cases.stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void compilesAsTheReferenceImplementationDoes(Path expected) throws IOException {
        Path releases =
                expected.resolveSibling(expected.getFileName().toString().replace("-compiled", ""));

        ObjectNode compiled = compile(read(releases));

        assertThat(compiled.toPrettyString())
                .isEqualTo(JSON.readTree(expected.toFile()).toPrettyString());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void compilesACompiledReleaseToItself(Path expected) throws IOException {
        ObjectNode compiled = (ObjectNode) JSON.readTree(expected.toFile());

        assertThat(withoutEmptyObjects(compile(List.of(compiled)))).isEqualTo(withoutEmptyObjects(compiled));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void leavesTheReleasesAsTheyAre(Path expected) throws IOException {
        Path file = expected.resolveSibling(expected.getFileName().toString().replace("-compiled", ""));
        List<ObjectNode> releases = read(file);

        compile(releases).removeAll();

        assertThat(releases).isEqualTo(read(file));
    }

    @Test
    void doesNotDependOnTheInputOrderWhenDatesDiffer() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<ObjectNode> releases = new ArrayList<>();
        for (int day = 1; day <= 9; day++) {
            releases.add(RandomReleases.release(random, day));
        }
        ObjectNode expected = compile(releases);
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(releases, random);
            assertThat(compile(releases)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void keepsTheNewerKindWhenAValueBecomesAnObject() {
        Merge merge = merger.start();
        merge.add(object("{'ocid':'a','date':'1','tender':{'value':5}}"));
        merge.add(object("{'ocid':'a','date':'2','tender':{'value':{'amount':6}}}"));

        assertThat(merge.compiled().path("tender")).isEqualTo(object("{'value':{'amount':6}}"));
        assertThat(merge.conflicts()).containsExactly("tender.value");
    }

    @Test
    void keepsTheNewerKindWhenAListBecomesAnObjectAndAgain() {
        Merge merge = merger.start();
        merge.add(object("{'ocid':'a','date':'1','awards':[{'id':'1','title':'t'}]}"));
        merge.add(object("{'ocid':'a','date':'2','awards':{'id':'1'}}"));
        merge.add(object("{'ocid':'a','date':'3','awards':[{'id':'1','status':'active'}]}"));

        assertThat(merge.compiled().path("awards").path(0)).isEqualTo(object("{'id':'1','status':'active'}"));
        assertThat(merge.conflicts()).hasSize(2);
    }

    @Test
    void readsTheRulesOfTheBundledSchema() {
        Map<String, MergeRules.Treatment> rules = MergeRules.ofOcds11().byPath();

        assertThat(rules.keySet().stream()
                        .filter(path -> rules.get(path) == MergeRules.Treatment.OMITTED)
                        .toList())
                .containsExactly("date", "id", "tag");
        assertThat(rules.keySet().stream()
                        .filter(path -> rules.get(path) == MergeRules.Treatment.REPLACED)
                        .toList())
                .containsExactly(
                        "awards.amendment.changes",
                        "awards.amendments.changes",
                        "awards.items.additionalClassifications",
                        "awards.suppliers.additionalIdentifiers",
                        "buyer.additionalIdentifiers",
                        "contracts.amendment.changes",
                        "contracts.amendments.changes",
                        "contracts.implementation.transactions.payee.additionalIdentifiers",
                        "contracts.implementation.transactions.payer.additionalIdentifiers",
                        "contracts.items.additionalClassifications",
                        "contracts.relatedProcesses.relationship",
                        "parties.additionalIdentifiers",
                        "parties.roles",
                        "relatedProcesses.relationship",
                        "tender.additionalProcurementCategories",
                        "tender.amendment.changes",
                        "tender.amendments.changes",
                        "tender.items.additionalClassifications",
                        "tender.procuringEntity.additionalIdentifiers",
                        "tender.submissionMethod",
                        "tender.tenderers.additionalIdentifiers");
    }

    @Test
    void readsTheStrategiesOfAnOcds10Schema() {
        MergeRules rules = MergeRules.of(object("{'properties':{'ocid':{'type':'string','mergeStrategy':'ocdsOmit'},"
                + "'suppliers':{'type':'array','mergeStrategy':'ocdsVersion','items':{'$ref':'#/definitions/o'}},"
                + "'self':{'$ref':'#/definitions/o'}},"
                + "'definitions':{'o':{'type':'object','properties':{'id':{'type':'string'},'self':{'$ref':'#/definitions/o'},"
                + "'tags':{'type':['array','null'],'wholeListMerge':true}}}}}"));

        assertThat(rules.byPath())
                .isEqualTo(Map.of(
                        "ocid", MergeRules.Treatment.OMITTED,
                        "suppliers", MergeRules.Treatment.REPLACED,
                        "self.tags", MergeRules.Treatment.REPLACED));
    }

    private ObjectNode compile(List<ObjectNode> releases) {
        Merge merge = merger.start();
        releases.stream()
                .sorted(Comparator.comparing(release -> release.path("date").asText()))
                .forEach(merge::add);
        return merge.compiled();
    }

    /** An empty object that a null left behind goes when compiled again, as in the reference implementation. */
    private static JsonNode withoutEmptyObjects(JsonNode node) {
        for (JsonNode child : node) {
            withoutEmptyObjects(child);
        }
        if (node instanceof ObjectNode object) {
            object.properties().stream()
                    .filter(field ->
                            field.getValue().isObject() && field.getValue().isEmpty())
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toList())
                    .forEach(object::remove);
        }
        return node;
    }

    private static List<ObjectNode> read(Path file) throws IOException {
        List<ObjectNode> releases = new ArrayList<>();
        JSON.readTree(file.toFile()).forEach(release -> releases.add((ObjectNode) release));
        return releases;
    }

    private static ObjectNode object(String json) {
        try {
            return (ObjectNode) JSON.readTree(json.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
