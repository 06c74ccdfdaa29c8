package io.tenderhub.http.endpoint;

import io.tenderhub.json.Shape;
import java.util.Optional;

/**
 * One kind of success.
 *
 * @param mediaType empty where there is no body
 * @param shape of a JSON body
 */
public record Answer(int status, String description, Optional<String> mediaType, Optional<Shape> shape) {
    /** Whether it goes on for as long as both sides like, so that it has neither a length nor a tag. */
    boolean isEndless() {
        return mediaType.filter(type -> type.equals("text/event-stream")).isPresent();
    }

    boolean hasLocation() {
        return status == 201;
    }
}
