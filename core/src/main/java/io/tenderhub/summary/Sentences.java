package io.tenderhub.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a text apart as public tenders write it: wrapped lines, lists, abbreviations, whole paragraphs in capitals. Takes time in
 * proportion to its length, whatever it is: texts come from strangers.
 */
final class Sentences {
    private static final Pattern BULLET = Pattern.compile("^\\s*(?:[•▪●◦·*–—-]+|\\(?[a-zA-Z0-9]{1,2}[.)](?=\\s))\\s*");
    private static final Pattern END = Pattern.compile("(?<![.!?;])[.!?;]++[\"'’”)]*+\\s+");
    private static final Pattern OPENING = Pattern.compile("^[(\"'“‘]+");
    /** Words that end in a full stop without ending a sentence. */
    private static final Set<String> ABBREVIATIONS = Set.of(
            "no", "nos", "nr", "mr", "mrs", "ms", "dr", "adv", "prof", "st", "str", "rd", "ave", "cnr", "ltd", "pty",
            "co", "inc", "dept", "tel", "fax", "ref", "cell", "e.g", "i.e", "etc", "approx", "vs", "bldg", "est", "ext",
            "incl", "excl", "min", "max", "qty", "par", "sec", "art", "p", "pp", "fig", "vol", "cc", "cat", "attn");

    private Sentences() {}

    /** The sentences in their order, each with single blanks and none empty. */
    static List<String> of(String text) {
        List<String> sentences = new ArrayList<>();
        for (String paragraph : paragraphs(text)) {
            split(paragraph, sentences);
        }
        return sentences;
    }

    /** Joins lines that go on in the next one: one that begins with a small letter is not a new thought. */
    private static List<String> paragraphs(String text) {
        List<StringBuilder> paragraphs = new ArrayList<>();
        boolean open = false;
        for (String raw : text.lines().toList()) {
            String line = raw.strip();
            boolean bullet = BULLET.matcher(line).lookingAt();
            if (open && !bullet && !line.isEmpty() && Character.isLowerCase(line.charAt(0))) {
                paragraphs.get(paragraphs.size() - 1).append(' ').append(line);
            } else if (!line.isEmpty()) {
                paragraphs.add(new StringBuilder(BULLET.matcher(line).replaceFirst("")));
            }
            open = !line.isEmpty() && ".!?;:".indexOf(line.charAt(line.length() - 1)) < 0;
        }
        return paragraphs.stream().map(StringBuilder::toString).toList();
    }

    private static void split(String paragraph, List<String> sentences) {
        int begin = 0;
        Matcher end = END.matcher(paragraph);
        while (end.find()) {
            if (endsSentence(paragraph, begin, end.start(), end.end())) {
                add(paragraph.substring(begin, end.end()), sentences);
                begin = end.end();
            }
        }
        add(paragraph.substring(begin), sentences);
    }

    private static boolean endsSentence(String text, int begin, int stop, int next) {
        if (next < text.length() && text.charAt(next) == ':') {
            return false;
        }
        if (text.charAt(stop) != '.') {
            return true;
        }
        if (next < text.length() && Character.isLowerCase(text.charAt(next))) {
            return false;
        }
        String word = OPENING.matcher(lastWord(text, begin, stop)).replaceFirst("");
        boolean initial = word.length() == 1 && Character.isLetter(word.charAt(0));
        boolean listNumber = word.matches("\\d{1,2}");
        return !initial && !listNumber && !ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Looks no further back than it must: a text may have a million stops that end no sentence. */
    private static String lastWord(String text, int begin, int stop) {
        int first = stop;
        while (first > begin && text.charAt(first - 1) != ' ') {
            first--;
        }
        return text.substring(first, stop);
    }

    private static void add(String sentence, List<String> sentences) {
        String clean = String.join(" ", words(sentence));
        if (clean.codePoints().anyMatch(Character::isLetterOrDigit)) {
            sentences.add(clean);
        }
    }

    static List<String> words(String text) {
        return Arrays.stream(text.split("[\\s\\u00A0]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /**
     * At most so many words; a longer text is cut where no number or date is torn apart, and ends in an ellipsis. Empty if
     * there is no such place.
     */
    static String cut(String text, int most) {
        List<String> words = words(text);
        if (words.size() <= most) {
            return String.join(" ", words);
        }
        int cut = most;
        while (cut > 0 && (hasDigit(words.get(cut - 1)) || hasDigit(words.get(cut)))) {
            cut--;
        }
        return cut == 0 ? "" : String.join(" ", words.subList(0, cut)) + "…";
    }

    private static boolean hasDigit(String word) {
        return word.chars().anyMatch(Character::isDigit);
    }
}
