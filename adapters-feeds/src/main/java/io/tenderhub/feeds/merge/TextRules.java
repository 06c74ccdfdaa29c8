package io.tenderhub.feeds.merge;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules of merging, found by the bytes of a field's name. Immutable. */
final class TextRules {
    private final byte[][] names;
    private final TextRules[] below;
    private final MergeRules.@Nullable Treatment treatment;

    TextRules(MergeRules rules) {
        Map<String, MergeRules> fields = rules.fields();
        names = new byte[fields.size()][];
        below = new TextRules[fields.size()];
        treatment = rules.treatment();
        int at = 0;
        for (Map.Entry<String, MergeRules> field : fields.entrySet()) {
            names[at] = field.getKey().getBytes(StandardCharsets.UTF_8);
            below[at++] = new TextRules(field.getValue());
        }
    }

    /** The rules of a field, or null where everything in it follows the default. */
    @Nullable
    TextRules field(byte[] json, int from, int to) {
        for (int i = 0; i < names.length; i++) {
            // Lengths and last letters tell nearly all names apart.
            byte[] name = names[i];
            if (name.length == to - from
                    && name[name.length - 1] == json[to - 1]
                    && Arrays.equals(name, 0, name.length, json, from, to)) {
                return below[i];
            }
        }
        return null;
    }

    MergeRules.@Nullable Treatment treatment() {
        return treatment;
    }
}
