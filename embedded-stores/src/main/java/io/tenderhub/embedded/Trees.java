package io.tenderhub.embedded;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Removes folders with all that is in them. */
final class Trees {
    private Trees() {}

    /** Goes on past what cannot be removed or vanishes meanwhile; symbolic links are removed, never followed. */
    static void remove(Path root) {
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    return removed(file);
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) {
                    return removed(directory);
                }
            });
        } catch (IOException e) {
            // The visitor swallows each failure; a folder that stays is swept at the next start.
        }
    }

    private static FileVisitResult removed(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // As above: swept at the next start.
        }
        return FileVisitResult.CONTINUE;
    }
}
