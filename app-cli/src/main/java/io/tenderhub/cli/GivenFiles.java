package io.tenderhub.cli;

import io.tenderhub.company.CompanyProfile;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.json.PolicyJson;
import io.tenderhub.json.ProfileJson;
import io.tenderhub.readiness.Policies;
import io.tenderhub.readiness.Policy;
import io.tenderhub.readiness.PolicyChoice;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the files that options name. */
final class GivenFiles {
    private GivenFiles() {}

    static CompanyProfile profile(Path path) {
        return read("profile", path, ProfileJson::read);
    }

    /**
     * @param nameOrFile a built-in policy's name, the path of one, or null for the default choice
     */
    static PolicyChoice policy(@Nullable String nameOrFile, Policies policies) {
        if (nameOrFile == null) {
            return policies.defaultChoice();
        }
        Optional<Policy> builtIn = policies.find(nameOrFile);
        if (builtIn.isPresent()) {
            return PolicyChoice.always(builtIn.get());
        }
        Path file = Path.of(nameOrFile);
        if (Files.notExists(file)) {
            throw new InvalidInputException(
                    "policy",
                    nameOrFile,
                    "is neither a file nor one of the built-in policies standard and south-africa");
        }
        return PolicyChoice.always(read("policy", file, PolicyJson::read));
    }

    private static <T> T read(String kind, Path path, Reading<T> reading) {
        if (Files.isDirectory(path)) {
            throw new InvalidInputException(kind, path.toString(), "is a folder");
        }
        try (InputStream in = Files.newInputStream(path)) {
            return reading.read(kind + " " + path, in);
        } catch (NoSuchFileException e) {
            throw new InvalidInputException(kind, path.toString(), "there is no such file");
        } catch (IOException e) {
            throw new InvalidInputException(kind, path.toString(), "can't be read: " + Rejects.reason(e));
        }
    }

    private interface Reading<T> {
        T read(String name, InputStream in) throws IOException;
    }
}
