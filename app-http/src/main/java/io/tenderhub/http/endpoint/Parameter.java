package io.tenderhub.http.endpoint;

import static java.util.Objects.requireNonNull;

import io.tenderhub.json.Shape;
import java.util.Locale;
import java.util.function.Function;

/**
 * One value in the path, the query or a header.
 *
 * @param shape what its text must look like; checked before it is read
 * @param reading from a text that has the shape; may still refuse it by {@link IllegalArgumentException}, whose message is shown
 * @param required path parameters always are
 * @param repeated whether it may be given several times
 */
public record Parameter<T>(
        Place place,
        String name,
        String description,
        Shape shape,
        Function<String, ? extends T> reading,
        boolean required,
        boolean repeated) {

    /** How many times a repeated one may be given. */
    static final int MOST_TIMES = 50;

    /** Where it stands. */
    public enum Place {
        PATH,
        QUERY,
        HEADER;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Parameter {
        requireNonNull(name);
        requireNonNull(description);
        requireNonNull(shape);
        requireNonNull(reading);
    }

    public static <T> Parameter<T> path(
            String name, String description, Shape shape, Function<String, ? extends T> reading) {
        return new Parameter<>(Place.PATH, name, description, shape, reading, true, false);
    }

    public static <T> Parameter<T> query(
            String name, String description, Shape shape, Function<String, ? extends T> reading) {
        return new Parameter<>(Place.QUERY, name, description, shape, reading, false, false);
    }

    public static <T> Parameter<T> header(
            String name, String description, Shape shape, Function<String, ? extends T> reading) {
        return new Parameter<>(Place.HEADER, name, description, shape, reading, false, false);
    }

    /** The same, which must be given. */
    public Parameter<T> needed() {
        return new Parameter<>(place, name, description, shape, reading, true, repeated);
    }

    /** The same, which may be given several times. */
    public Parameter<T> manyTimes() {
        return new Parameter<>(place, name, description, shape, reading, required, true);
    }
}
