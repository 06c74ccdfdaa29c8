package io.tenderhub.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tenderhub.bootstrap.Workbench;
import io.tenderhub.tender.Tender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedReleasesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void givesTheSameBytesForTheSameSeedAndOthersForAnother() throws IOException {
        ReleaseFile.write(folder.resolve("one"), WholeReleases.single(7), 3_000);
        ReleaseFile.write(folder.resolve("again"), WholeReleases.single(7), 3_000);
        ReleaseFile.write(folder.resolve("other"), WholeReleases.single(8), 3_000);

        assertThat(folder.resolve("again")).hasSameBinaryContentAs(folder.resolve("one"));
        assertThat(Files.readString(folder.resolve("other"))).isNotEqualTo(Files.readString(folder.resolve("one")));
        assertThat(Files.readAllLines(folder.resolve("one"))).hasSize(3_000).doesNotHaveDuplicates();
    }

    @Test
    void makesReleasesThatAreReadWithoutAnyReject() {
        Workbench workbench = new Workbench();
        ReleaseLines releases = WholeReleases.single(1);

        List<Tender> tenders = LongStream.range(0, 200)
                .mapToObj(n -> workbench.tenderOf("line", releases.line(n).getBytes(StandardCharsets.UTF_8)))
                .toList();

        assertThat(tenders).extracting(Tender::ocid).doesNotHaveDuplicates();
        assertThat(tenders).allSatisfy(tender -> {
            assertThat(tender.description()).isPresent();
            assertThat(tender.closesAt()).isPresent();
            assertThat(tender.buyer()).isPresent();
        });
        assertThat(tenders.stream()
                        .map(tender -> tender.description().orElseThrow())
                        .distinct()
                        .count())
                .isGreaterThan(195);
    }

    @Test
    void scattersTheReleasesOfAnOcidOverTheFile() throws IOException {
        ReleaseLines releases = WholeReleases.histories(1, 3, 300);

        Map<String, List<Integer>> places = new TreeMap<>();
        Map<String, List<Instant>> dates = new TreeMap<>();
        for (int n = 0; n < 300; n++) {
            JsonNode release = JSON.readTree(releases.line(n));
            String ocid = release.path("ocid").asText();
            places.computeIfAbsent(ocid, unused -> new ArrayList<>()).add(n);
            dates.computeIfAbsent(ocid, unused -> new ArrayList<>())
                    .add(Instant.parse(release.path("date").asText()));
        }

        assertThat(places).hasSize(100);
        assertThat(dates.values())
                .allSatisfy(three -> assertThat(three).hasSize(3).doesNotHaveDuplicates());
        assertThat(places.values().stream()
                        .filter(three -> three.get(2) - three.get(0) > 3)
                        .count())
                .isEqualTo(100);
    }

    @Test
    void shufflesEachNumberOnce() {
        for (long size : List.of(1L, 2L, 3L, 10L, 97L, 1_000L)) {
            Shuffled shuffled = new Shuffled(size);
            assertThat(LongStream.range(0, size)
                            .map(shuffled::at)
                            .boxed()
                            .sorted()
                            .collect(Collectors.toList()))
                    .isEqualTo(LongStream.range(0, size).boxed().toList());
        }
    }

    @Test
    void countsTheTokensOfEachLineOnce() throws Exception {
        Path file = folder.resolve("lines");
        ReleaseFile.write(file, WholeReleases.single(1), 6_000);
        long tokens = 0;
        try (var parser = JSON.createParser(file.toFile())) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        }

        assertThat(Files.size(file)).as("over the border of a block").isGreaterThan(8 << 20);
        assertThat(TokenScan.count(file, 3)).isEqualTo(tokens);
    }
}
