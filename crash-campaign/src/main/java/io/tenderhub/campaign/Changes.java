package io.tenderhub.campaign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Makes releases of a number of tenders, some of which change far more often than others, and knows what must be true after them. */
final class Changes {
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final double HOT = 0.3;

    private final Random random;
    private final int tenders;
    private final Map<String, Expected> expected = new TreeMap<>();
    private int number;

    /**
     * What the truth must hold of a tender.
     *
     * @param version how often it changed
     */
    record Expected(long version, Release newest) {}

    Changes(Random random, int tenders) {
        this.random = random;
        this.tenders = tenders;
    }

    /** Newer releases of so many tenders, or of fewer where there are not so many. */
    List<Release> next(int count) {
        List<Release> releases = new ArrayList<>();
        Set<String> ocids = new HashSet<>();
        for (int tries = 0; releases.size() < count && tries < 20 * count; tries++) {
            String ocid = ocid();
            if (ocids.add(ocid)) {
                releases.add(next(ocid));
            }
        }
        return releases;
    }

    Release next(String ocid) {
        number++;
        Release release = Release.of(ocid, number, FIRST.plusSeconds(number));
        expected.merge(ocid, new Expected(1, release), (old, first) -> new Expected(old.version() + 1, release));
        return release;
    }

    /** A release of a known tender that came late: it must change nothing. */
    Release outdated() {
        return Release.of(anyKnown(), 0, FIRST.minusSeconds(1 + random.nextInt(1000)));
    }

    /** The marker that a tender's newest release has, and the one that another program writes over it. */
    record Rewrite(String ocid, String from, String to) {}

    /** A change of a known tender past the hub. */
    Rewrite rewrite() {
        String ocid = anyKnown();
        number++;
        String marker = "S%06d".formatted(number);
        Release before = expected.get(ocid).newest();
        expected.computeIfPresent(ocid, (same, old) -> new Expected(old.version() + 1, before.withMarker(marker)));
        return new Rewrite(ocid, before.marker(), marker);
    }

    Map<String, Expected> expected() {
        return Map.copyOf(expected);
    }

    private String anyKnown() {
        return List.copyOf(expected.keySet()).get(random.nextInt(expected.size()));
    }

    private String ocid() {
        int hot = Math.max(1, tenders / 20);
        return "ocds-campaign-" + (random.nextDouble() < HOT ? random.nextInt(hot) : random.nextInt(tenders));
    }
}
