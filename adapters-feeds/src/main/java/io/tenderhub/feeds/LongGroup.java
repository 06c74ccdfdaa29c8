package io.tenderhub.feeds;

import java.io.IOException;

/** The releases of one ocid, one after the other: those that were taken before, and then those that come next in order. */
final class LongGroup implements RecordCursor {
    private final byte[] beginning;
    private final int beginningEnds;
    private final RecordCursor rest;
    private int at;
    private int length;
    private boolean restBegun;
    private boolean restEnded;

    /**
     * @param beginning of the group, alone
     * @param rest at the first record that is not in the beginning, which may be of another ocid
     */
    LongGroup(ReleaseGroups beginning, RecordCursor rest) {
        this.beginning = beginning.array();
        this.beginningEnds = beginning.bytes();
        this.rest = rest;
    }

    @Override
    public boolean next() throws IOException {
        if (restBegun) {
            restEnded = restEnded || !rest.next();
            return !restEnded && ReleaseRecords.sameOcid(beginning, 0, rest.array(), rest.at());
        }
        at += length;
        if (at < beginningEnds) {
            length = ReleaseRecords.length(beginning, at);
            return true;
        }
        restBegun = true;
        return ReleaseRecords.sameOcid(beginning, 0, rest.array(), rest.at());
    }

    String ocid() {
        return ReleaseRecords.ocid(beginning, 0);
    }

    /** Whether nothing at all follows the group. */
    boolean isLast() {
        return restEnded;
    }

    @Override
    public byte[] array() {
        return restBegun ? rest.array() : beginning;
    }

    @Override
    public int at() {
        return restBegun ? rest.at() : at;
    }
}
