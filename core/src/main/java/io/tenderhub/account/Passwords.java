package io.tenderhub.account;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Hashes and compares passwords, however their letters were composed by the keyboard. */
final class Passwords {
    private final PasswordHasher hasher;
    private final TokenMint mint;
    private @Nullable PasswordHash decoy;

    Passwords(PasswordHasher hasher, TokenMint mint) {
        this.hasher = hasher;
        this.mint = mint;
    }

    PasswordHash hash(Secret password) {
        return hasher.hash(composed(password));
    }

    /** False for one that is longer than any can be, after as much work. */
    boolean matches(Secret password, PasswordHash hash) {
        if (!canBeRight(password)) {
            hasher.matches(new Secret(""), hash);
            return false;
        }
        return hasher.matches(composed(password), hash);
    }

    boolean isOutdated(PasswordHash hash) {
        return hasher.isOutdated(hash);
    }

    /** A hash of a password that nobody knows: comparing with it takes as long as with that of a user. */
    synchronized PasswordHash decoy() {
        if (decoy == null) {
            decoy = hasher.hash(new Secret(mint.secret()));
        }
        return decoy;
    }

    /** False for one that is so long that it keeps no rule, however its letters are composed. */
    static boolean canBeRight(Secret password) {
        return password.reveal().length() <= 4 * PasswordRules.LONGEST;
    }

    static Secret composed(Secret password) {
        return new Secret(Normalizer.normalize(password.reveal(), Normalizer.Form.NFKC));
    }
}
