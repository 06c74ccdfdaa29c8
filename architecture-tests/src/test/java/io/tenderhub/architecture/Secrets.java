package io.tenderhub.architecture;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds secrets in what was written, by the forms they have. */
final class Secrets {
    /** 256 bits in base64url, which hardly ever come out without letters of both cases and a digit. */
    private static final String RANDOM =
            "(?=[A-Za-z_-]*[0-9])(?=[a-z0-9_-]*[A-Z])(?=[A-Z0-9_-]*[a-z])[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])";

    private static final Map<String, Pattern> FORMS = Map.of(
            "an API key", Pattern.compile("thk_[a-z0-9-]+_[a-z0-9-]+_" + RANDOM),
            "the token of a session or an invitation",
                    Pattern.compile("(?<![A-Za-z0-9.$_-])[a-z0-9][a-z0-9-]{0,63}(\\.[a-z0-9-]{1,64})?\\." + RANDOM),
            "the hash of a password", Pattern.compile("\\$argon2(id|i|d)\\$v="),
            "an address with a password", Pattern.compile("[a-z+]+://[^/\\s:@\"'<>]*:[^/\\s@\"'<>]+@"),
            "a password in an address", Pattern.compile("[?&]password=[^&\\s\"'<>]"));

    private Secrets() {}

    /**
     * @param known texts that are secret, whatever form they have
     * @return what kinds of secrets are in the text, with some of each
     */
    static Set<String> in(String text, Set<String> known) {
        Set<String> found = new LinkedHashSet<>();
        FORMS.forEach((kind, form) -> {
            Matcher matcher = form.matcher(text);
            if (matcher.find()) {
                found.add(kind + ": " + matcher.group());
            }
        });
        known.stream().filter(text::contains).forEach(secret -> found.add("a secret of the tests: " + secret));
        return found;
    }
}
