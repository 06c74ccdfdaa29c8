package io.tenderhub.feeds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenderhub.ingestion.FeedInput;
import io.tenderhub.ingestion.FeedSink;
import io.tenderhub.ingestion.FeedTotals;
import io.tenderhub.ingestion.Reject;
import io.tenderhub.tender.Source;
import io.tenderhub.tender.Warning;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One reading that makes one tender of all releases of an ocid: sorted first, then merged and mapped by several threads. */
final class MergedReading {
    private final ReleaseTenders tenders;
    private final Counting counting;

    MergedReading(ReleaseTenders tenders, FeedSink sink) {
        this.tenders = tenders;
        this.counting = new Counting(sink);
    }

    FeedTotals read(List<FeedInput> inputs) {
        try (RecordSorter sorter = new RecordSorter(tenders.temporaryFolder(), tenders.memory())) {
            try (ReleaseGathering gathering = new ReleaseGathering(sorter, true, new Others())) {
                counting.met(gathering.read(inputs));
            }
            tenders.merged(sorter.sorted(), counting);
        }
        return counting.totals();
    }

    /** Makes tenders of everything but releases at once. */
    private final class Others implements OtherRecordSink {
        @Override
        public void portalRow(ObjectNode row, Source source, List<Warning> warnings) {
            counting.met();
            counting.tender(() -> tenders.mapping().portalRow(row, source, warnings), source, Optional.empty());
        }

        @Override
        public void csvRow(Map<String, String> row, Source source, List<Warning> warnings) {
            counting.met();
            counting.tender(() -> tenders.mapping().csvRow(row, source, warnings), source, Optional.empty());
        }

        @Override
        public void reject(Reject reject) {
            counting.reject(reject);
        }
    }
}
