package io.tenderhub.http.endpoint;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Entity tags (RFC 9110 §8.8.3) and what clients say about them. */
public final class Tags {
    private static final int BYTES = 12;

    private Tags() {}

    /** A weak tag of these bytes: the same for the same bytes, compressed or not. */
    public static String weak(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            byte[] head = Arrays.copyOf(digest, BYTES);
            return "W/\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(head) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Whether {@code If-None-Match} names this tag; compared weakly, as the RFC says for it. */
    static boolean matches(String ifNoneMatch, String tag) {
        if (ifNoneMatch.equals(tag) || ifNoneMatch.strip().equals("*")) {
            return true;
        }
        String opaque = opaque(tag);
        for (String each : ifNoneMatch.split(",")) {
            if (opaque(each.strip()).equals(opaque)) {
                return true;
            }
        }
        return false;
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
