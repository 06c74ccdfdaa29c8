package io.tenderhub.feeds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenderhub.feeds.published.GrowingBytes;
import io.tenderhub.feeds.published.UnreadableRecordException;
import io.tenderhub.tender.Source;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.Warning;
import io.tenderhub.tender.WarningCode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Tenders made of the releases of some ocids, in order; of each that can't be made, why. */
final class MergedTenders {
    private final List<Made> made = new ArrayList<>();

    private record Made(String ocid, Source source, Supplier<Tender> tender) {}

    void handOn(Counting counting) {
        made.forEach(one -> counting.tender(one.tender(), one.source(), Optional.of(one.ocid())));
    }

    /** Merges and makes tenders on any thread. A release that is alone stays as it was published. */
    record Work(GroupMerger merger, TenderMapping mapping) implements GroupsInOrder.Work<MergedTenders> {
        @Override
        public MergedTenders groups(ReleaseGroups groups) {
            MergedTenders tenders = new MergedTenders();
            GrowingBytes merged = new GrowingBytes(8 * 1024);
            byte[] array = groups.array();
            for (int i = 0; i < groups.size(); i++) {
                Set<Warning> warnings = new LinkedHashSet<>();
                int newest = 0;
                for (int at = groups.begin(i); at < groups.end(i); at += ReleaseRecords.length(array, at)) {
                    warnings.addAll(ReleaseOrigin.of(array, at).warnings());
                    newest = at;
                }
                int from = ReleaseRecords.jsonFrom(newest);
                ObjectNode json;
                if (newest == groups.begin(i)) {
                    json = PublishedJson.object(array, from, ReleaseRecords.jsonTo(array, newest) - from);
                } else {
                    merged.setLength(0);
                    merger.merge(groups, i, merged).forEach(path -> warnings.add(conflict(path)));
                    json = PublishedJson.object(merged.array(), 0, merged.length());
                }
                Source source = ReleaseOrigin.of(array, newest).source();
                tenders.made.add(map(ReleaseRecords.ocid(array, newest), json, source, warnings));
            }
            return tenders;
        }

        @Override
        public MergedTenders longGroup(LongGroup group) {
            GrowingBytes merged = new GrowingBytes(8 * 1024);
            Set<Warning> warnings = new LinkedHashSet<>();
            List<Source> newest = new ArrayList<>(1);
            merger.mergeLong(group, merged, record -> {
                        ReleaseOrigin origin = ReleaseOrigin.of(record.array(), record.at());
                        warnings.addAll(origin.warnings());
                        newest.clear();
                        newest.add(origin.source());
                    })
                    .forEach(path -> warnings.add(conflict(path)));
            MergedTenders tenders = new MergedTenders();
            ObjectNode json = PublishedJson.object(merged.array(), 0, merged.length());
            tenders.made.add(map(group.ocid(), json, newest.get(0), warnings));
            return tenders;
        }

        private Made map(String ocid, ObjectNode json, Source source, Set<Warning> warnings) {
            try {
                Tender tender = mapping.release(json, source, List.copyOf(warnings));
                return new Made(ocid, source, () -> tender);
            } catch (UnreadableRecordException e) {
                return new Made(ocid, source, () -> {
                    throw e;
                });
            }
        }

        private static Warning conflict(String path) {
            return new Warning(
                    WarningCode.UNEXPECTED_TYPE,
                    path,
                    "An earlier release has another kind of value here; the newer one was kept.");
        }
    }
}
