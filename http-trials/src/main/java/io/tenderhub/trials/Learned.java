package io.tenderhub.trials;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What answers have named, to be asked for again: a name found in an answer of {@code /teams} may stand for the parameter in
 * {@code /teams/{team}}.
 */
final class Learned {
    private static final int MOST = 50;
    private static final int DEEPEST = 4;
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]*)}");

    private final Description description;
    private final Random random;
    private final Map<String, List<String>> values = new HashMap<>();
    private final List<String> tags = new ArrayList<>();

    Learned(Description description, Random random) {
        this.description = description;
        this.random = random;
    }

    void parameter(String name, String value) {
        keep(values.computeIfAbsent(name, key -> new ArrayList<>()), value);
    }

    Optional<String> parameter(String name) {
        return pick(values.getOrDefault(name, List.of()));
    }

    Optional<String> tag() {
        return pick(tags);
    }

    void from(Operation operation, Heard heard) {
        heard.header("ETag").ifPresent(tag -> keep(tags, tag));
        heard.header("Location").ifPresent(this::location);
        if (heard.status() >= 300 || !heard.isJson() || heard.body().length == 0) {
            return;
        }
        JsonNode body;
        try {
            body = Description.JSON.readTree(heard.body());
        } catch (IOException e) {
            return; // The judge tells of it.
        }
        Optional<String> next = description.operations().stream()
                .map(Operation::path)
                .filter(path -> path.startsWith(operation.path() + "/{"))
                .map(path -> path.substring(operation.path().length() + 2).replaceAll("}.*", ""))
                .findFirst();
        fields(body, next, 0);
    }

    private void fields(JsonNode value, Optional<String> next, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (value.isArray()) {
            value.forEach(each -> fields(each, next, depth + 1));
            return;
        }
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            if (field.getValue().isTextual() || field.getValue().isIntegralNumber()) {
                String text = field.getValue().asText();
                if (!text.isEmpty() && text.length() < 300) {
                    parameter(field.getKey(), text);
                    if (field.getKey().equals("id")) {
                        next.ifPresent(name -> parameter(name, text));
                    }
                }
            } else {
                fields(field.getValue(), next, depth + 1);
            }
        }
    }

    private void location(String address) {
        for (Operation operation : description.operations()) {
            List<String> names = new ArrayList<>();
            Matcher parameters = PARAMETER.matcher(operation.path());
            StringBuilder pattern = new StringBuilder();
            int from = 0;
            while (parameters.find()) {
                pattern.append(Pattern.quote(operation.path().substring(from, parameters.start())))
                        .append("([^/?]+)");
                names.add(parameters.group(1));
                from = parameters.end();
            }
            pattern.append(Pattern.quote(operation.path().substring(from)));
            Matcher found = Pattern.compile(pattern.toString()).matcher(address);
            if (found.matches()) {
                for (int n = 0; n < names.size(); n++) {
                    parameter(names.get(n), found.group(n + 1));
                }
            }
        }
    }

    private void keep(List<String> list, String value) {
        if (!list.contains(value)) {
            if (list.size() >= MOST) {
                list.remove(random.nextInt(list.size()));
            }
            list.add(value);
        }
    }

    private Optional<String> pick(List<String> from) {
        return from.isEmpty() ? Optional.empty() : Optional.of(from.get(random.nextInt(from.size())));
    }
}
