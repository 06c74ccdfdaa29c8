package io.tenderhub.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenderhub.team.ApiKey;
import io.tenderhub.team.MadeApiKey;
import io.tenderhub.team.Permission;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** The API keys of a team. */
public final class ApiKeyJson {
    private static final Shape SCOPES = Shape.list(Shape.text()
                    .oneOf(Arrays.stream(Permission.values())
                            .map(Permission::code)
                            .toList()))
            .described("What it may do; called like the permissions");

    public static final ObjectShape SHAPE = Shape.object("ApiKey")
            .with("id", Shape.text())
            .with("name", Shape.text().withExample("nightly import"))
            .with("scopes", SCOPES)
            .with("by", Shape.text().withExample("user:jo-mokoena-4f2170c1aa"))
            .with("createdAt", Shape.instant())
            .maybe("revokedAt", Shape.instant().described("From then on it is of no use"));

    /** {@code name, scopes}. */
    public static final ObjectShape NEW = Shape.input("NewApiKey")
            .with("name", Shape.text().length(1, 500).withExample("nightly import"))
            .with("scopes", SCOPES);

    /** {@code apiKey, key}. */
    public static final ObjectShape MADE = Shape.object("MadeApiKey")
            .with("apiKey", SHAPE)
            .with("key", Shape.text().described("Shown from now on as Authorization: Bearer; had only here"));

    public static final ObjectShape ALL = Shape.object("ApiKeys").with("apiKeys", Shape.list(SHAPE));

    private ApiKeyJson() {}

    public static void all(JsonGenerator json, List<ApiKey> keys) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("apiKeys");
        for (ApiKey key : keys) {
            TeamJson.write(json, key);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** The one place where a key's text is written. */
    public static void made(JsonGenerator json, MadeApiKey made) throws IOException {
        json.writeStartObject();
        json.writeFieldName("apiKey");
        TeamJson.write(json, made.key());
        json.writeStringField("key", made.text().reveal());
        json.writeEndObject();
    }
}
