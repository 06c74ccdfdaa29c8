package io.tenderhub.feeds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenderhub.feeds.JsonBytes.LineBreaks;
import io.tenderhub.feeds.published.UnreadableRecordException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads one input of JSON: documents one after the other, or JSON Lines. Packages and arrays are taken release by release; any
 * other object is kept until its end or until it turns out to be a release or a record.
 */
final class JsonInput implements JsonReading {
    private static final int DEEPEST_PACKAGE = 4;

    private final OpenedInput input;
    private final RecordClassifier classifier;
    private final JsonBytes json;
    private final boolean lines;
    private String document = "";
    private String position = "";

    JsonInput(OpenedInput input, RecordClassifier classifier, JsonLayout layout) {
        this(input, input.bytes(), classifier, layout, 1, Integer.MAX_VALUE);
    }

    /**
     * Some lines of an input of {@link JsonLayout#LINES}.
     *
     * @param lines whole lines
     * @param firstLine number of the first of them within the input
     * @param expected about how many bytes they have
     */
    static JsonInput ofLines(
            OpenedInput input, InputStream lines, RecordClassifier classifier, long firstLine, int expected) {
        return new JsonInput(input, lines, classifier, JsonLayout.LINES, firstLine, expected);
    }

    private JsonInput(
            OpenedInput input,
            InputStream bytes,
            RecordClassifier classifier,
            JsonLayout layout,
            long firstLine,
            int expected) {
        this.input = input;
        this.classifier = classifier;
        this.lines = layout == JsonLayout.LINES;
        this.json = new JsonBytes(bytes, PublishedJson.LONGEST_TEXT, lineBreaks(layout), firstLine, expected);
    }

    private static LineBreaks lineBreaks(JsonLayout layout) {
        return switch (layout) {
            case LINES -> LineBreaks.NOWHERE;
            case ONE_LONG_LINE -> LineBreaks.OUTSIDE_TEXTS;
            case DOCUMENTS -> LineBreaks.ANYWHERE;
        };
    }

    @Override
    public String position() {
        return place(position);
    }

    @Override
    public void read() throws IOException {
        boolean first = true;
        while (json.skipBlanks()) {
            document = lines || !first ? "line " + json.line() : "";
            position = "";
            if (isOpening(json.peek())) {
                try {
                    value("");
                } catch (BrokenJsonException e) {
                    json.stopRecording();
                    classifier.reject(place(position), e.getMessage());
                    skipBroken();
                }
            } else if (lines) {
                classifier.reject("line " + json.line(), "not JSON");
                json.skipLine();
            } else {
                skipText(first);
            }
            first = false;
        }
    }

    /** After a value that broke off: on with the next line, or with the next line that looks like a document's first. */
    private void skipBroken() throws IOException {
        if (json.atLineStart() && isOpening(json.peek())) {
            return; // what came before broke off; this is the beginning of something else
        }
        do {
            json.skipLine();
        } while (!lines && json.peek() >= 0 && !isOpening(json.peek()));
    }

    /** Text that is no JSON at all is one reject, however long. */
    private void skipText(boolean first) throws IOException {
        long from = json.line();
        String reason = first ? NotJson.reason(input) : "text that is not JSON";
        long to;
        do {
            to = json.line();
            json.skipLine();
        } while (json.skipBlanks() && !isOpening(json.peek()));
        boolean all = first && json.peek() < 0;
        classifier.reject(all ? "" : from == to ? "line " + from : "lines " + from + "-" + to, reason);
    }

    private void value(String path) throws IOException, BrokenJsonException {
        if (json.peekWithin() == '[') {
            elements(path, Kind.ANYTHING, 0);
        } else {
            object(path, 0);
        }
    }

    /** What the elements of an array are by its name. */
    private enum Kind {
        ANYTHING,
        RELEASE,
        RECORD,
        ROW
    }

    private void elements(String path, Kind kind, int depth) throws IOException, BrokenJsonException {
        json.expect('[');
        long others = 0;
        boolean more = json.peekWithin() != ']';
        for (long index = 0; more; index++) {
            position = path + "[" + index + "]";
            int found = json.peekWithin();
            if (found == '{' && kind == Kind.ANYTHING) {
                object(position, 0);
            } else if (found == '{') {
                json.record();
                json.takeValue();
                handOn(kind, path + "[" + index + "]");
            } else if (found == '[' && kind == Kind.ANYTHING && depth < DEEPEST_PACKAGE) {
                elements(position, kind, depth + 1);
            } else {
                json.takeValue();
                others++;
            }
            more = json.peekWithin() == ',';
            if (more) {
                json.take();
            }
        }
        position = path;
        json.expect(']');
        if (others > 0) {
            classifier.reject(
                    place(path),
                    others + (others == 1 ? " element that is" : " elements that are") + " not a JSON object");
        }
    }

    /** Reads an object that may be anything; its packages are handed on at once. True if there were any. */
    private boolean object(String path, int depth) throws IOException, BrokenJsonException {
        if (depth == 0) {
            json.record();
        }
        boolean streamed = false;
        json.expect('{');
        boolean more = json.peekWithin() != '}';
        while (more) {
            String name = json.takeName();
            json.expect(':');
            int found = json.peekWithin();
            if (name.equals("ocid") && depth == 0 && !streamed) {
                json.takeToClosing();
                handOn(Kind.ANYTHING, path);
                return false;
            }
            Kind kind = kindOf(name, depth);
            if (found == '[' && kind != Kind.ANYTHING) {
                json.stopRecording();
                elements(RecordClassifier.join(path, name), kind, 0);
                streamed = true;
            } else if (found == '{' && depth < DEEPEST_PACKAGE) {
                streamed |= object(RecordClassifier.join(path, name), depth + 1);
            } else {
                json.takeValue();
            }
            more = json.peekWithin() == ',';
            if (more) {
                json.take();
            }
        }
        json.expect('}');
        if (depth == 0 && !streamed) {
            handOn(Kind.ANYTHING, path);
        }
        return streamed;
    }

    private static Kind kindOf(String name, int depth) {
        return switch (name) {
            case "releases" -> Kind.RELEASE;
            case "records" -> Kind.RECORD;
            case "data" -> depth == 0 ? Kind.ROW : Kind.ANYTHING;
            default -> Kind.ANYTHING;
        };
    }

    private void handOn(Kind kind, String path) {
        String place = place(path);
        boolean tooLong = json.isTooLong();
        json.stopRecording();
        if (tooLong) {
            classifier.reject(place, "longer than " + PublishedJson.LONGEST_TEXT / (1024 * 1024) + " MB");
            return;
        }
        OpenedInput.Text text = input.text(json.recorded(), json.recordedLength());
        ObjectNode object;
        try {
            object = PublishedJson.object(text.text(), json.recordedFromLine());
        } catch (UnreadableRecordException e) {
            classifier.reject(place, e.getMessage());
            return;
        }
        switch (kind) {
            case RELEASE -> classifier.release(object, place, text.warnings());
            case RECORD -> classifier.record(object, place, text.warnings());
            case ROW, ANYTHING -> classifier.object(object, place, text.warnings());
        }
    }

    private String place(String path) {
        return document.isEmpty() || path.isEmpty() ? document + path : document + ", " + path;
    }

    private static boolean isOpening(int found) {
        return found == '{' || found == '[';
    }
}
