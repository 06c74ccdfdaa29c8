package io.tenderhub.duplicate;

import static java.util.Objects.requireNonNull;

import io.tenderhub.tender.TenderCatalog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tenders that the same buyer advertised several times. The worker finds them, so what came in just now may be missing. All methods throw
 * {@link io.tenderhub.failure.UnavailableException} if the truth can't be reached.
 */
public final class Duplicates {
    /** Of a form that a buyer uses hundreds of times, those at most. */
    private static final int MOST = 200;

    private static final Comparator<Duplicate> LATEST_FIRST = Comparator.comparing(
                    (Duplicate duplicate) -> duplicate.stored().tender().releaseDate())
            .reversed()
            .thenComparing(duplicate -> duplicate.stored().tender().ocid());

    private final TenderCatalog catalog;
    private final FingerprintRepository fingerprints;

    public Duplicates(TenderCatalog catalog, FingerprintRepository fingerprints) {
        this.catalog = requireNonNull(catalog);
        this.fingerprints = requireNonNull(fingerprints);
    }

    /**
     * The others that say nearly the same as a tender, latest release first.
     *
     * @return empty if there is no such tender
     */
    public Optional<List<Duplicate>> of(String ocid) {
        return catalog.find(ocid)
                .map(stored -> fingerprints.findAll(List.of(ocid)).stream()
                        .findFirst()
                        .map(this::alike)
                        .orElseGet(List::of));
    }

    private List<Duplicate> alike(TenderFingerprint one) {
        Map<String, Double> likeness = new HashMap<>();
        for (TenderFingerprint other : fingerprints.sharing(one.fingerprint().bands(), MOST)) {
            double alike = one.fingerprint().likeness(other.fingerprint());
            if (alike >= Fingerprint.NEARLY_THE_SAME && !other.ocid().equals(one.ocid())) {
                likeness.put(other.ocid(), alike);
            }
        }
        return catalog.findAll(likeness.keySet()).stream()
                .map(stored ->
                        new Duplicate(stored, likeness.get(stored.tender().ocid())))
                .sorted(LATEST_FIRST)
                .toList();
    }

    /**
     * Groups tenders that say nearly the same as each other.
     *
     * @param ocids in an order of the caller's
     * @return of each group of two or more the one that stands first, with the others in the order given
     */
    public Map<String, List<String>> groups(Collection<String> ocids) {
        Map<String, Fingerprint> known = fingerprints.findAll(ocids).stream()
                .collect(Collectors.toMap(TenderFingerprint::ocid, TenderFingerprint::fingerprint));
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (String ocid : ocids) {
            Fingerprint fingerprint = known.get(ocid);
            if (fingerprint != null) {
                String first = groups.keySet().stream()
                        .filter(earlier -> isAlike(known.get(earlier), fingerprint))
                        .findFirst()
                        .orElse(ocid);
                List<String> others = groups.computeIfAbsent(first, unknown -> new ArrayList<>());
                if (!first.equals(ocid)) {
                    others.add(ocid);
                }
            }
        }
        groups.values().removeIf(List::isEmpty);
        return groups;
    }

    private static boolean isAlike(Fingerprint one, Fingerprint other) {
        return one.likeness(other) >= Fingerprint.NEARLY_THE_SAME
                && other.bands().stream().anyMatch(Set.copyOf(one.bands())::contains);
    }
}
