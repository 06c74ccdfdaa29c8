package io.tenderhub.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenderhub.feeds.ocds.OcdsTenderMapper;
import io.tenderhub.readiness.BidSituation;
import io.tenderhub.readiness.ReadinessScore;
import io.tenderhub.readiness.ReadinessScorer;
import io.tenderhub.requirement.RequirementFinder;
import io.tenderhub.tender.Source;
import io.tenderhub.tender.Tender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * Batch scoring as one would write it in half an hour: lines in a parallel stream, each a whole tree by {@link ObjectMapper}. It is
 * true only for files of single releases, one a line. Rules and scorer are the product's.
 */
final class StraightforwardScoring {
    private final ObjectMapper json = new ObjectMapper();
    private final OcdsTenderMapper mapper = new OcdsTenderMapper();
    private final RequirementFinder requirements;
    private final ReadinessScorer scorer;
    private final BidSituation situation;

    StraightforwardScoring(RequirementFinder requirements, ReadinessScorer scorer, BidSituation situation) {
        this.requirements = requirements;
        this.scorer = scorer;
        this.situation = situation;
    }

    /** Hands on the scores in input order. */
    void score(Path file, BiConsumer<Tender, ReadinessScore> sink) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            lines.parallel().map(this::scored).forEachOrdered(scored -> sink.accept(scored.tender(), scored.score()));
        }
    }

    private record Scored(Tender tender, ReadinessScore score) {}

    private Scored scored(String line) {
        try {
            Source source = new Source("file", "", Source.Format.OCDS);
            Tender tender = mapper.map((ObjectNode) json.readTree(line), source, List.of());
            return new Scored(tender, scorer.score(tender, requirements.find(tender), situation));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
