package io.tenderhub.team;

import io.tenderhub.account.Secret;
import io.tenderhub.account.TokenMint;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What accepts an invitation: {@code <team>.<invitation>.<43 letters>}. */
record InvitationToken(TeamId team, String invitation, String letters) {
    private static final Pattern FORM =
            Pattern.compile("([a-z0-9][a-z0-9-]{0,63})\\.([a-z0-9]{1,64})\\.(" + TokenMint.SECRET_FORM + ")");

    /** Empty for a text that is none. */
    static Optional<InvitationToken> read(Secret text) {
        Matcher parts = FORM.matcher(text.reveal());
        return parts.matches()
                ? Optional.of(new InvitationToken(new TeamId(parts.group(1)), parts.group(2), parts.group(3)))
                : Optional.empty();
    }

    Secret text() {
        return new Secret(team + "." + invitation + "." + letters);
    }

    /** Without the letters. */
    @Override
    public String toString() {
        return "InvitationToken[" + team + "." + invitation + "]";
    }
}
