package io.tenderhub.popularity;

import static java.util.Objects.requireNonNull;

/**
 * A tender that people care for.
 *
 * @param points one for each view and {@link PopularTenders#SAVE_COUNTS} for each save, above zero
 */
public record Popular(String ocid, long points) {
    public Popular {
        requireNonNull(ocid);
    }
}
