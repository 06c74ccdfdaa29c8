package io.tenderhub.idempotency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** By what two requests are known as the same one. Of a body that holds a password it must not be kept as it is. */
public final class RequestFingerprint {
    private final byte[] digest;

    private RequestFingerprint(byte[] digest) {
        this.digest = digest;
    }

    /**
     * @param route method and path with its parameters, such as {@code POST /api/v1/teams}
     * @param body as it was sent
     */
    public static RequestFingerprint of(String route, byte[] body) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] name = route.getBytes(StandardCharsets.UTF_8);
            // The length first, so that no other route and body run together to the same bytes.
            sha256.update(ByteBuffer.allocate(4).putInt(name.length).array());
            sha256.update(name);
            return new RequestFingerprint(sha256.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    byte[] digest() {
        return digest;
    }

    @Override
    public String toString() {
        return "(fingerprint)";
    }
}
