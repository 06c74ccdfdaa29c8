package io.tenderhub.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What is made of a requester's key: the name under which an answer is kept, what tells requests apart, and what closes the answer.
 * Each is derived by itself (HKDF with HMAC-SHA256, RFC 5869), so that who has the store has none of the others. The answer is closed by
 * AES-256-GCM, and opens only under the name and request that it was kept for.
 */
final class Seal {
    private static final String HMAC = "HmacSHA256";
    private static final byte[] SALT = "io.tenderhub.idempotency/1".getBytes(StandardCharsets.US_ASCII);
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final String id;
    private final byte[] fingerprints;
    private final SecretKeySpec answers;

    private Seal(String id, byte[] fingerprints, SecretKeySpec answers) {
        this.id = id;
        this.fingerprints = fingerprints;
        this.answers = answers;
    }

    static Seal of(Requester requester, IdempotencyKey key) {
        byte[] secret = hmac(SALT, key.bytes());
        return new Seal(
                hex(derived(secret, "id", requester)),
                derived(secret, "fingerprint", requester),
                new SecretKeySpec(derived(secret, "answer", requester), "AES"));
    }

    /** 64 of {@code 0-9 a-f}; tells neither the key nor whose it is. */
    String id() {
        return id;
    }

    /** Tells nothing of the request, not even to who guesses what it was. */
    String of(RequestFingerprint fingerprint) {
        return hex(hmac(fingerprints, fingerprint.digest()));
    }

    byte[] close(RecordedAnswer answer, String fingerprint, SecureRandom random) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] closed = crypt(Cipher.ENCRYPT_MODE, nonce, fingerprint, AnswerForm.write(answer), 0);
        byte[] both = Arrays.copyOf(nonce, NONCE_BYTES + closed.length);
        System.arraycopy(closed, 0, both, NONCE_BYTES, closed.length);
        return both;
    }

    /** @throws IllegalStateException if somebody changed it */
    RecordedAnswer open(byte[] closed, String fingerprint) {
        if (closed.length < NONCE_BYTES + TAG_BITS / 8) {
            throw new IllegalStateException("the kept answer ends too early");
        }
        byte[] nonce = Arrays.copyOf(closed, NONCE_BYTES);
        return AnswerForm.read(crypt(Cipher.DECRYPT_MODE, nonce, fingerprint, closed, NONCE_BYTES));
    }

    private byte[] crypt(int mode, byte[] nonce, String fingerprint, byte[] input, int from) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, answers, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD((id + fingerprint).getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(input, from, input.length - from);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the kept answer can't be opened", e);
        }
    }

    /** One block of HKDF's expansion, which is all that 256 bits need. */
    private static byte[] derived(byte[] secret, String what, Requester requester) {
        return hmac(secret, (what + '\0' + requester.name() + '\1').getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hmac(byte[] key, byte[] data) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
