package io.tenderhub.trials;

import io.tenderhub.bootstrap.HubConfiguration;
import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.embedded.EmbeddedStores;
import io.tenderhub.embedded.Store;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stores of the trial's own, something in them, and a hub over them that is served by a process of its own from the runnable jar. */
final class Grounds implements AutoCloseable {
    private final Path folder;
    private final EmbeddedStores stores;
    private final Process mongo;
    private final Process hub;
    private final URI service;
    private final Seeding seeding;

    private Grounds(Path folder, EmbeddedStores stores, Process mongo, Process hub, URI service, Seeding seeding) {
        this.folder = folder;
        this.stores = stores;
        this.mongo = mongo;
        this.hub = hub;
        this.service = service;
        this.seeding = seeding;
    }

    /** @param settings of the hub, as environment variables, besides those that say where the stores are */
    static Grounds open(Path folder, Path jar, Map<String, String> settings, int tenders) throws IOException {
        EmbeddedStores stores = EmbeddedStores.builder()
                .folder(folder.resolve("stores"))
                .only(Store.POSTGRES, Store.REDIS)
                .start();
        Process mongo = null;
        try {
            mongo = java(
                    folder.resolve("mongo.log"),
                    Map.of(),
                    List.of(
                            "-Xmx256m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            MongoProgram.class.getName(),
                            folder.resolve("mongo").toString()));
            Map<String, String> environment = new HashMap<>();
            environment.put("TENDERHUB_POSTGRES_URL", stores.postgresUrl());
            environment.put("TENDERHUB_REDIS_URL", stores.redisUrl());
            environment.put("TENDERHUB_MONGO_URL", line(mongo, "mongodb://").orElseThrow());
            environment.put("TENDERHUB_OPERATOR_TOKEN", Tokens.OPERATOR);
            environment.putAll(settings);
            HubConfiguration configuration = HubConfiguration.of(Map.of(), environment, Optional.empty());
            TenderHub.migrate(configuration);
            Seeding seeding;
            try (TenderHub here = TenderHub.start(configuration)) {
                seeding = Seeding.into(here, tenders);
            }
            Process hub = java(
                    folder.resolve("hub.log"),
                    environment,
                    List.of("-Xmx512m", "-jar", jar.toString(), "serve", "--port", "0"));
            URI address = URI.create(line(hub, "serving ").orElseThrow().substring("serving ".length()));
            return new Grounds(folder, stores, mongo, hub, URI.create("http://" + address.getAuthority()), seeding);
        } catch (IOException | RuntimeException e) {
            if (mongo != null) {
                mongo.destroyForcibly();
            }
            stores.close();
            throw e;
        }
    }

    private static Process java(Path log, Map<String, String> environment, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** The first line of what a process prints that begins so. */
    private static Optional<String> line(Process process, String begin) throws IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(begin)) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    URI service() {
        return service;
    }

    Seeding seeding() {
        return seeding;
    }

    Tokens tokens() {
        return Tokens.of(seeding);
    }

    EmbeddedStores stores() {
        return stores;
    }

    ProcessHandle hub() {
        return hub.toHandle();
    }

    List<Frozen> frozen() {
        return List.of(
                new Frozen("PostgreSQL", () -> byFile(folder.resolve("stores/postgres/postmaster.pid"))),
                new Frozen("Redis", () -> byFile(folder.resolve("stores/redis/redis.pid"))),
                new Frozen("MongoDB", mongo::toHandle));
    }

    private static ProcessHandle byFile(Path file) {
        try {
            long pid = Long.parseLong(Files.readAllLines(file).get(0).strip());
            return ProcessHandle.of(pid).orElseThrow(() -> new IllegalStateException("no process " + pid));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            for (Frozen store : frozen()) {
                store.thaw();
            }
            hub.destroy();
            hub.waitFor();
            mongo.getOutputStream().close();
            mongo.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            hub.destroyForcibly();
            mongo.destroyForcibly();
            stores.close();
        }
    }
}
