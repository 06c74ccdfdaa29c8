package io.tenderhub.tender;

import static java.util.Objects.requireNonNull;

import io.tenderhub.cidb.CidbGrade;
import java.util.Set;

/**
 * A tender with what was found in its words and is searched by.
 *
 * @param cidb the gradings asked for, any of which is enough; empty where none is stated
 */
public record TenderToStore(Tender tender, Set<CidbGrade> cidb) {
    public TenderToStore {
        requireNonNull(tender);
        cidb = Set.copyOf(cidb);
    }
}
