package io.tenderhub.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenderhub.account.User;
import java.io.IOException;

/** A user: {@code id, email, name, createdAt, disabled}. */
public final class UserJson {
    private UserJson() {}

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
