package io.tenderhub.account;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address as it is compared: without blanks around it and in lower case, so that nobody registers twice by writing it
 * differently.
 *
 * @param value with one {@code @} between two parts, at most 254 characters (RFC 5321, 4.5.3.1.3)
 */
public record EmailAddress(String value) {
    /** Nothing that is not seen, in whatever alphabet: blanks, and controls, which would also steer a terminal. */
    private static final String UNSEEN = "@\\p{Z}\\p{Cc}\\p{Cf}\\p{Cs}";

    private static final Pattern FORM =
            Pattern.compile("[^" + UNSEEN + "]{1,64}@[^" + UNSEEN + ".]+(\\.[^" + UNSEEN + ".]+)*");

    public EmailAddress {
        requireNonNull(value);
        value = value.strip().toLowerCase(Locale.ROOT);
        if (value.length() > 254 || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("an e-mail address looks like name@example.org");
        }
    }

    /** Empty for a text that is none. */
    public static Optional<EmailAddress> read(String text) {
        try {
            return Optional.of(new EmailAddress(text));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
