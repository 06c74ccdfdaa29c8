package io.tenderhub.requirement.plain;

/** Cheap looks at a text before an expression is tried on it. */
final class Words {
    private Words() {}

    static boolean contains(String text, String part) {
        int last = text.length() - part.length();
        for (int i = 0; i <= last; i++) {
            if (text.regionMatches(true, i, part, 0, part.length())) {
                return true;
            }
        }
        return false;
    }
}
