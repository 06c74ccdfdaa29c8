package io.tenderhub.feeds;

/** How JSON is laid out over lines, told from the beginning of an input. */
enum JsonLayout {
    /** One value a line. */
    LINES,
    /** The first line is longer than what was looked at. */
    ONE_LONG_LINE,
    /** Values over any number of lines. */
    DOCUMENTS;

    static JsonLayout of(byte[] beginning, boolean complete) {
        int from = 0;
        boolean first = true;
        boolean documentsFollow = true;
        JsonLayout layout = DOCUMENTS;
        while (from < beginning.length) {
            int to = from;
            while (to < beginning.length && beginning[to] != '\n') {
                to++;
            }
            Line line = new Line(beginning, from, to);
            boolean whole = to < beginning.length || complete;
            if (!line.isBlank()) {
                if (first) {
                    if (!whole) {
                        return line.isOpening() ? ONE_LONG_LINE : DOCUMENTS;
                    }
                    layout = line.isCompleteValue() ? LINES : DOCUMENTS;
                    documentsFollow = line.goesOn();
                    first = false;
                } else if (layout == LINES) {
                    return line.isOpeningOnly() ? DOCUMENTS : LINES;
                } else if (whole && !documentsFollow && line.isCompleteObjectFromTheMargin()) {
                    return LINES;
                }
            }
            from = to + 1;
        }
        return layout == LINES && complete ? DOCUMENTS : layout;
    }

    private record Line(byte[] bytes, int from, int to) {
        Line {
            while (to > from && JsonBytes.isBlank(bytes[to - 1])) {
                to--;
            }
        }

        boolean isBlank() {
            return start() == to;
        }

        private int start() {
            int start = from;
            while (start < to && JsonBytes.isBlank(bytes[start])) {
                start++;
            }
            return start;
        }

        boolean isOpening() {
            return bytes[start()] == '{' || bytes[start()] == '[';
        }

        boolean isOpeningOnly() {
            return isOpening() && start() == to - 1;
        }

        /** Whether the line is the beginning of a document that later lines go on with. */
        boolean goesOn() {
            return isOpening() && "{[,:".indexOf(bytes[to - 1]) >= 0;
        }

        boolean isCompleteObjectFromTheMargin() {
            return bytes[from] == '{' && isCompleteValue();
        }

        boolean isCompleteValue() {
            if (!isOpening()) {
                return false;
            }
            int depth = 0;
            boolean text = false;
            for (int i = start(); i < to; i++) {
                byte found = bytes[i];
                if (text) {
                    if (found == '\\') {
                        i++;
                    } else if (found == '"') {
                        text = false;
                    }
                } else if (found == '"') {
                    text = true;
                } else if (found == '{' || found == '[') {
                    depth++;
                } else if (found == '}' || found == ']') {
                    depth--;
                    if (depth == 0) {
                        return i == to - 1 || bytes[i + 1] == '{';
                    }
                }
            }
            return false;
        }
    }
}
