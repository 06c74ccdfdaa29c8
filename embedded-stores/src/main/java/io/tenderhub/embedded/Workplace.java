package io.tenderhub.embedded;

import io.tenderhub.failure.UnavailableException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;

/** One folder of each user below the temporary folder, so that users who share it do not meet. */
final class Workplace {
    private Workplace() {}

    static Path ofThisUser() {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir", "/tmp")).toAbsolutePath();
        String user = System.getProperty("user.name", "user").replaceAll("[^A-Za-z0-9_-]", "_");
        Path place = temporary.resolve("tenderhub-" + user);
        try {
            try {
                Files.createDirectory(
                        place, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } catch (FileAlreadyExistsException e) {
                if (!isMine(place)) {
                    // Somebody else took the name, perhaps on purpose: what runs from here must be this user's own.
                    return Files.createTempDirectory(temporary, "tenderhub-");
                }
            }
            return place.toRealPath();
        } catch (IOException e) {
            throw new UnavailableException("temporary folder " + temporary, Reasons.of(e), e);
        }
    }

    private static boolean isMine(Path place) throws IOException {
        Path probe = Files.createTempFile("tenderhub", ".probe");
        try {
            UserPrincipal me = Files.getOwner(probe);
            return Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)
                    && Files.getOwner(place, LinkOption.NOFOLLOW_LINKS).equals(me);
        } finally {
            Files.delete(probe);
        }
    }
}
