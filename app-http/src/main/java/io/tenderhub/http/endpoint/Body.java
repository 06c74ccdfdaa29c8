package io.tenderhub.http.endpoint;

import io.tenderhub.json.ObjectShape;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is sent.
 *
 * @param json the shape of a JSON body; empty where none is taken
 * @param otherTypes media types that are taken as they are, such as {@code application/pdf}
 */
public record Body(Optional<ObjectShape> json, List<String> otherTypes) {
    static final Body NONE = new Body(Optional.empty(), List.of());
    static final String JSON = "application/json";

    boolean isTaken() {
        return json.isPresent() || !otherTypes.isEmpty();
    }

    /** The media type of a request without its parameters; JSON where nothing is said. */
    static String mediaType(Optional<String> contentType) {
        return contentType
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .filter(type -> !type.isEmpty())
                .orElse(JSON);
    }

    boolean takes(String mediaType) {
        return (json.isPresent() && mediaType.equals(JSON)) || otherTypes.contains(mediaType);
    }

    /** What may be sent, for people. */
    String wanted() {
        return Stream.concat(json.stream().map(shape -> JSON), otherTypes.stream())
                .collect(Collectors.joining(", "));
    }
}
