package io.tenderhub.feeds;

import java.util.Locale;
import java.util.Map;

/** Says what an input is that is neither JSON nor a listing of the portal. */
final class NotJson {
    private static final int LOOKED_AT = 4096;
    private static final Map<String, String> KNOWN = Map.of(
            "PK\u0003\u0004", "a ZIP archive or office document",
            "%PDF", "a PDF document",
            "<!do", "an HTML page",
            "<htm", "an HTML page",
            "<?xm", "an XML document");

    private NotJson() {}

    static boolean isBinary(OpenedInput input) {
        byte[] head = input.beginning();
        int length = Math.min(head.length, LOOKED_AT);
        int control = 0;
        for (int i = 0; i < length; i++) {
            if (head[i] >= 0 && head[i] < ' ' && !JsonBytes.isBlank(head[i]) && head[i] != '\f' || head[i] == 0) {
                control++;
            }
        }
        return control * 50 > length;
    }

    static String reason(OpenedInput input) {
        String start = input.text(input.beginning(), Math.min(4, input.beginning().length))
                .text();
        String known = KNOWN.get(start.toLowerCase(Locale.ROOT));
        if (known == null) {
            known = KNOWN.get(start);
        }
        String what = known != null ? known : isBinary(input) ? "binary data" : "text";
        return what + ", neither JSON nor a CSV listing of the portal";
    }
}
