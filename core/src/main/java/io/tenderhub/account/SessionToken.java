package io.tenderhub.account;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
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
    private static final Pattern FORM = Pattern.compile("([a-z0-9][a-z0-9-]{0,63})\\.([A-Za-z0-9_-]{43})");
    private static final int LONGEST = 64 + 1 + 43;
    private static final int BYTES = 32;

    public SessionToken {
        requireNonNull(user);
        requireNonNull(text);
        requireNonNull(hash);
    }

    /** @param random which nobody can foresee */
    public static SessionToken create(UserId user, RandomGenerator random) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        String letters = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        return new SessionToken(user, new Secret(user + "." + letters), hashed(letters));
    }

    /** Empty for a text that is none. */
    public static Optional<SessionToken> read(Secret text) {
        if (text.reveal().length() > LONGEST) {
            return Optional.empty();
        }
        Matcher parts = FORM.matcher(text.reveal());
        return parts.matches()
                ? Optional.of(new SessionToken(new UserId(parts.group(1)), text, hashed(parts.group(2))))
                : Optional.empty();
    }

    /** Without the letters and their hash. */
    @Override
    public String toString() {
        return "SessionToken[" + user + "]";
    }

    private static String hashed(String letters) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(letters.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
