package io.tenderhub.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a node keeps its index of meanings: a folder for each database and prefix, below the one that was set, or below the data folder.
 * Where nothing is kept, or nothing can be, a folder that goes with the hub.
 */
record MeaningFolder(Path path, boolean thrownAway) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MeaningFolder.class);

    static MeaningFolder of(HubConfiguration given) {
        if (given.isEmbedded() && !given.keepsData()) {
            return temporary();
        }
        String set = given.text(Setting.SEMANTIC_FOLDER);
        Path home = set.isEmpty()
                ? given.dataFolder().resolve("semantic")
                : Path.of(set).toAbsolutePath();
        Path path = home.resolve(given.prefix().value() + database(given));
        if (!canBeMade(path)) {
            LOG.warn("{} can't be made or written, so the index of meanings is not kept", path);
            return temporary();
        }
        return new MeaningFolder(path, false);
    }

    /** It is made when it is needed; most programs that open a hub never search. */
    private static boolean canBeMade(Path path) {
        Path there = path;
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        return there != null && Files.isDirectory(there) && Files.isWritable(there);
    }

    /** What the program starts itself is one database for each data folder, whatever its address. */
    private static String database(HubConfiguration given) {
        if (given.isEmbedded()) {
            return "";
        }
        CRC32 sum = new CRC32();
        sum.update(Addresses.of(given.text(Setting.POSTGRES_URL)).getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "-%08x", sum.getValue());
    }

    private static MeaningFolder temporary() {
        try {
            return new MeaningFolder(Files.createTempDirectory("tenderhub-semantic"), true);
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for temporary files", e);
        }
    }

    @Override
    public void close() {
        if (thrownAway) {
            try (Stream<Path> files = Files.walk(path)) {
                List<Path> deepestFirst =
                        files.sorted(Comparator.reverseOrder()).toList();
                for (Path file : deepestFirst) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException | UncheckedIOException e) {
                LOG.warn("{} could not be deleted: {}", path, e.toString());
            }
        }
    }
}
