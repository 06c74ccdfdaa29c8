package io.tenderhub.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Optional;

/** Turns writings into text. Amounts are written in plain digits, absent fields are left out. */
public final class JsonText {
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build();

    private JsonText() {}

    /** One line, without line break. */
    public static String line(JsonWriting value) {
        StringWriter text = new StringWriter(1024);
        write(text, value, false);
        return text.toString();
    }

    /** One line, without line break, in UTF-8. */
    public static byte[] bytes(JsonWriting value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            value.to(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Several indented lines, for people. */
    public static String pretty(JsonWriting value) {
        StringWriter text = new StringWriter(1024);
        write(text, value, true);
        return text.toString();
    }

    private static void write(Writer target, JsonWriting value, boolean pretty) {
        try (JsonGenerator json = FACTORY.createGenerator(target)) {
            if (pretty) {
                json.useDefaultPrettyPrinter();
            }
            value.to(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void text(JsonGenerator json, String field, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(field, value.get());
        }
    }

    /** Anything that is written as its {@code toString}, such as an instant. */
    static void printed(JsonGenerator json, String field, Optional<?> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(field, value.get().toString());
        }
    }

    static void number(JsonGenerator json, String field, Optional<Integer> value) throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(field, value.get());
        }
    }

    /** Points with at most one decimal, whole ones without it. */
    static void points(JsonGenerator json, String field, double points) throws IOException {
        BigDecimal plain = BigDecimal.valueOf(points).stripTrailingZeros();
        json.writeNumberField(field, plain.scale() < 0 ? plain.setScale(0) : plain);
    }
}
