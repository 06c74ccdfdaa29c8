package io.tenderhub.semantic;

/**
 * What following the truth has brought into an index.
 *
 * @param put tenders that were put in, new or changed
 * @param removed tenders that were taken out, as the truth holds them no more
 */
public record Followed(long put, long removed) {
    static final Followed NOTHING = new Followed(0, 0);

    Followed plus(long morePut, long moreRemoved) {
        return new Followed(put + morePut, removed + moreRemoved);
    }
}
