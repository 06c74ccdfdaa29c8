package io.tenderhub.feeds.published;

import io.tenderhub.tender.Warning;
import io.tenderhub.tender.WarningCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects the warnings of one record, the first of each code and path. Not thread-safe. */
public final class Warnings {
    private static final int LONGEST_QUOTE = 60;

    private final List<Warning> found = new ArrayList<>();
    private final Set<Map.Entry<WarningCode, String>> known = new HashSet<>();
    private final boolean wanted;

    /** @param fromReading what was met before the record's fields were looked at */
    public Warnings(List<Warning> fromReading) {
        this(true);
        for (Warning warning : fromReading) {
            add(warning.code(), warning.path(), warning.message());
        }
    }

    private Warnings(boolean wanted) {
        this.wanted = wanted;
    }

    /** Forgets all warnings, for whoever wants none. */
    static Warnings unwanted() {
        return new Warnings(false);
    }

    public void add(WarningCode code, String path, String message) {
        if (wanted && known.add(Map.entry(code, path))) {
            found.add(new Warning(code, path, message));
        }
    }

    public List<Warning> list() {
        return List.copyOf(found);
    }

    /** A published text for a message: in quotes, on one line, cut where long. */
    static String quote(String published) {
        String line = SoundText.of(published).replaceAll("\\s+", " ");
        if (line.length() <= LONGEST_QUOTE) {
            return '"' + line + '"';
        }
        int cut = Character.isHighSurrogate(line.charAt(LONGEST_QUOTE - 1)) ? LONGEST_QUOTE - 1 : LONGEST_QUOTE;
        return '"' + line.substring(0, cut) + "…\"";
    }
}
