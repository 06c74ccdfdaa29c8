package io.tenderhub.account;

import io.tenderhub.failure.FieldProblem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a password must be: long, and not among the first that anybody would guess. No kind of letter is asked for. */
final class PasswordRules {
    static final int SHORTEST = 10;
    static final int LONGEST = 128;

    /** Those of ten characters and more that head the published lists of leaked passwords. */
    private static final Set<String> COMMONEST = Set.of(
            "1234567890",
            "0123456789",
            "0987654321",
            "9876543210",
            "1234567891",
            "12345678910",
            "123456789a",
            "1234512345",
            "1q2w3e4r5t",
            "1q2w3e4r5t6y",
            "1qaz2wsx3edc",
            "qwertyuiop",
            "qwerty1234",
            "qwerty12345",
            "qwerty123456",
            "qwertyuiop123",
            "asdfghjkl;",
            "asdfghjkl123",
            "abcdefghij",
            "abcdefghijk",
            "abcd123456",
            "abc1234567",
            "a123456789",
            "password12",
            "password123",
            "password1234",
            "password12345",
            "password123!",
            "password!1",
            "passwordpassword",
            "p@ssw0rd123",
            "passw0rd123",
            "iloveyou12",
            "iloveyou123",
            "iloveyou1234",
            "welcome123",
            "welcome1234",
            "administrator",
            "admin12345",
            "admin123456",
            "changeme123",
            "letmein123",
            "letmein1234",
            "football123",
            "superman123",
            "sunshine123",
            "princess123",
            "basketball",
            "0000000000",
            "1111111111",
            "1212121212",
            "1111122222",
            "aaaaaaaaaa",
            "southafrica",
            "johannesburg",
            "tenderhub1",
            "tenderhub123");

    private PasswordRules() {}

    /** What is wrong with a password; without the password. */
    static List<FieldProblem> problems(String path, Secret password, Optional<EmailAddress> email) {
        String text = Passwords.canBeRight(password)
                // As it is compared later: what is written with other letters of the same kind is as soon guessed.
                ? Passwords.composed(password).reveal()
                : password.reveal();
        int length = text.codePointCount(0, text.length());
        if (length < SHORTEST || length > LONGEST) {
            return List.of(
                    new FieldProblem(path, "must have " + SHORTEST + " to " + LONGEST + " characters, not " + length));
        }
        String plain = text.strip().toLowerCase(Locale.ROOT);
        if (email.filter(address -> address.value().equals(plain)).isPresent()) {
            return List.of(new FieldProblem(path, "must not be the e-mail address"));
        }
        if (COMMONEST.contains(plain)) {
            return List.of(new FieldProblem(path, "is among the commonest and would soon be guessed"));
        }
        return List.of();
    }
}
