package io.tenderhub.redis;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How answers are stored: a line with the generations they were loaded under, then the value as JSON, long ones by gzip; or a
 * zero byte for there being none.
 */
final class AnswerForm {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerForm.class);
    /** Below this a search result is not worth its compression. */
    private static final int LONG = 4096;

    private static final byte GZIP_BEGINS = 0x1f;
    /** At the end of what is compressed: how long it was before. */
    private static final int GZIP_LENGTH = 4;

    private static final byte ABSENT = 0;

    /** Strict, so that an answer of an older release of the program is a miss and not half a value. */
    private final JsonMapper mapper = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Empty if the value can't be written, which is a fault of its type and logged. */
    Optional<byte[]> write(String generations, Optional<?> value) {
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        stored.writeBytes((generations + "\n").getBytes(StandardCharsets.US_ASCII));
        if (value.isEmpty()) {
            stored.write(ABSENT);
            return Optional.of(stored.toByteArray());
        }
        try {
            byte[] json = mapper.writeValueAsBytes(value.get());
            if (json.length < LONG) {
                stored.writeBytes(json);
            } else {
                try (GZIPOutputStream compressed = new GZIPOutputStream(stored)) {
                    compressed.write(json);
                }
            }
            return Optional.of(stored.toByteArray());
        } catch (IOException e) {
            LOG.warn(
                    "An answer of {} can't be cached: {}",
                    value.get().getClass().getName(),
                    e.getMessage());
            return Optional.empty();
        }
    }

    /** What takes the place of a copy once there is no answer any more. No generations are called like that: it never counts. */
    byte[] gone() {
        return "gone\n\0".getBytes(StandardCharsets.US_ASCII);
    }

    /** How long the JSON of a stored answer is. */
    static int length(byte[] stored) {
        int begin = 0;
        while (begin < stored.length && stored[begin] != '\n') {
            begin++;
        }
        int length = Math.max(0, stored.length - begin - 1);
        return length > GZIP_LENGTH && stored[begin + 1] == GZIP_BEGINS
                ? ByteBuffer.wrap(stored, stored.length - GZIP_LENGTH, GZIP_LENGTH)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .getInt()
                : length;
    }

    /** Empty if nothing is stored, or it was loaded under other generations, or can't be read. */
    <V> Optional<Known<V>> read(Optional<byte[]> answer, String generations, Class<V> type) {
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        byte[] stored = answer.get();
        byte[] line = (generations + "\n").getBytes(StandardCharsets.US_ASCII);
        return stored.length <= line.length || !Arrays.equals(stored, 0, line.length, line, 0, line.length)
                ? Optional.empty()
                : read(stored, line.length, type);
    }

    /** The same whatever generations it was loaded under: it need not count. */
    <V> Optional<Known<V>> readWhatever(byte[] stored, Class<V> type) {
        int line = 0;
        while (line < stored.length && stored[line] != '\n') {
            line++;
        }
        return line + 1 < stored.length ? read(stored, line + 1, type) : Optional.empty();
    }

    private <V> Optional<Known<V>> read(byte[] stored, int from, Class<V> type) {
        if (stored[from] == ABSENT) {
            return Optional.of(new Known<>(Optional.empty()));
        }
        ByteArrayInputStream rest = new ByteArrayInputStream(stored, from, stored.length - from);
        try (InputStream json = stored[from] == GZIP_BEGINS ? new GZIPInputStream(rest) : rest) {
            // To the end, where gzip keeps its checksum.
            return Optional.ofNullable(mapper.readValue(json.readAllBytes(), type))
                    .map(value -> new Known<>(Optional.of(value)));
        } catch (IOException e) {
            LOG.debug("A cached answer of {} can't be read and counts as a miss", type.getName(), e);
            return Optional.empty();
        }
    }
}
