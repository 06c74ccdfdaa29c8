package io.tenderhub.feeds;

import java.util.Arrays;
import java.util.List;

/** Records that are held, in order. */
final class RecordsInMemory implements RecordCursor {
    private final Place[] places;
    private int current = -1;

    /** A record, with the part of its ocid in which it mostly differs from others. */
    private static final class Place implements Comparable<Place> {
        private final byte[] array;
        private final int at;
        private long prefix;

        Place(byte[] array, int at) {
            this.array = array;
            this.at = at;
        }

        @Override
        public int compareTo(Place other) {
            int order = Long.compareUnsigned(prefix, other.prefix);
            return order == 0 ? ReleaseRecords.compare(array, at, other.array, other.at) : order;
        }
    }

    RecordsInMemory(List<ReleaseRecords> records) {
        int count = 0;
        for (ReleaseRecords some : records) {
            byte[] array = some.bytes().array();
            for (int at = 0; at < some.bytes().length(); at += ReleaseRecords.length(array, at)) {
                count++;
            }
        }
        places = new Place[count];
        int next = 0;
        int common = Integer.MAX_VALUE;
        for (ReleaseRecords some : records) {
            byte[] array = some.bytes().array();
            for (int at = 0; at < some.bytes().length(); at += ReleaseRecords.length(array, at)) {
                places[next] = new Place(array, at);
                common = Math.min(common, ReleaseRecords.commonBeginning(places[0].array, places[0].at, array, at));
                next++;
            }
        }
        for (Place place : places) {
            place.prefix = ReleaseRecords.prefix(place.array, place.at, common);
        }
        Arrays.sort(places);
    }

    @Override
    public boolean next() {
        return ++current < places.length;
    }

    @Override
    public byte[] array() {
        return places[current].array;
    }

    @Override
    public int at() {
        return places[current].at;
    }
}
