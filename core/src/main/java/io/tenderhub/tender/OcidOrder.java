package io.tenderhub.tender;

import java.util.Comparator;

/**
 * Orders ocids by the code points of their letters, as PostgreSQL does by {@code COLLATE "C"} and MongoDB without a collation;
 * so lists of several stores can be walked side by side. {@link String#compareTo} differs from it beyond the basic plane.
 */
public final class OcidOrder implements Comparator<String> {
    public static final OcidOrder INSTANCE = new OcidOrder();

    private OcidOrder() {}

    @Override
    public int compare(String one, String other) {
        int at = 0;
        while (at < one.length() && at < other.length()) {
            int mine = one.codePointAt(at);
            int theirs = other.codePointAt(at);
            if (mine != theirs) {
                return Integer.compare(mine, theirs);
            }
            at += Character.charCount(mine);
        }
        return Integer.compare(one.length(), other.length());
    }
}
