package io.tenderhub.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.feeds.FeedsAdapter;
import io.tenderhub.ingestion.FeedInput;
import io.tenderhub.ingestion.Reject;
import io.tenderhub.ingestion.ReleaseCompiler;
import io.tenderhub.json.JsonText;
import io.tenderhub.json.ProfileJson;
import io.tenderhub.json.RejectJson;
import io.tenderhub.json.ScoreJson;
import io.tenderhub.readiness.BatchScoring;
import io.tenderhub.readiness.BidSituation;
import io.tenderhub.readiness.Policies;
import io.tenderhub.readiness.ReadinessScore;
import io.tenderhub.readiness.ReadinessScorer;
import io.tenderhub.requirement.RequirementFinder;
import io.tenderhub.tender.Tender;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a Spark of two threads in this process. */
class ScoreOnSparkTest {
    private static final Instant NOW = Instant.parse("2026-02-10T00:00:00Z");
    private static final int PARTITIONS = 4;
    private static final String PROFILE = """
            {"name":"Example Builders","sectors":["construction"],"services":["building construction"],
             "cidb":[{"class":"GB","grade":5,"pe":false}],"bbbeeLevel":2,"csdRegistered":true,"taxCompliant":true,
             "coidaLetter":true,"provinces":["Gauteng"],"yearsOfExperience":8}
            """;

    @TempDir
    private static Path folder;

    private static JavaSparkContext spark;

    @BeforeAll
    static void start() {
        spark = new JavaSparkContext(new SparkConf()
                .setMaster("local[2]")
                .setAppName("test")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1")
                .set("spark.ui.enabled", "false")
                .set("spark.local.dir", folder.resolve("spark").toString()));
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    @Test
    void scoresCompiledReleasesAsBatchScoringDoesAndInTheSameOrder() throws Exception {
        List<String> lines = new ArrayList<>();
        for (int number = 0; number < 400; number++) {
            lines.add(release(number, 1, "CIDB grade " + (number % 9 + 1) + "GB"));
        }
        withMistakes(lines);
        Path file = Files.write(folder.resolve("compiled.jsonl"), lines);

        Outcomes onSpark = onSpark(file, true);

        Outcomes plain = batchScoring(file);
        assertThat(plain.scores()).hasSize(400);
        assertThat(plain.rejects()).hasSize(6);
        assertThat(onSpark).isEqualTo(plain);
    }

    @Test
    void bringsScatteredReleasesTogetherAsCompilingDoes() throws Exception {
        List<String> lines = new ArrayList<>();
        for (int number = 0; number < 150; number++) {
            lines.add(release(number, 1, "CIDB grade 2GB"));
            lines.add(release(number, 2, "CIDB grade " + (number % 9 + 1) + "GB, briefing compulsory"));
            lines.add(release(number, 3, "CIDB grade 9CE"));
        }
        Collections.shuffle(lines, new Random(7));
        withMistakes(lines);
        Path file = Files.write(folder.resolve("scattered.jsonl"), lines);

        Outcomes onSpark = onSpark(file, false);

        Compiled compiled = compiled(file);
        Outcomes plain = batchScoring(compiled.file());
        assertThat(plain.scores()).hasSize(150);
        assertThat(onSpark.scores()).containsExactlyInAnyOrderElementsOf(plain.scores());
        assertThat(onSpark.rejects()).hasSize(6).containsExactlyInAnyOrderElementsOf(compiled.rejects());
    }

    @Test
    void losesNoLineOfAFileThatHoldsNothingElseThanMistakes() throws Exception {
        Path file =
                Files.write(folder.resolve("mistakes.jsonl"), List.of("ocid,title", "1,2", "{\"ocid\":", "[[[", ""));

        Outcomes onSpark = onSpark(file, false);

        assertThat(onSpark.scores()).isEmpty();
        assertThat(onSpark.rejects())
                .hasSize(4)
                .allMatch(line -> line.contains(file.toString()))
                .anyMatch(line -> line.contains("line 1\""))
                .anyMatch(line -> line.contains("line 4,"));
    }

    /** Broken ones at the beginning, in the middle and at the end, one that is no release, one whose words look like a place, a blank one. */
    private static void withMistakes(List<String> lines) {
        lines.add(1, "{\"ocid\":\"ocds-broken\",\"tender\":{");
        lines.add(lines.size() / 3, "not, json; at all");
        lines.add(lines.size() / 2, "");
        lines.add(lines.size() / 2, "{\"id\":\"of no ocid\"}");
        lines.add(lines.size() / 2, "{\"ocid\":\"ocds-1\",\"date\":\"at line 1 at line 999999999999\"}");
        lines.add(lines.size() * 2 / 3, "[1,2");
        lines.add("{\"ocid\":\"ocds-cut-off\",\"tag\":[\"ten");
    }

    private static String release(int number, int version, String asked) {
        return ("{'ocid':'ocds-%d','id':'ocds-%d-%d','date':'2026-02-0%dT00:00:00Z','tag':['tender'],'initiationType':'tender',"
                        + "'language':'en-za','tender':{'id':'%d','title':'RFB %d/26','description':'Construction of school %d, %s',"
                        + "'status':'active','tenderPeriod':{'endDate':'2026-12-01T11:00:00Z'},"
                        + "'value':{'amount':%d,'currency':'ZAR'}},'buyer':{'id':'1','name':'Public Works'}}")
                .formatted(number, number, version, version, number, number, number, asked, number * 1000)
                .replace('\'', '"');
    }

    private static Outcomes onSpark(Path file, boolean compiled) throws IOException {
        Path output = Files.createTempDirectory(folder, "output");
        ScoreOnSpark scoring = new ScoreOnSpark(spark, new Question(PROFILE, NOW, false));
        scoring.run(file.toString(), output.toString(), PARTITIONS, compiled);

        Outcomes written = new Outcomes(written(output.resolve("scores")), written(output.resolve("rejects")));
        assertThat(scoring.scored()).isEqualTo(written.scores().size());
        assertThat(scoring.rejected()).isEqualTo(written.rejects().size());
        return written;
    }

    private static List<String> written(Path part) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(part)) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith("part-"))
                    .sorted()
                    .toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        assertThat(part.resolve("_SUCCESS")).exists();
        return lines;
    }

    private static Outcomes batchScoring(Path file) {
        ReadinessScorer scorer = new ReadinessScorer(
                ProfileJson.read("profile", new ByteArrayInputStream(PROFILE.getBytes(StandardCharsets.UTF_8))),
                Policies.builtIn().defaultChoice());
        Outcomes outcomes = new Outcomes(new ArrayList<>(), new ArrayList<>());
        new BatchScoring(FeedsAdapter.builder().build().releaseFeed(), new RequirementFinder())
                .score(
                        List.of(new FeedInput.Files(file)),
                        scorer,
                        new BidSituation(NOW, false),
                        new BatchScoring.Sink() {
                            @Override
                            public void scored(Tender tender, ReadinessScore score) {
                                outcomes.scores().add(JsonText.line(json -> ScoreJson.write(json, score)));
                            }

                            @Override
                            public void rejected(Reject reject) {
                                outcomes.rejects().add(JsonText.line(json -> RejectJson.write(json, reject)));
                            }
                        });
        return outcomes;
    }

    private static Compiled compiled(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        List<String> rejects = new ArrayList<>();
        FeedsAdapter.builder()
                .build()
                .releaseCompiler()
                .compile(List.of(new FeedInput.Files(file)), new ReleaseCompiler.CompiledSink() {
                    @Override
                    public void compiledRelease(String ocid, byte[] json) {
                        lines.add(new String(json, StandardCharsets.UTF_8));
                    }

                    @Override
                    public void reject(Reject reject) {
                        rejects.add(JsonText.line(json -> RejectJson.write(json, reject)));
                    }
                });
        return new Compiled(Files.write(folder.resolve("then-compiled.jsonl"), lines), rejects);
    }

    private record Outcomes(List<String> scores, List<String> rejects) {}

    private record Compiled(Path file, List<String> rejects) {}
}
