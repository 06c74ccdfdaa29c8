package io.tenderhub.account;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Hashes at once and badly, and notes what it compared with. */
public final class QuickHasher implements PasswordHasher {
    public final List<PasswordHash> compared = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger salts = new AtomicInteger();
    private volatile int strength = 1;
    private volatile Runnable whileComparing = () -> {};

    public void strengthen() {
        strength++;
    }

    /** Runs it once, at the next comparison. */
    public void whileComparing(Runnable action) {
        whileComparing = action;
    }

    @Override
    public PasswordHash hash(Secret password) {
        return encoded(strength, salts.incrementAndGet(), password);
    }

    @Override
    public boolean matches(Secret password, PasswordHash hash) {
        compared.add(hash);
        String[] parts = hash.encoded().split("[$]");
        boolean right = encoded(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), password)
                .equals(hash);
        Runnable action = whileComparing;
        whileComparing = () -> {};
        action.run();
        return right;
    }

    @Override
    public boolean isOutdated(PasswordHash hash) {
        return !hash.encoded().startsWith(strength + "$");
    }

    private static PasswordHash encoded(int strength, int salt, Secret password) {
        return new PasswordHash(strength + "$" + salt + "$" + TokenMint.hash(salt + password.reveal()));
    }
}
