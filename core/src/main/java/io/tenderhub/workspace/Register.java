package io.tenderhub.workspace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a field holds: its newest versions, which know nothing of each other. One where nobody wrote beside anybody; none where
 * nobody wrote at all.
 *
 * @param versions ordered by dot
 */
public record Register<V>(List<Version<V>> versions) {
    public Register {
        versions = versions.stream().sorted(Comparator.comparing(Version::dot)).toList();
    }

    public static <V> Register<V> empty() {
        return new Register<>(List.of());
    }

    public static <V> Register<V> of(Version<V> version) {
        return new Register<>(List.of(version));
    }

    /** The newest of these. */
    static <V> Register<V> newest(List<Version<V>> versions) {
        Register<V> newest = empty();
        for (Version<V> version : versions) {
            newest = newest.merge(of(version));
        }
        return newest;
    }

    /** The newest versions of both; in whatever order and however often registers are merged, the result is the same. */
    public Register<V> merge(Register<V> other) {
        List<Version<V>> merged = new ArrayList<>();
        versions.stream().filter(mine -> other.isNewTo(mine)).forEach(merged::add);
        other.versions.stream()
                .filter(theirs -> isNewTo(theirs) || versions.stream().anyMatch(mine -> isSame(mine, theirs)))
                .forEach(merged::add);
        return new Register<>(merged);
    }

    public Register<V> with(Version<V> version) {
        return merge(of(version));
    }

    private boolean isNewTo(Version<V> version) {
        return versions.stream().noneMatch(mine -> mine.knows(version));
    }

    private static boolean isSame(Version<?> one, Version<?> other) {
        return one.dot().equals(other.dot());
    }

    /** Each value once: what several wrote alike is one. */
    public List<V> values() {
        return versions.stream().map(Version::value).distinct().toList();
    }

    /** Whether people wrote different things without knowing of each other, and nobody has decided yet. */
    public boolean isDisputed() {
        return values().size() > 1;
    }

    /** The greatest value by an order that is the same for everybody; empty where nobody wrote. */
    Optional<V> greatest(Comparator<? super V> order) {
        return values().stream().max(order);
    }

    Stream<Dot> dots() {
        return versions.stream().map(Version::dot);
    }
}
