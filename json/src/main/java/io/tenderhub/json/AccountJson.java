package io.tenderhub.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenderhub.account.Secret;
import io.tenderhub.account.User;
import java.io.IOException;

/** What users send to come in, and what they are given. */
public final class AccountJson {
    /** Longer than any password may be, which is judged where it is known how its characters are counted. */
    private static final Shape SECRET = Shape.text().length(1, 1000).withExample("correct horse battery");

    private static final Shape EMAIL = Shape.text().length(1, 500).withExample("jo@example.org");

    /** {@code email, name, password}. */
    public static final ObjectShape REGISTRATION = Shape.input("Registration")
            .with("email", EMAIL)
            .with(
                    "name",
                    Shape.text()
                            .length(1, 500)
                            .withExample("Jo Mokoena")
                            .described("As others see it; 1 to 100 characters"))
            .with("password", SECRET.described("10 to 128 characters"));

    /** What is answered to whoever registers, whatever became of it: {@code email}. */
    public static final ObjectShape REGISTERED = Shape.object("Registered")
            .with("email", Shape.text().described("What can be logged in with from now on, unless it was taken"));

    /** {@code email, password}. */
    public static final ObjectShape LOGIN =
            Shape.input("Login").with("email", EMAIL).with("password", SECRET);

    /** {@code token, user}. */
    public static final ObjectShape SESSION = Shape.object("Session")
            .with("token", Shape.text().described("Shown from now on as Authorization: Bearer; had only here"))
            .with("user", UserJson.SHAPE);

    /** {@code oldPassword, password}. */
    public static final ObjectShape PASSWORD_CHANGE = Shape.input("PasswordChange")
            .with("oldPassword", SECRET)
            .with("password", SECRET.described("The new one; 10 to 128 characters"));

    /** {@code password}. */
    public static final ObjectShape NEW_PASSWORD =
            Shape.input("NewPassword").with("password", SECRET.described("10 to 128 characters"));

    private AccountJson() {}

    public static void registered(JsonGenerator json, String email) throws IOException {
        json.writeStartObject();
        json.writeStringField("email", email);
        json.writeEndObject();
    }

    /** The one place where a session's token is written. */
    public static void session(JsonGenerator json, Secret token, User user) throws IOException {
        json.writeStartObject();
        json.writeStringField("token", token.reveal());
        json.writeFieldName("user");
        UserJson.write(json, user);
        json.writeEndObject();
    }
}
