package io.tenderhub.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Writes one value with a generator. */
@FunctionalInterface
public interface JsonWriting {
    void to(JsonGenerator json) throws IOException;
}
