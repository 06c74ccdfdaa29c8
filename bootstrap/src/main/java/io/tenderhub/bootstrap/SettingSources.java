package io.tenderhub.bootstrap;

import io.tenderhub.failure.FieldProblem;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** Reads settings from where they are given; notes what is not a setting. */
final class SettingSources {
    /** Variables of the environment that are not settings of a hub. */
    private static final Set<String> OTHER_VARIABLES = Set.of("TENDERHUB_JAVA_OPTIONS", "TENDERHUB_STACK_TRACES");

    private final List<FieldProblem> problems;

    SettingSources(List<FieldProblem> problems) {
        this.problems = problems;
    }

    Map<Setting, String> file(Path path) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(path)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            problems.add(new FieldProblem(path.toString(), "can't be read as a properties file: " + e.getMessage()));
        }
        Map<Setting, String> found = new EnumMap<>(Setting.class);
        for (String name : properties.stringPropertyNames()) {
            put(found, name, properties.getProperty(name), Setting.ofProperty(name), "in " + path);
        }
        return found;
    }

    Map<Setting, String> environment(Map<String, String> environment) {
        Map<Setting, String> found = new EnumMap<>(Setting.class);
        environment.forEach((name, value) -> {
            if (name.startsWith("TENDERHUB_") && !OTHER_VARIABLES.contains(name)) {
                put(found, name, value, Setting.ofVariable(name), "in the environment");
            }
        });
        return found;
    }

    Map<Setting, String> flags(Map<String, String> flags) {
        Map<Setting, String> found = new EnumMap<>(Setting.class);
        flags.forEach((name, value) -> put(found, name, value, Setting.ofProperty(name), "among the flags"));
        return found;
    }

    private void put(Map<Setting, String> found, String name, String value, Optional<Setting> setting, String where) {
        if (setting.isPresent()) {
            found.put(setting.get(), value.strip());
        } else {
            problems.add(new FieldProblem(name, where + " is not a setting"));
        }
    }
}
