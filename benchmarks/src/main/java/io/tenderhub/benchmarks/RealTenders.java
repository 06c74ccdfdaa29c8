package io.tenderhub.benchmarks;

import io.tenderhub.bootstrap.Workbench;
import io.tenderhub.ingestion.FeedInput;
import io.tenderhub.ingestion.FeedSink;
import io.tenderhub.ingestion.Reject;
import io.tenderhub.tender.Tender;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Published tenders, of which others are made. */
final class RealTenders {
    private RealTenders() {}

    /** Those that say what is bought and in which category; a file, or a folder of files, in any form that is read elsewhere. */
    static List<Tender> read(Path path) {
        List<Tender> tenders = new ArrayList<>();
        new Workbench().feed().readMerged(List.of(new FeedInput.Files(path)), new FeedSink() {
            @Override
            public void tender(Tender tender) {
                if (tender.description().isPresent() && tender.category().isPresent()) {
                    tenders.add(tender);
                }
            }

            @Override
            public void reject(Reject reject) {
                // Beside the tenders there may be anything else.
            }
        });
        if (tenders.isEmpty()) {
            throw new IllegalArgumentException(path + " holds no tenders with a description and a category");
        }
        return List.copyOf(tenders);
    }
}
