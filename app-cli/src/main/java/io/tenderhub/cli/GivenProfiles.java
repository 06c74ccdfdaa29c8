package io.tenderhub.cli;

import io.tenderhub.company.CompanyProfile;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.json.ProfileJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The companies that are scored.
 *
 * @param named whether the output tells whose score it is; not for the one profile of one file
 */
record GivenProfiles(List<Given> all, boolean named) {
    /** A profile and what it is called: by its file, or by itself where a file holds many. */
    record Given(String name, CompanyProfile profile, String source) {}

    /**
     * @param paths files of one profile, files of one profile a line, and folders of files of one
     * @throws InvalidInputException if one is no valid profile, or two are called the same
     */
    static GivenProfiles read(List<Path> paths) {
        List<Given> all = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                all.addAll(inFolder(path));
            } else if (isLines(path)) {
                all.addAll(lines(path));
            } else {
                all.add(one(path));
            }
        }
        Map<String, Given> byName = new HashMap<>();
        for (Given given : all) {
            Given other = byName.putIfAbsent(given.name(), given);
            if (other != null) {
                throw new InvalidInputException(
                        "--profile",
                        given.source(),
                        "has the name \"" + given.name() + "\", as has " + other.source()
                                + "; the output could not tell them apart");
            }
        }
        return new GivenProfiles(
                List.copyOf(all), paths.size() > 1 || Files.isDirectory(paths.get(0)) || isLines(paths.get(0)));
    }

    /** What the output calls a company. */
    Optional<String> name(int company) {
        return named ? Optional.of(all.get(company).name()) : Optional.empty();
    }

    private static Given one(Path path) {
        return new Given(withoutEnding(path), GivenFiles.profile(path), path.toString());
    }

    private static List<Given> inFolder(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Given> all = files.filter(file -> ending(file).equals("json") && Files.isRegularFile(file))
                    .sorted()
                    .map(GivenProfiles::one)
                    .toList();
            return some(all, folder, "holds no *.json");
        } catch (IOException e) {
            throw new InvalidInputException("profile", folder.toString(), "can't be read: " + Rejects.reason(e));
        }
    }

    private static List<Given> lines(Path path) {
        try (BufferedReader in = Files.newBufferedReader(path)) {
            List<Given> all = ProfileJson.readLines("profile " + path, in).stream()
                    .map(profile -> new Given(profile.name(), profile, path.toString()))
                    .toList();
            return some(all, path, "holds no profile");
        } catch (IOException e) {
            throw new InvalidInputException("profile", path.toString(), "can't be read: " + Rejects.reason(e));
        }
    }

    private static List<Given> some(List<Given> all, Path path, String otherwise) {
        if (all.isEmpty()) {
            throw new InvalidInputException("profile", path.toString(), otherwise);
        }
        return all;
    }

    private static boolean isLines(Path path) {
        return ending(path).equals("jsonl") || ending(path).equals("ndjson");
    }

    private static String ending(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String withoutEnding(Path path) {
        String name = String.valueOf(path.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
