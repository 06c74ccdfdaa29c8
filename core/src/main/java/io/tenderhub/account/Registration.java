package io.tenderhub.account;

import io.tenderhub.failure.FieldProblem;
import io.tenderhub.failure.InvalidInputException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What somebody gives to become a user, once it keeps the rules. */
record Registration(EmailAddress email, String name) {
    private static final int LONGEST_NAME = 100;

    /** @throws InvalidInputException naming every problem: {@code email}, {@code name}, {@code password} */
    static Registration of(String email, String name, Secret password) {
        List<FieldProblem> problems = new ArrayList<>();
        Optional<EmailAddress> address = EmailAddress.read(email);
        if (address.isEmpty()) {
            problems.add(new FieldProblem("email", "must look like name@example.org"));
        }
        String stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
            problems.add(new FieldProblem("name", "must have 1 to " + LONGEST_NAME + " characters"));
        } else if (stripped.chars().anyMatch(Character::isISOControl)) {
            problems.add(new FieldProblem("name", "must not hold control characters"));
        }
        problems.addAll(PasswordRules.problems("password", password, address));
        if (!problems.isEmpty()) {
            throw new InvalidInputException("user", problems);
        }
        return new Registration(address.orElseThrow(), stripped);
    }

    /** An id that people recognise and nobody foresees: {@code jo-mokoena-4f2170c1aa}. */
    UserId newId(TokenMint mint) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String start = plain.isEmpty() ? "user" : plain.substring(0, Math.min(20, plain.length()));
        return new UserId(start + "-" + mint.id(5));
    }
}
