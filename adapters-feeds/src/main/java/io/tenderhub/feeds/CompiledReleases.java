package io.tenderhub.feeds;

import io.tenderhub.feeds.published.GrowingBytes;
import io.tenderhub.ingestion.ReleaseCompiler.CompiledSink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Compiled releases of some ocids, in order. */
final class CompiledReleases {
    private final GrowingBytes json;
    private final List<String> ocids = new ArrayList<>();
    private int[] ends = new int[64];

    private CompiledReleases(int capacity) {
        json = new GrowingBytes(capacity);
    }

    int size() {
        return ocids.size();
    }

    void handOn(CompiledSink sink) {
        int from = 0;
        for (int i = 0; i < ocids.size(); i++) {
            sink.compiledRelease(ocids.get(i), Arrays.copyOfRange(json.array(), from, ends[i]));
            from = ends[i];
        }
    }

    private void add(String ocid) {
        if (ocids.size() == ends.length) {
            ends = Arrays.copyOf(ends, 2 * ends.length);
        }
        ends[ocids.size()] = json.length();
        ocids.add(ocid);
    }

    /** Compiles on any thread. */
    record Work(GroupMerger merger) implements GroupsInOrder.Work<CompiledReleases> {
        @Override
        public CompiledReleases groups(ReleaseGroups groups) {
            CompiledReleases compiled = new CompiledReleases(groups.bytes());
            for (int i = 0; i < groups.size(); i++) {
                merger.merge(groups, i, compiled.json);
                compiled.add(ReleaseRecords.ocid(groups.array(), groups.begin(i)));
            }
            return compiled;
        }

        @Override
        public CompiledReleases longGroup(LongGroup group) {
            CompiledReleases compiled = new CompiledReleases(0);
            merger.mergeLong(group, compiled.json, unused -> {});
            compiled.add(group.ocid());
            return compiled;
        }
    }
}
