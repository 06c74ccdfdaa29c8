package io.tenderhub.embedded;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Chooses the real MongoDB where there is one, else the compatible server in this process. */
final class MongoServers {
    private MongoServers() {}

    static Server forFolder(StoreFolder folder, Guard guard) {
        Optional<Path> mongod = onPath("mongod");
        // A kept folder stays with the server that wrote it, for neither reads the other's files.
        boolean writtenInProcess = Files.exists(folder.path().resolve(InProcessMongo.FILE));
        if (mongod.isPresent() && !writtenInProcess) {
            return new MongodServer(mongod.get(), folder, guard);
        }
        return new InProcessMongo(folder);
    }

    private static Optional<Path> onPath(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        for (String folder : path.split(File.pathSeparator)) {
            try {
                Path candidate = Path.of(folder, name);
                if (!folder.isBlank() && Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
                    return Optional.of(candidate.toAbsolutePath());
                }
            } catch (InvalidPathException e) {
                // No program is to be found in what is not a folder's name.
            }
        }
        return Optional.empty();
    }
}
