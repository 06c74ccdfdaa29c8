package io.tenderhub.http.endpoint;

import io.javalin.http.Context;
import io.tenderhub.failure.FieldProblem;
import io.tenderhub.failure.InvalidInputException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The values of the parameters of one request; says everything that is wrong with them at once. */
final class ParameterValues {
    private final Map<Parameter<?>, List<Object>> values = new IdentityHashMap<>();
    private final List<FieldProblem> problems = new ArrayList<>();

    private ParameterValues() {}

    /** @throws InvalidInputException with every problem, each under its parameter's name */
    static ParameterValues read(Context ctx, List<Parameter<?>> declared) {
        ParameterValues read = new ParameterValues();
        boolean anyQuery = ctx.queryString() != null;
        Map<String, List<String>> query = anyQuery ? ctx.queryParamMap() : Map.of();
        for (Parameter<?> parameter : declared) {
            read.take(parameter, given(ctx, query, parameter));
        }
        if (anyQuery) {
            read.refuseUnknown(query, declared);
        }
        if (!read.problems.isEmpty()) {
            throw new InvalidInputException("request", read.problems);
        }
        return read;
    }

    private static List<String> given(Context ctx, Map<String, List<String>> query, Parameter<?> parameter) {
        return switch (parameter.place()) {
            case PATH -> List.of(ctx.pathParam(parameter.name()));
            case QUERY -> query.getOrDefault(parameter.name(), List.of());
            case HEADER -> {
                String header = ctx.header(parameter.name());
                yield header == null ? List.of() : List.of(header);
            }
        };
    }

    private void take(Parameter<?> parameter, List<String> given) {
        if (given.isEmpty()) {
            if (parameter.required()) {
                problems.add(new FieldProblem(parameter.name(), "is missing"));
            }
            return;
        }
        if (given.size() > 1 && !parameter.repeated()) {
            problems.add(new FieldProblem(parameter.name(), "may be given once only"));
            return;
        }
        if (given.size() > Parameter.MOST_TIMES) {
            problems.add(new FieldProblem(parameter.name(), "may be given " + Parameter.MOST_TIMES + " times at most"));
            return;
        }
        List<Object> read = new ArrayList<>(given.size());
        for (String text : given) {
            int before = problems.size();
            parameter.shape().checkText(text, parameter.name(), problems);
            if (problems.size() == before) {
                read(parameter, text, read);
            }
        }
        values.put(parameter, read);
    }

    private void read(Parameter<?> parameter, String text, List<Object> read) {
        try {
            read.add(parameter.reading().apply(text));
        } catch (IllegalArgumentException e) {
            problems.add(new FieldProblem(parameter.name(), String.valueOf(e.getMessage())));
        }
    }

    private void refuseUnknown(Map<String, List<String>> query, List<Parameter<?>> declared) {
        query.keySet().stream()
                .filter(name -> declared.stream()
                        .noneMatch(parameter -> parameter.place() == Parameter.Place.QUERY
                                && parameter.name().equals(name)))
                .sorted()
                .forEach(name -> problems.add(new FieldProblem(name, "is no parameter here")));
    }

    /** In the order they were given; empty for none. */
    @SuppressWarnings("unchecked") // A parameter's values are made by its own reading.
    <T> List<T> all(Parameter<T> parameter) {
        return (List<T>) values.getOrDefault(parameter, List.of());
    }
}
