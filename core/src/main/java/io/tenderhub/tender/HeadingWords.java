package io.tenderhub.tender;

/**
 * The words of a title that are not glued to digits, slashes or the like, as the parts of a reference number are: three letters or
 * more, perhaps with an apostrophe and one more.
 */
final class HeadingWords {
    private static final int SHORTEST = 3;

    private final String title;
    private int start;
    private int end;

    HeadingWords(String title) {
        this.title = title;
    }

    /** Goes to the next word; false if there is none. */
    boolean next() {
        int i = end;
        while (i < title.length()) {
            if (!Character.isLetter(title.codePointAt(i))) {
                i++;
                continue;
            }
            boolean begun = !isGluedBefore(i);
            int letters = 0;
            start = i;
            while (i < title.length() && Character.isLetter(title.codePointAt(i))) {
                int length = Character.charCount(title.codePointAt(i));
                i += length;
                letters++;
                if (!begun && length > 1) {
                    // A letter of two characters glues nothing to what follows it.
                    begun = true;
                    letters = 0;
                    start = i;
                }
            }
            if (begun && letters >= SHORTEST && endsAt(i)) {
                return true;
            }
        }
        return false;
    }

    String word() {
        return title.substring(start, end);
    }

    private boolean endsAt(int letters) {
        if (letters + 1 < title.length() && isApostrophe(title.charAt(letters))) {
            int last = title.codePointAt(letters + 1);
            int after = letters + 1 + Character.charCount(last);
            if (Character.isLetter(last) && !isGluedAfter(after)) {
                end = after;
                return true;
            }
        }
        if (isGluedAfter(letters)) {
            return false;
        }
        end = letters;
        return true;
    }

    private boolean isGluedBefore(int place) {
        if (place == 0) {
            return false;
        }
        char before = title.charAt(place - 1);
        return before == '.' || isGlue(before);
    }

    private boolean isGluedAfter(int place) {
        return place < title.length() && isGlue(title.codePointAt(place));
    }

    private static boolean isGlue(int c) {
        return c == '/' || c == '_' || c == '-' || c >= '0' && c <= '9' || Character.isLetter(c);
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '’';
    }
}
