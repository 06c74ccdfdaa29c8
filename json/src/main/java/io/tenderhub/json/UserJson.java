package io.tenderhub.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenderhub.account.User;
import java.io.IOException;
import java.util.List;

/** A user: {@code id, email, name, createdAt, disabled}. */
public final class UserJson {
    public static final ObjectShape SHAPE = Shape.object("User").withAllOf(fields());

    public static final ObjectShape ALL = Shape.object("Users").with("users", Shape.list(SHAPE));

    private UserJson() {}

    public static void all(JsonGenerator json, List<User> users) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("users");
        for (User user : users) {
            write(json, user);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Also of what holds a user's fields beside its own. */
    static ObjectShape fields() {
        return Shape.object("UserFields")
                .with("id", Shape.text().withExample("jo-mokoena-4f2170c1aa"))
                .with("email", Shape.text().withExample("jo@example.org"))
                .with("name", Shape.text().withExample("Jo Mokoena"))
                .with("createdAt", Shape.instant())
                .with("disabled", Shape.truth().described("Whether he can't log in any more"));
    }

    public static void write(JsonGenerator json, User user) throws IOException {
        json.writeStartObject();
        fields(json, user);
        json.writeEndObject();
    }

    static void fields(JsonGenerator json, User user) throws IOException {
        json.writeStringField("id", user.id().value());
        json.writeStringField("email", user.email().value());
        json.writeStringField("name", user.name());
        json.writeStringField("createdAt", user.createdAt().toString());
        json.writeBooleanField("disabled", user.disabled());
    }
}
