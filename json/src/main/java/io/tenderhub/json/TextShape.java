package io.tenderhub.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tenderhub.failure.FieldProblem;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A text, perhaps of certain lengths, a certain pattern, a certain form, or one of certain words. */
public final class TextShape extends Shape {
    static final TextShape ANY = new TextShape(
            0, Integer.MAX_VALUE, Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Notes.NONE);

    private final int shortest;
    private final int longest;
    private final Optional<Pattern> pattern;
    private final Optional<String> patternMeans;
    private final List<String> words;
    private final Optional<TextFormat> format;

    private TextShape(
            int shortest,
            int longest,
            Optional<Pattern> pattern,
            Optional<String> patternMeans,
            List<String> words,
            Optional<TextFormat> format,
            Notes notes) {
        super(notes);
        this.shortest = shortest;
        this.longest = longest;
        this.pattern = pattern;
        this.patternMeans = patternMeans;
        this.words = words;
        this.format = format;
    }

    /** Of so many characters (code points), both included. */
    public TextShape length(int least, int most) {
        return new TextShape(least, most, pattern, patternMeans, words, format, notes());
    }

    /**
     * @param regex anchored with {@code ^} and {@code $}, in what Java and ECMAScript have in common
     * @param meaning to follow "must be", such as {@code an ocid}
     */
    public TextShape pattern(String regex, String meaning) {
        return new TextShape(
                shortest, longest, Optional.of(Pattern.compile(regex)), Optional.of(meaning), words, format, notes());
    }

    public TextShape oneOf(Collection<String> allowed) {
        return new TextShape(shortest, longest, pattern, patternMeans, List.copyOf(allowed), format, notes());
    }

    public TextShape oneOf(String... allowed) {
        return oneOf(List.of(allowed));
    }

    TextShape ofFormat(TextFormat wanted) {
        return new TextShape(shortest, longest, pattern, patternMeans, words, Optional.of(wanted), notes());
    }

    @Override
    Shape with(Notes changed) {
        return new TextShape(shortest, longest, pattern, patternMeans, words, format, changed);
    }

    @Override
    void check(JsonNode value, String path, List<FieldProblem> problems) {
        if (!value.isTextual()) {
            refuse(value, path, problems);
        } else if (!fits(value.textValue())) {
            problems.add(new FieldProblem(path.isEmpty() ? "body" : path, "must be " + wanted()));
        }
    }

    private boolean fits(String text) {
        int length = text.codePointCount(0, text.length());
        return length >= shortest
                && length <= longest
                && (words.isEmpty() || words.contains(text))
                && pattern.map(regex -> regex.matcher(text).matches()).orElse(true)
                && format.map(form -> form.fits(text)).orElse(true);
    }

    @Override
    JsonNode ofText(String text) {
        return TextNode.valueOf(text);
    }

    @Override
    String wanted() {
        if (!words.isEmpty()) {
            return words.size() == 1 ? "'" + words.get(0) + "'" : "one of " + String.join(", ", words);
        }
        String kind = format.map(TextFormat::wanted).or(() -> patternMeans).orElse("a text");
        if (longest == Integer.MAX_VALUE) {
            return shortest > 0 ? kind + " of " + shortest + " characters or more" : kind;
        }
        return shortest > 0
                ? kind + " of " + shortest + " to " + longest + " characters"
                : kind + " of at most " + longest + " characters";
    }

    @Override
    void fields(JsonGenerator json) throws IOException {
        json.writeStringField("type", "string");
        if (format.isPresent()) {
            json.writeStringField("format", format.get().code());
        }
        if (shortest > 0) {
            json.writeNumberField("minLength", shortest);
        }
        if (longest < Integer.MAX_VALUE) {
            json.writeNumberField("maxLength", longest);
        }
        if (pattern.isPresent()) {
            json.writeStringField("pattern", pattern.get().pattern());
        }
        if (!words.isEmpty()) {
            json.writeArrayFieldStart("enum");
            for (String word : words) {
                json.writeString(word);
            }
            json.writeEndArray();
        }
    }
}
