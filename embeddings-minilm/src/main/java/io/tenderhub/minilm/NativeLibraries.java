package io.tenderhub.minilm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Puts the libraries of the ONNX runtime where they can be loaded from, once: left to itself, it unpacks them anew at each start, and
 * leaves them behind when the process is killed.
 */
final class NativeLibraries {
    private static final String WHERE = "onnxruntime.native.path";
    private static final List<String> NAMES = List.of("onnxruntime", "onnxruntime4j_jni");

    private NativeLibraries() {}

    /**
     * Below this folder. Whoever has said already where the libraries are is left alone. Where the folder can't be written, the runtime
     * does as it does by itself.
     */
    static void below(Path folder) {
        if (System.getProperty(WHERE) != null) {
            return;
        }
        try {
            Path unpacked = unpack(folder);
            System.setProperty(WHERE, unpacked.toString());
        } catch (IOException e) {
            // It unpacks them into the folder for temporary files then, or says itself why it can't.
        }
    }

    private static Path unpack(Path folder) throws IOException {
        String resources = "/ai/onnxruntime/native/" + platform() + "/";
        String digest = digest(resources);
        Path home = Files.createDirectories(folder.resolve("onnxruntime-" + digest));
        for (String name : NAMES) {
            String file = System.mapLibraryName(name);
            Path target = home.resolve(file);
            if (!Files.exists(target)) {
                Path part = Files.createTempFile(home, file, ".part");
                try (InputStream in = open(resources + file)) {
                    Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
                    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
                } finally {
                    Files.deleteIfExists(part);
                }
            }
        }
        return home;
    }

    /** Libraries of another version get a folder of their own. */
    private static String digest(String resources) throws IOException {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (String name : NAMES) {
                try (InputStream in = open(resources + System.mapLibraryName(name))) {
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        sha.update(buffer, 0, read);
                    }
                }
            }
            return HexFormat.of().formatHex(sha.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static InputStream open(String resource) throws IOException {
        InputStream in = NativeLibraries.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IOException("there is no " + resource);
        }
        return in;
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return (system.contains("mac") ? "osx" : system.contains("win") ? "win" : "linux")
                + (processor.equals("aarch64") || processor.equals("arm64") ? "-aarch64" : "-x64");
    }
}
