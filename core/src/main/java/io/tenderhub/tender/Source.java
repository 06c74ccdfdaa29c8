package io.tenderhub.tender;

import static java.util.Objects.requireNonNull;

/**
 * Where a tender was read.
 *
 * @param name of the file, stream or address
 * @param position within it: {@code line 12}, {@code releases[3]}, {@code row 7}
 * @param format of the published data
 */
public record Source(String name, String position, Format format) {
    public Source {
        requireNonNull(name);
        requireNonNull(position);
        requireNonNull(format);
    }

    /** What publishers write. */
    public enum Format {
        /** Open Contracting Data Standard 1.0 or 1.1. */
        OCDS,
        /** The search JSON of the South African eTenders portal. */
        ETENDERS_JSON,
        /** The CSV of tenders advertised on the South African eTenders portal. */
        ETENDERS_CSV
    }
}
