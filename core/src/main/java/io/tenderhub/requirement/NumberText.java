package io.tenderhub.requirement;

/** Where a number of a period ends, as tenders write it; {@link Numbers} knows its value. */
final class NumberText {
    private static final String[] SMALL = {
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "eighteen"
    };
    private static final String[] TENS = {"twenty", "thirty", "forty", "sixty"};
    private static final String[] UNITS = {"one", "two", "three", "four", "five", "six", "eight"};

    private NumberText() {}

    /**
     * {@code 36}, {@code (36)}, {@code thirty-six (36)}, {@code 36 (thirty-six)} or {@code thirty-six}; at most three
     * digits, and any word does before figures in brackets. The end, or -1 where there is none; in
     * {@code two years (24)} all that, so that whoever then misses the unit must try {@link #endOfWords}.
     */
    static int endOfNumber(String text, int at) {
        if (Signs.isDigit(text, at)) {
            return Signs.isDigit(text, at - 1) || Signs.isOneOf(text, at - 1, ".,/") ? -1 : endOfFigures(text, at);
        }
        int figures = endOfBrackets(text, at);
        if (figures < 0 && Signs.isAsciiLetter(text, at)) {
            figures = endOfWordsAndBrackets(text, at);
            return figures > 0 ? figures : endOfWords(text, at);
        }
        return figures;
    }

    /** Digits, and letters in brackets behind them. */
    private static int endOfFigures(String text, int at) {
        int digits = endOfDigits(text, at);
        int open = Signs.isBlank(text, digits) ? digits + 1 : digits;
        if (!Signs.is(text, open, '(')) {
            return digits;
        }
        int close = open + 1;
        while (close <= open + 21 && (Signs.isAsciiLetter(text, close) || Signs.isOneOf(text, close, " -"))) {
            close++;
        }
        return Signs.is(text, close, ')') && close - open > 3 && close - open <= 21 ? close + 1 : digits;
    }

    private static int endOfBrackets(String text, int open) {
        if (!Signs.is(text, open, '(')) {
            return -1;
        }
        int first = Signs.isBlank(text, open + 1) ? open + 2 : open + 1;
        int digits = endOfDigits(text, first);
        int close = Signs.isBlank(text, digits) ? digits + 1 : digits;
        return digits > first && Signs.is(text, close, ')') ? close + 1 : -1;
    }

    private static int endOfWordsAndBrackets(String text, int at) {
        int word = endOfLetters(text, at, 9);
        if (word - at < 3) {
            return -1;
        }
        if (Signs.isOneOf(text, word, " -")) {
            int second = endOfLetters(text, word + 1, 5);
            int end =
                    second - word - 1 < 3 ? -1 : endOfBrackets(text, Signs.isBlank(text, second) ? second + 1 : second);
            if (end > 0) {
                return end;
            }
        }
        return endOfBrackets(text, Signs.isBlank(text, word) ? word + 1 : word);
    }

    /** {@code twenty} or {@code twenty-one}: the end, or -1. */
    static int endOfWords(String text, int at) {
        for (String tens : TENS) {
            if (Signs.startsWith(text, at, tens)) {
                int end = at + tens.length();
                int unit = Signs.isOneOf(text, end, " -") ? endOfOne(UNITS, text, end + 1) : -1;
                return unit > 0 ? unit : end;
            }
        }
        return endOfOne(SMALL, text, at);
    }

    private static int endOfOne(String[] words, String text, int at) {
        int end = -1;
        for (String word : words) {
            if (Signs.startsWith(text, at, word)) {
                end = Math.max(end, at + word.length());
            }
        }
        return end;
    }

    private static int endOfDigits(String text, int at) {
        int end = at;
        while (end < at + 3 && Signs.isDigit(text, end)) {
            end++;
        }
        return end;
    }

    private static int endOfLetters(String text, int at, int most) {
        int end = at;
        while (end < at + most && Signs.isAsciiLetter(text, end)) {
            end++;
        }
        return end;
    }
}
