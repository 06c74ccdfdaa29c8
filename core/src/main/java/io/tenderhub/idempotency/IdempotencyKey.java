package io.tenderhub.idempotency;

import io.tenderhub.failure.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * What a client names a request by, to send it again: 16 to 255 visible ASCII characters that it never uses for another request.
 * The kept answer can be read by whoever has the key, so it is a secret: 128 random bits or more, such as a random UUID, keep the
 * answer from whoever steals the database; a word that can be guessed does not.
 */
public final class IdempotencyKey {
    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7E]{16,255}");

    private final String text;

    private IdempotencyKey(String text) {
        this.text = text;
    }

    /** @throws InvalidInputException at {@code Idempotency-Key}, without repeating it, if it is no such text */
    public static IdempotencyKey read(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new InvalidInputException(
                    "request", "Idempotency-Key", "must be 16 to 255 visible ASCII characters, such as a random UUID");
        }
        return new IdempotencyKey(text);
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Always the same: the key opens what is kept. */
    @Override
    public String toString() {
        return "(idempotency key)";
    }
}
