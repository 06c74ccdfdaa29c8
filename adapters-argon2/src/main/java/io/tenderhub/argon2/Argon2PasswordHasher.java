package io.tenderhub.argon2;

import static java.util.Objects.requireNonNull;

import io.tenderhub.account.PasswordHash;
import io.tenderhub.account.PasswordHasher;
import io.tenderhub.account.Secret;
import io.tenderhub.failure.UnavailableException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes passwords by Argon2id (RFC 9106), with 16 random bytes of salt and 32 of hash. What is kept names its own parameters, so they
 * can be raised at any time: older hashes still match, and are {@linkplain #isOutdated outdated}. No more are made at once than memory is
 * meant for; whoever comes then waits, and is refused if too many wait already. Safe for many threads.
 */
public final class Argon2PasswordHasher implements PasswordHasher {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final Cost cost;
    private final SecureRandom random;
    private final Semaphore places;
    private final Semaphore entrance;

    private Argon2PasswordHasher(Builder options) {
        this.cost = new Cost(options.memoryKib, options.iterations, options.parallelism);
        if (!cost.isPossible() || options.atOnce < 1 || options.waiting < 0) {
            throw new IllegalArgumentException(
                    "Argon2id takes 8 KiB a lane to 1 GiB of memory, 1 to 100 iterations, 1 to 64"
                            + " lanes, one password or more at once, and none or more that wait");
        }
        this.random = options.random;
        this.places = new Semaphore(options.atOnce, true);
        this.entrance = new Semaphore(options.atOnce + options.waiting);
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    public PasswordHash hash(Secret password) {
        return enter(() -> {
            byte[] salt = new byte[SALT_BYTES];
            random.nextBytes(salt);
            return new PasswordHash(new PhcText(cost, salt, derive(password, cost, salt, HASH_BYTES)).write());
        });
    }

    @Override
    public boolean matches(Secret password, PasswordHash hash) {
        Optional<PhcText> kept = PhcText.read(hash.encoded());
        return kept.isPresent()
                && enter(() -> MessageDigest.isEqual(
                        kept.get().hash, derive(password, kept.get().cost, kept.get().salt, kept.get().hash.length)));
    }

    @Override
    public boolean isOutdated(PasswordHash hash) {
        return PhcText.read(hash.encoded())
                .filter(kept ->
                        kept.cost.equals(cost) && kept.salt.length == SALT_BYTES && kept.hash.length == HASH_BYTES)
                .isEmpty();
    }

    /** Whoever floods the hub with passwords must not hold all its threads. */
    private <T> T enter(Supplier<T> work) {
        if (!entrance.tryAcquire()) {
            throw new UnavailableException("password checking", "too many passwords wait for it", null);
        }
        try {
            return work.get();
        } finally {
            entrance.release();
        }
    }

    private byte[] derive(Secret password, Cost at, byte[] salt, int length) {
        byte[] text = password.reveal().getBytes(StandardCharsets.UTF_8);
        byte[] derived = new byte[length];
        places.acquireUninterruptibly();
        try {
            Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
            argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(at.memoryKib())
                    .withIterations(at.iterations())
                    .withParallelism(at.parallelism())
                    .withSalt(salt)
                    .build());
            argon2.generateBytes(text, derived);
            return derived;
        } finally {
            places.release();
            Arrays.fill(text, (byte) 0);
        }
    }

    /**
     * What hashing costs. As it comes: 19 MiB of memory, 2 iterations and 1 lane, the least that OWASP's Password Storage Cheat Sheet
     * advises for Argon2id; raise it as far as logins may take.
     */
    public static final class Builder {
        private int memoryKib = 19_456;
        private int iterations = 2;
        private int parallelism = 1;
        private int atOnce = Runtime.getRuntime().availableProcessors();
        private int waiting = 64;
        private SecureRandom random = new SecureRandom();

        private Builder() {}

        /** @param kib 8 for each lane to 1,048,576 */
        public Builder memoryKib(int kib) {
            this.memoryKib = kib;
            return this;
        }

        /** @param passes 1 to 100 */
        public Builder iterations(int passes) {
            this.iterations = passes;
            return this;
        }

        /** @param lanes 1 to 64; they are computed one after the other, so more cost a guesser less than memory does */
        public Builder parallelism(int lanes) {
            this.parallelism = lanes;
            return this;
        }

        /** @param passwords how many are hashed at once, 1 or more; as many as there are processors, unless told otherwise */
        public Builder atOnce(int passwords) {
            this.atOnce = passwords;
            return this;
        }

        /** @param passwords how many may wait besides, 0 or more; 64, unless told otherwise */
        public Builder waiting(int passwords) {
            this.waiting = passwords;
            return this;
        }

        /** @param source of the salts, which nobody can foresee */
        public Builder random(SecureRandom source) {
            this.random = requireNonNull(source);
            return this;
        }

        /** @throws IllegalArgumentException if an option is out of its range */
        public Argon2PasswordHasher build() {
            return new Argon2PasswordHasher(this);
        }
    }
}
