package io.tenderhub.postgres;

import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.tender.TenderQuery;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * Where a page ended: the sort key of its last hit, bound to the query by a hash, so that a cursor of another query is
 * refused. Opaque to callers; the version in front lets a later form be told from this one.
 *
 * @param key the values of the sort's columns, as texts
 * @param ocid of the last hit
 */
record PageCursor(List<String> key, String ocid) {
    private static final String VERSION = "1";
    private static final String SEPARATOR = "\n";

    String encode(TenderQuery query) {
        String fields = String.join(SEPARATOR, VERSION, hash(query), String.join(SEPARATOR, key), ocid);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(fields.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param keys how many values the sort of this query has
     * @throws InvalidInputException if it is not a cursor of this query
     */
    static PageCursor decode(String cursor, TenderQuery query, int keys) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            throw refused();
        }
        String[] fields = new String(bytes, StandardCharsets.UTF_8).split(SEPARATOR, keys + 3);
        if (fields.length != keys + 3 || !fields[0].equals(VERSION) || !fields[1].equals(hash(query))) {
            throw refused();
        }
        return new PageCursor(Arrays.asList(fields).subList(2, keys + 2), fields[keys + 2]);
    }

    static InvalidInputException refused() {
        return new InvalidInputException("search", "cursor", "is not one that was given for this query");
    }

    /** Of what decides which tenders are found and in which order: not of the limit, which may change between pages. */
    private static String hash(TenderQuery query) {
        String canonical = String.join(
                "\u001f",
                query.text().orElse(""),
                query.filter().id(),
                query.sort().name());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
