package io.tenderhub.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.tenderhub.failure.FieldProblem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An object with named fields; those that have nothing are left out, never null. */
public final class ObjectShape extends Shape {
    private final String name;
    private final boolean closed;
    private final Map<String, Field> fields;

    private ObjectShape(String name, boolean closed, Map<String, Field> fields, Notes notes) {
        super(notes);
        this.name = name;
        this.closed = closed;
        this.fields = fields;
    }

    private record Field(Shape shape, boolean always) {}

    static ObjectShape open(String name) {
        return new ObjectShape(name, false, Map.of(), Notes.NONE);
    }

    static ObjectShape closed(String name) {
        return new ObjectShape(name, true, Map.of(), Notes.NONE);
    }

    /** A field that is always there. */
    public ObjectShape with(String field, Shape shape) {
        return plus(field, new Field(shape, true));
    }

    /** A field that may be left out. */
    public ObjectShape maybe(String field, Shape shape) {
        return plus(field, new Field(shape, false));
    }

    /** All fields of another one besides its own. */
    public ObjectShape withAllOf(ObjectShape other) {
        Map<String, Field> all = new LinkedHashMap<>(fields);
        all.putAll(other.fields);
        return new ObjectShape(name, closed, all, notes());
    }

    private ObjectShape plus(String field, Field added) {
        Map<String, Field> more = new LinkedHashMap<>(fields);
        if (more.put(field, added) != null) {
            throw new IllegalArgumentException(name + " has a field " + field + " already");
        }
        return new ObjectShape(name, closed, more, notes());
    }

    @Override
    ObjectShape with(Notes changed) {
        return new ObjectShape(name, closed, fields, changed);
    }

    @Override
    public Optional<String> name() {
        return Optional.of(name);
    }

    @Override
    List<Shape> parts() {
        return fields.values().stream().map(Field::shape).toList();
    }

    @Override
    void check(JsonNode value, String path, List<FieldProblem> problems) {
        if (!value.isObject()) {
            refuse(value, path, problems);
            return;
        }
        fields.forEach((field, wanted) -> {
            JsonNode given = value.get(field);
            if (given != null) {
                wanted.shape().check(given, inside(path, field), problems);
            } else if (wanted.always()) {
                problems.add(new FieldProblem(inside(path, field), "is missing"));
            }
        });
        if (closed) {
            unknown(value, path, problems);
        }
    }

    private void unknown(JsonNode value, String path, List<FieldProblem> problems) {
        Iterator<String> given = value.fieldNames();
        while (given.hasNext()) {
            String field = given.next();
            if (!fields.containsKey(field)) {
                problems.add(new FieldProblem(
                        inside(path, field), "is no known field; there are " + String.join(", ", fields.keySet())));
            }
        }
    }

    static String inside(String path, String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    @Override
    String wanted() {
        return "an object";
    }

    @Override
    void fields(JsonGenerator json) throws IOException {
        json.writeStringField("type", "object");
        List<String> always = new ArrayList<>();
        json.writeObjectFieldStart("properties");
        for (Map.Entry<String, Field> field : fields.entrySet()) {
            json.writeFieldName(field.getKey());
            field.getValue().shape().write(json);
            if (field.getValue().always()) {
                always.add(field.getKey());
            }
        }
        json.writeEndObject();
        if (!always.isEmpty()) {
            json.writeArrayFieldStart("required");
            for (String field : always) {
                json.writeString(field);
            }
            json.writeEndArray();
        }
        if (closed) {
            json.writeBooleanField("additionalProperties", false);
        }
    }
}
