package io.tenderhub.documents;

/**
 * One file of an archive as the archive's directory tells of it; only the places are trusted, after they were checked.
 *
 * @param name as it stands there
 * @param start of its packed bytes
 * @param packed how many there are
 * @param crc of its unpacked bytes
 */
record ArchivedFile(String name, boolean encrypted, int method, int start, int packed, long crc) {
    static final int STORED = 0;
    static final int DEFLATED = 8;

    boolean isFolder() {
        return name.endsWith("/") || name.endsWith("\\");
    }
}
