package io.tenderhub.teststores;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;

/** Whether a Docker engine answers. */
final class Docker {
    private Docker() {}

    static boolean answers() {
        // Asking the library takes seconds and fills the log where there is nothing that could answer.
        boolean worthAsking = Files.exists(Path.of("/var/run/docker.sock"))
                || named("DOCKER_HOST")
                || named("TESTCONTAINERS_HOST_OVERRIDE")
                || below("user.home", ".docker/run/docker.sock")
                || below("user.home", ".testcontainers.properties")
                || Optional.ofNullable(System.getenv("XDG_RUNTIME_DIR"))
                        .filter(folder -> Files.exists(Path.of(folder, "docker.sock")))
                        .isPresent();
        return worthAsking && DockerClientFactory.instance().isDockerAvailable();
    }

    private static boolean named(String variable) {
        return Optional.ofNullable(System.getenv(variable))
                .filter(value -> !value.isBlank())
                .isPresent();
    }

    private static boolean below(String property, String name) {
        return Optional.ofNullable(System.getProperty(property))
                .filter(folder -> Files.exists(Path.of(folder, name)))
                .isPresent();
    }
}
