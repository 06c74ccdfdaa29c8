package io.tenderhub.spark;

import java.io.Serializable;
import java.util.Comparator;

/**
 * A line of JSON Lines.
 *
 * @param number within its input, from 1
 * @param ocid of the release in it; empty if it is none, or several
 */
record Line(long number, String ocid, String text) implements Serializable {

    /** What decides where a line goes and what it stands beside. */
    record Key(String ocid, long number) implements Serializable {
        /** Lines of one ocid together, in the order of their input. */
        static final Comparator<Key> ORDER = (Comparator<Key> & Serializable) (one, other) -> {
            int byOcid = one.ocid().compareTo(other.ocid());
            return byOcid != 0 ? byOcid : Long.compare(one.number(), other.number());
        };
    }

    Key key() {
        return new Key(ocid, number);
    }

    /** Whether both are releases that have to be merged. */
    boolean belongsTo(Line other) {
        return !ocid.isEmpty() && ocid.equals(other.ocid);
    }
}
