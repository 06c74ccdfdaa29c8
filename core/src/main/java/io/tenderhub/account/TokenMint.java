package io.tenderhub.account;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Makes ids and secrets that nobody can foresee, and of a secret what can be kept of it. */
public final class TokenMint {
    /** What the letters of a secret look like: 256 bits in base64url. */
    public static final String SECRET_FORM = "[A-Za-z0-9_-]{43}";

    private final SecureRandom random;

    public TokenMint(SecureRandom random) {
        this.random = requireNonNull(random);
    }

    /** 43 letters that hold 256 random bits. */
    public String secret() {
        return secret(random);
    }

    static String secret(RandomGenerator random) {
        byte[] bits = new byte[32];
        random.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /** So many random bytes as {@code 0-9 a-f}. */
    public String id(int bytes) {
        byte[] bits = new byte[bytes];
        random.nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }

    /** SHA-256 in lower-case hexadecimal; fast, which is enough for 256 random bits and for nothing less. */
    public static String hash(String secret) {
        return HexFormat.of().formatHex(sha256(secret));
    }

    /** Whether a secret has this hash; takes as long wherever they differ. */
    public static boolean matches(String secret, String hash) {
        return MessageDigest.isEqual(
                hash(secret).getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
