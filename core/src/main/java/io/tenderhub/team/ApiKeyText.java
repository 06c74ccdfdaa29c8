package io.tenderhub.team;

import io.tenderhub.account.Secret;
import io.tenderhub.account.TokenMint;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An API key as it is shown: {@code thk_<team>_<key>_<43 letters>}. Whoever finds one in a file can tell what it is. */
record ApiKeyText(TeamId team, String key, String letters) {
    static final String START = "thk_";
    private static final Pattern FORM =
            Pattern.compile(START + "([a-z0-9][a-z0-9-]{0,63})_([a-z0-9]{1,64})_(" + TokenMint.SECRET_FORM + ")");

    /** Empty for a text that is none. */
    static Optional<ApiKeyText> read(Secret text) {
        Matcher parts = FORM.matcher(text.reveal());
        return parts.matches()
                ? Optional.of(new ApiKeyText(new TeamId(parts.group(1)), parts.group(2), parts.group(3)))
                : Optional.empty();
    }

    Secret text() {
        return new Secret(START + team + "_" + key + "_" + letters);
    }

    /** Without the letters. */
    @Override
    public String toString() {
        return "ApiKeyText[" + team + " " + key + "]";
    }
}
