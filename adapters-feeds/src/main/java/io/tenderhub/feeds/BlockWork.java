package io.tenderhub.feeds;

import io.tenderhub.feeds.quick.ReleaseScanner;
import io.tenderhub.ingestion.TenderDetail;
import io.tenderhub.ingestion.TenderWork;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Reads blocks of lines and works on their tenders, by the quick way where it serves. Used by many threads at once. */
final class BlockWork<T> {
    private final TenderWork<T> work;
    private final ReleaseTenders tenders;
    private final ConcurrentLinkedQueue<ReleaseScanner> scanners = new ConcurrentLinkedQueue<>();

    BlockWork(TenderWork<T> work, ReleaseTenders tenders) {
        this.work = work;
        this.tenders = tenders;
    }

    /** @param block not open; not needed any more afterwards */
    BlockResult<T> read(LineBlock block, LinesReader reader) {
        try (BlockSink<T> sink = new BlockSink<>(tenders, work)) {
            return sink.result(
                    work.detail() == TenderDetail.WHAT_IS_SCORED
                            ? scan(block, reader, sink)
                            : reader.read(block.bytes(), 0, block.length(), block.firstLine(), sink));
        }
    }

    private String scan(LineBlock block, LinesReader reader, BlockSink<T> sink) {
        ReleaseScanner known = scanners.poll();
        ReleaseScanner scanner = known == null ? new ReleaseScanner() : known;
        String position = new BlockScan(block, reader, scanner, sink).scan();
        scanners.add(scanner);
        return position;
    }
}
