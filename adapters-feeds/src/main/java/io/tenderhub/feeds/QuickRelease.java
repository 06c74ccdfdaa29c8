package io.tenderhub.feeds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenderhub.ingestion.Reject;
import io.tenderhub.tender.Source;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.Warning;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A release whose tender was made straight from its line. The line is read again where it has to be merged with others.
 *
 * @param bytes with the line from {@code from} to {@code to}
 * @param number of the line
 */
record QuickRelease(Tender tender, LinesReader reader, byte[] bytes, int from, int to, long number)
        implements HeldRelease {
    @Override
    public String ocid() {
        return tender.ocid();
    }

    @Override
    public Source source() {
        return tender.source();
    }

    @Override
    public PublishedRelease published() {
        Only only = new Only();
        reader.read(bytes, from, to, number, only);
        if (only.found.size() != 1) {
            throw new IllegalStateException(
                    "a line of " + ocid() + " was taken for one release but has " + only.found.size());
        }
        return only.found.get(0);
    }

    @Override
    public HeldRelease kept() {
        return new QuickRelease(tender, reader, Arrays.copyOfRange(bytes, from, to), 0, to - from, number);
    }

    private static final class Only implements RecordSink {
        private List<PublishedRelease> found = List.of();

        @Override
        public void release(PublishedRelease release) {
            found = found.isEmpty() ? List.of(release) : List.of(found.get(0), release);
        }

        @Override
        public void record(List<PublishedRelease> releases) {
            releases.forEach(this::release);
        }

        @Override
        public void portalRow(ObjectNode row, Source source, List<Warning> warnings) {
            throw new IllegalStateException("a row of a portal is no release");
        }

        @Override
        public void csvRow(Map<String, String> row, Source source, List<Warning> warnings) {
            throw new IllegalStateException("a row of a portal is no release");
        }

        @Override
        public void reject(Reject reject) {
            throw new IllegalStateException("taken for a release: " + reject);
        }
    }
}
