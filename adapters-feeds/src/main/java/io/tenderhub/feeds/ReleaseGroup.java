package io.tenderhub.feeds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenderhub.feeds.merge.Merge;
import io.tenderhub.feeds.merge.ReleaseMerger;
import io.tenderhub.tender.Source;
import io.tenderhub.tender.Warning;
import io.tenderhub.tender.WarningCode;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Merges the releases of each ocid of an ordered sequence. */
final class ReleaseGroup {

    private ReleaseGroup() {}

    /**
     * What became of the releases of one ocid.
     *
     * @param json the release as published where there was one, else the compiled release
     * @param source of the newest
     */
    record Merged(String ocid, ObjectNode json, Source source, List<Warning> warnings) {}

    /**
     * Merges releases that come ordered by ocid and date.
     *
     * @param compileSingle whether a release without others is compiled too
     */
    static void forEachOcid(
            Iterator<StoredRelease> sorted, ReleaseMerger merger, boolean compileSingle, Consumer<Merged> action) {
        StoredRelease next = sorted.hasNext() ? sorted.next() : null;
        while (next != null) {
            StoredRelease first = next;
            PublishedRelease newest = first.release();
            Merge merge = merger.start();
            Set<Warning> warnings = new LinkedHashSet<>();
            int count = 0;
            while (next != null && next.ocid().equals(first.ocid())) {
                newest = next == first ? newest : next.release();
                merge.add(newest.json());
                warnings.addAll(newest.warnings());
                count++;
                next = sorted.hasNext() ? sorted.next() : null;
            }
            boolean compiled = compileSingle || count > 1;
            ObjectNode json = compiled ? merge.compiled() : newest.json();
            if (compiled) {
                merge.conflicts().forEach(path -> warnings.add(conflict(path)));
            }
            action.accept(new Merged(first.ocid(), json, newest.source(), List.copyOf(warnings)));
        }
    }

    private static Warning conflict(String path) {
        return new Warning(
                WarningCode.UNEXPECTED_TYPE,
                path,
                "An earlier release has another kind of value here; the newer one was kept.");
    }
}
