package io.tenderhub.feeds;

import io.tenderhub.ingestion.OrderedParallel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** Goes along sorted records and has work done on the releases of each ocid, on several threads; results come in order. */
final class GroupsInOrder<R> {
    private static final int ENOUGH = 256 * 1024;
    private static final int FIRST = 16 * 1024;
    private static final int LONGEST_GROUP = 4 * 1024 * 1024;

    private final Work<R> work;
    private final Consumer<? super R> results;

    /** What is done with releases. */
    interface Work<R> {

        /** On any thread. */
        R groups(ReleaseGroups groups);

        /** Of an ocid with more releases than fit in memory; on the calling thread. */
        R longGroup(LongGroup group);
    }

    GroupsInOrder(Work<R> work, Consumer<? super R> results) {
        this.work = work;
        this.results = results;
    }

    void handOn(RecordCursor sorted) {
        try (OrderedParallel<R> tasks =
                new OrderedParallel<>(Runtime.getRuntime().availableProcessors(), results)) {
            handOn(sorted, tasks);
        } catch (IOException e) {
            throw new UncheckedIOException("temporary files can't be read", e);
        }
    }

    private void handOn(RecordCursor sorted, OrderedParallel<R> tasks) throws IOException {
        boolean more = sorted.next();
        boolean first = true;
        while (more) {
            ReleaseGroups groups = new ReleaseGroups(first ? FIRST : ENOUGH + ENOUGH / 4);
            boolean tooLong = false;
            while (more && groups.bytes() < ENOUGH && !tooLong) {
                groups.beginGroup();
                int begin = groups.bytes();
                do {
                    groups.add(sorted.array(), sorted.at());
                    more = sorted.next();
                    tooLong = groups.bytes() - begin > LONGEST_GROUP;
                } while (more
                        && !tooLong
                        && ReleaseRecords.sameOcid(groups.array(), begin, sorted.array(), sorted.at()));
            }
            if (tooLong && more) {
                LongGroup group = new LongGroup(groups.takeLast(), sorted);
                if (groups.size() > 0) {
                    tasks.add(() -> work.groups(groups));
                }
                tasks.finish();
                results.accept(work.longGroup(group));
                more = !group.isLast();
            } else if (first && !more) {
                // Little to do: not worth a thread.
                results.accept(work.groups(groups));
            } else {
                tasks.add(() -> work.groups(groups));
            }
            first = false;
        }
        tasks.finish();
    }
}
