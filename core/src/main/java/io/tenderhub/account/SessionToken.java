package io.tenderhub.account;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a user shows to be known again: {@code <user id>.<43 letters>}, the letters 256 random bits in base64url.
 *
 * @param hash SHA-256 of the letters, in lower-case hexadecimal: what a store keeps
 */
public record SessionToken(UserId user, Secret text, String hash) {
    private static final Pattern FORM = Pattern.compile("([a-z0-9][a-z0-9-]{0,63})\\.(" + TokenMint.SECRET_FORM + ")");
    private static final int LONGEST = 64 + 1 + 43;

    public SessionToken {
        requireNonNull(user);
        requireNonNull(text);
        requireNonNull(hash);
    }

    /** @param random which nobody can foresee */
    public static SessionToken create(UserId user, RandomGenerator random) {
        String letters = TokenMint.secret(random);
        return new SessionToken(user, new Secret(user + "." + letters), TokenMint.hash(letters));
    }

    /** Empty for a text that is none. */
    public static Optional<SessionToken> read(Secret text) {
        if (text.reveal().length() > LONGEST) {
            return Optional.empty();
        }
        Matcher parts = FORM.matcher(text.reveal());
        return parts.matches()
                ? Optional.of(new SessionToken(new UserId(parts.group(1)), text, TokenMint.hash(parts.group(2))))
                : Optional.empty();
    }

    /** Without the letters and their hash. */
    @Override
    public String toString() {
        return "SessionToken[" + user + "]";
    }
}
