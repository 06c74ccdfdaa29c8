package io.tenderhub.feeds;

import io.tenderhub.feeds.merge.Merge;
import io.tenderhub.feeds.merge.ReleaseMerger;
import io.tenderhub.feeds.merge.TextMerge;
import io.tenderhub.feeds.published.GrowingBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** Merges the releases of one ocid: as text where that can be done, and else as trees. Thread-safe. */
final class GroupMerger {
    private final ReleaseMerger merger;

    GroupMerger(ReleaseMerger merger) {
        this.merger = merger;
    }

    /**
     * Writes the compiled release of a group.
     *
     * @return the fields whose kind changed
     */
    List<String> merge(ReleaseGroups groups, int group, GrowingBytes out) {
        int begin = out.length();
        if (mergeText(groups, group, out)) {
            return List.of();
        }
        out.setLength(begin);
        Merge merge = merger.start();
        byte[] array = groups.array();
        for (int at = groups.begin(group); at < groups.end(group); at += ReleaseRecords.length(array, at)) {
            add(merge, array, at);
        }
        return write(merge, out);
    }

    private boolean mergeText(ReleaseGroups groups, int group, GrowingBytes out) {
        byte[] array = groups.array();
        TextMerge merge = merger.startOfText(array);
        for (int at = groups.begin(group); at < groups.end(group); at += ReleaseRecords.length(array, at)) {
            if (!ReleaseRecords.isSound(array, at) || !merge.add(ReleaseRecords.jsonFrom(at))) {
                return false;
            }
        }
        return merge.writeTo(out);
    }

    /**
     * Merges a group that is too long to be held.
     *
     * @param each told of each record, oldest first
     */
    List<String> mergeLong(LongGroup group, GrowingBytes out, Consumer<RecordCursor> each) {
        Merge merge = merger.start();
        try {
            while (group.next()) {
                each.accept(group);
                add(merge, group.array(), group.at());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("temporary files can't be read", e);
        }
        return write(merge, out);
    }

    private static void add(Merge merge, byte[] array, int at) {
        int from = ReleaseRecords.jsonFrom(at);
        merge.add(PublishedJson.object(array, from, ReleaseRecords.jsonTo(array, at) - from));
    }

    private static List<String> write(Merge merge, GrowingBytes out) {
        out.write(PublishedJson.text(merge.compiled()).getBytes(StandardCharsets.UTF_8));
        return merge.conflicts();
    }
}
