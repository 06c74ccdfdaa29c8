package io.tenderhub.documents;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text without any format, in one of the three ways that it is written. */
final class PlainText {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private PlainText() {}

    /** The text, without a mark of its encoding; empty if these bytes are no text. */
    static Optional<String> decode(byte[] bytes) {
        if (charset(bytes) == StandardCharsets.UTF_8 && !isText(bytes)) {
            return Optional.empty();
        }
        Optional<String> text = decode(bytes, charset(bytes));
        if (text.isEmpty()) {
            text = decode(bytes, WINDOWS);
        }
        return text.map(decoded -> decoded.startsWith("\ufeff") ? decoded.substring(1) : decoded)
                .filter(PlainText::isText);
    }

    private static Charset charset(byte[] bytes) {
        boolean marked = bytes.length >= 2 && bytes.length % 2 == 0;
        if (marked && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (marked && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        return StandardCharsets.UTF_8;
    }

    private static Optional<String> decode(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean isText(byte[] bytes) {
        for (byte one : bytes) {
            if (one >= 0 && isControl(one)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isText(String text) {
        return text.chars().noneMatch(PlainText::isControl);
    }

    private static boolean isControl(int letter) {
        return letter < ' ' && letter != '\n' && letter != '\r' && letter != '\t' && letter != '\f';
    }
}
