package io.tenderhub.feeds;

import io.tenderhub.ingestion.FeedInput;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;

/** Reads inputs one after the other, whatever is in them, and hands on what is found. */
final class InputReader {
    private static final List<String> DATA_ENDINGS = List.of(".json", ".jsonl", ".ndjson", ".csv", ".gz");

    private final RecordSink sink;
    private final JsonReadings ways;

    /** Reads on the calling thread. */
    InputReader(RecordSink sink) {
        this(sink, (name, input, classifier, layout) -> new JsonInput(input, classifier, layout));
    }

    InputReader(RecordSink sink, JsonReadings ways) {
        this.sink = sink;
        this.ways = ways;
    }

    void read(List<FeedInput> inputs) {
        for (FeedInput input : inputs) {
            if (input instanceof FeedInput.Files files) {
                path(files.path());
            } else if (input instanceof FeedInput.Stream stream) {
                stream(stream.name(), stream.stream());
            }
        }
    }

    private void path(Path path) {
        if (!Files.isDirectory(path)) {
            file(path);
            return;
        }
        List<Path> files = dataFilesIn(path);
        if (files.isEmpty()) {
            new RecordClassifier(path.toString(), sink).reject("", "a folder without data files");
        }
        files.forEach(this::file);
    }

    private List<Path> dataFilesIn(Path folder) {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(
                    folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                            String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
                            if (DATA_ENDINGS.stream().anyMatch(name::endsWith)) {
                                files.add(file);
                            }
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFileFailed(Path file, IOException e) {
                            new RecordClassifier(file.toString(), sink).reject("", reason(e));
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            new RecordClassifier(folder.toString(), sink).reject("", reason(e));
        }
        return files.stream().sorted().toList();
    }

    private void file(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            stream(file.toString(), stream);
        } catch (IOException e) {
            new RecordClassifier(file.toString(), sink).reject("", reason(e));
        }
    }

    private void stream(String name, InputStream stream) {
        RecordClassifier classifier = new RecordClassifier(name, sink);
        OpenedInput input;
        try {
            input = OpenedInput.open(stream);
        } catch (IOException e) {
            classifier.reject("", reason(e));
            return;
        }
        if (isBlank(input)) {
            classifier.reject("", "empty");
            return;
        }
        Optional<Character> delimiter = PortalCsv.delimiter(input);
        if (delimiter.isPresent()) {
            try {
                new PortalCsv(name, sink, classifier).read(input, delimiter.get());
            } catch (IOException e) {
                classifier.reject("", reason(e));
            }
            return;
        }
        if (NotJson.isBinary(input)) {
            classifier.reject("", NotJson.reason(input));
            return;
        }
        JsonReading json = ways.of(name, input, classifier, JsonLayout.of(input.beginning(), input.complete()));
        try {
            json.read();
        } catch (IOException e) {
            classifier.reject(json.position(), reason(e));
        }
    }

    private static boolean isBlank(OpenedInput input) {
        for (byte found : input.beginning()) {
            if (!JsonBytes.isBlank(found)) {
                return false;
            }
        }
        return input.complete();
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "no such file";
        } else if (e instanceof AccessDeniedException) {
            return "not allowed to read it";
        } else if (e instanceof EOFException) {
            return "gzip data cut off";
        } else if (e instanceof ZipException) {
            return "damaged gzip data: " + e.getMessage();
        }
        return "can't be read: " + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
    }
}
