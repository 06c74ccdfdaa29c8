package io.tenderhub.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reads all that the tests of every module before this one have logged and printed, with the failures they met, and looks for secrets: by
 * their forms, and for those that the tests made up themselves.
 */
class NothingSecretIsWrittenTest {
    private static final Path HOUSE = Path.of("..");
    private static final Pattern MADE_UP = Pattern.compile("new Secret\\(\\s*\"([^\"\\\\]{10,})\"\\s*\\)");
    /** What Maven tells of its own surroundings is not ours. */
    private static final Pattern SURROUNDINGS = Pattern.compile("(?s)<properties>.*?</properties>");

    @Test
    void noTestOfAnyModuleLeftASecretInItsOutput() throws IOException {
        Set<String> madeUp = madeUp();
        Map<String, Set<String>> found = new TreeMap<>();
        List<Path> reports = reports();
        for (Path report : reports) {
            String text = SURROUNDINGS
                    .matcher(Files.readString(report, StandardCharsets.UTF_8))
                    .replaceAll("");
            Set<String> secrets = Secrets.in(text, madeUp);
            if (!secrets.isEmpty()) {
                found.put(HOUSE.relativize(report).toString(), secrets);
            }
        }

        assertThat(found).isEmpty();
        assertThat(madeUp).as("secrets that tests made up").hasSizeGreaterThan(2);
        assertThat(reports.stream()
                        .map(report -> HOUSE.relativize(report).getName(0).toString()))
                .as("modules whose tests ran before")
                .contains("core", "adapters-postgres", "adapters-redis", "bootstrap", "app-http", "app-cli");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "key thk_acme_8c1d22aa_0a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8s9T0u1 was made",
                "token jo-4f21.0a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8s9T0u1",
                "invited: acme.9f.0a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8s9T0u1",
                "$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA",
                "connecting to redis://:topsecret@redis:6379",
                "mongodb://hub:topsecret@mongo/hub",
                "jdbc:postgresql://db/hub?user=hub&password=topsecret",
                "the password is made-up-by-a-test"
            })
    void eachKindOfSecretIsFound(String text) {
        assertThat(Secrets.in(text, Set.of("made-up-by-a-test"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at io.tenderhub.architecture.NothingSecretIsWrittenTest.noTestOfAnyModuleLeftASecretInItsOutput(NothingSecret.java:1)",
                "jdbc:postgresql://127.0.0.1:5432/hub?user=postgres",
                "mongodb://127.0.0.1:27017/hub",
                "PostgreSQL at db:5432 is unavailable: it refused the login"
            })
    void whatIsNoSecretIsNotTakenForOne(String text) {
        assertThat(Secrets.in(text, Set.of("made-up-by-a-test"))).isEmpty();
    }

    private static List<Path> reports() throws IOException {
        List<Path> reports = new ArrayList<>();
        try (Stream<Path> modules = Files.list(HOUSE)) {
            for (Path module : modules.sorted().toList()) {
                for (String folder : List.of("surefire-reports", "failsafe-reports")) {
                    Path written = module.resolve("target").resolve(folder);
                    if (Files.isDirectory(written) && !module.endsWith("architecture-tests")) {
                        try (Stream<Path> files = Files.list(written)) {
                            files.filter(file -> file.toString().matches(".*\\.(xml|txt)"))
                                    .forEach(reports::add);
                        }
                    }
                }
            }
        }
        return reports;
    }

    private static Set<String> madeUp() throws IOException {
        Set<String> secrets = new TreeSet<>();
        try (Stream<Path> modules = Files.list(HOUSE)) {
            for (Path module : modules.sorted().toList()) {
                for (String sources : List.of("src/test/java", "src/main/java")) {
                    Path folder = module.resolve(sources);
                    if (Files.isDirectory(folder)) {
                        try (Stream<Path> files = Files.walk(folder)) {
                            for (Path file : files.filter(
                                            path -> path.toString().endsWith(".java"))
                                    .toList()) {
                                Matcher matcher = MADE_UP.matcher(Files.readString(file, StandardCharsets.UTF_8));
                                while (matcher.find()) {
                                    secrets.add(matcher.group(1));
                                }
                            }
                        }
                    }
                }
            }
        }
        return secrets;
    }
}
