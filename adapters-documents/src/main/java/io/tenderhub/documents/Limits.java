package io.tenderhub.documents;

/**
 * How much of one document is read.
 *
 * @param unpackedBytes of everything that is unpacked of it, archives within it included
 * @param bytesOfOne of one file of an archive
 * @param ratio how many times as long as it is packed a file may be; looked at only beyond {@link #RATIO_FROM} bytes
 * @param files in all archives of it
 * @param depth how many archives may lie within each other
 * @param pages of one PDF; what comes after is left out
 * @param letters of text; what comes after is left out
 */
record Limits(long unpackedBytes, long bytesOfOne, int ratio, int files, int depth, int pages, int letters) {
    /** Small files of many blanks or zeros are no attack. */
    static final long RATIO_FROM = 4L * 1024 * 1024;

    static final Limits STANDARD = new Limits(50L * 1024 * 1024, 20L * 1024 * 1024, 100, 1_000, 2, 1_000, 1_000_000);

    Limits withLetters(int most) {
        return new Limits(unpackedBytes, bytesOfOne, ratio, files, depth, pages, most);
    }
}
