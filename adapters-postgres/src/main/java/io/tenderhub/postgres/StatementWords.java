package io.tenderhub.postgres;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** In few words what a statement does to which table. */
final class StatementWords {
    /** There are some dozens of statements, and some hundreds of combinations of what may be searched for. */
    private static final int MOST_REMEMBERED = 1_000;

    private static final int LONGEST_WORDING = 500;
    private static final Pattern CHANGE =
            Pattern.compile("\\b(INSERT INTO|UPDATE|DELETE FROM)\\s+(\\w+)", Pattern.CASE_INSENSITIVE);
    private static final List<String> OTHER_VERBS = List.of("select", "with", "set", "listen", "lock", "values");

    private final Rights rights;
    private final String prefix;
    private final List<String> tables;
    private final Pattern table;
    private final Map<String, Words> remembered = new ConcurrentHashMap<>();

    StatementWords(Names names, Rights rights) {
        this.rights = rights;
        this.prefix = names.prefix() + "_";
        this.tables = names.tables();
        this.table = Pattern.compile("\\b(" + String.join("|", tables) + ")\\b");
    }

    /**
     * @param operation {@code select}, {@code insert}, {@code update}, {@code delete}, {@code role}, or {@code other}
     * @param table without the prefix, or {@code none}
     * @param wording on one line, without what every statement begins with
     */
    record Words(String operation, String table, String wording) {}

    Words of(String sql) {
        Words known = remembered.get(sql);
        if (known != null) {
            return known;
        }
        Words said = words(sql);
        if (remembered.size() < MOST_REMEMBERED) {
            remembered.put(sql, said);
        }
        return said;
    }

    private Words words(String sql) {
        String own = rights.withoutRole(sql).strip();
        if (own.isEmpty()) {
            return new Words("role", "none", "");
        }
        Matcher change = CHANGE.matcher(own);
        while (change.find()) {
            if (tables.contains(change.group(2))) {
                String verb = change.group(1).toLowerCase(Locale.ROOT).split("\\s")[0];
                return new Words(verb, withoutPrefix(change.group(2)), shortened(own));
            }
        }
        Matcher named = table.matcher(own);
        String on = named.find() ? withoutPrefix(named.group(1)) : "none";
        return new Words(operation(own), on, shortened(own));
    }

    private static String operation(String own) {
        String verb = own.split("\\W", 2)[0].toLowerCase(Locale.ROOT);
        return verb.equals("with") ? "select" : OTHER_VERBS.contains(verb) ? verb : "other";
    }

    private String withoutPrefix(String name) {
        return name.substring(prefix.length());
    }

    private static String shortened(String own) {
        String line = own.replaceAll("\\s+", " ");
        return line.length() <= LONGEST_WORDING ? line : line.substring(0, LONGEST_WORDING) + "…";
    }
}
