package io.tenderhub.trials;

import java.nio.charset.StandardCharsets;

/** Bytes as a report shows them. */
final class Texts {
    private static final int LONGEST = 600;

    private Texts() {}

    static String shown(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        String head = text.length() > LONGEST ? text.substring(0, LONGEST) + "… (" + bytes.length + " bytes)" : text;
        return head.replaceAll("\\p{Cntrl}", "?");
    }
}
