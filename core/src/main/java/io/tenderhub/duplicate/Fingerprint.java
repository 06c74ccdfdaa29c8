package io.tenderhub.duplicate;

import io.tenderhub.tender.Organisation;
import io.tenderhub.tender.Tender;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * What the words of a tender come to in 64 numbers, of which as many are equal in two tenders, nearly, as their words are alike
 * (MinHash: Broder, "On the resemblance and containment of documents", 1997). Words that only tell one advertisement of the same
 * tender from another, as numbers, months and "re-advertised" do, count for nothing.
 */
public final class Fingerprint {
    /** From here on two tenders say nearly the same; of their pairs of words four fifths are common. */
    public static final double NEARLY_THE_SAME = 0.8;

    private static final int SIZE = 64;
    /** Two tenders that are alike by 0.8 have a whole band in common in all but 2 of 10,000 cases; by 0.3, in 12 of 100. */
    private static final int ROWS_OF_A_BAND = 4;

    /** Fewer pairs of words than these say nothing particular. */
    private static final int FEWEST = 4;

    private static final long[] SEEDS = seeds();

    private final int[] signature;
    private final long[] bands;

    private Fingerprint(int[] signature, long[] bands) {
        this.signature = signature;
        this.bands = bands;
    }

    /**
     * Of the tender's heading and description, for the buyer it is of: those of different buyers have no band in common.
     *
     * @return empty if the tender says too little to be told from others
     */
    public static Optional<Fingerprint> of(Tender tender) {
        Set<String> pairs = pairs(TellingWords.of(tender));
        if (pairs.size() < FEWEST) {
            return Optional.empty();
        }
        int[] signature = new int[SIZE];
        Arrays.fill(signature, Integer.MAX_VALUE);
        for (String pair : pairs) {
            long hash = hash(pair);
            for (int i = 0; i < SIZE; i++) {
                signature[i] = Math.min(signature[i], (int) (mixed(hash ^ SEEDS[i]) >>> 33));
            }
        }
        String buyer = tender.buyingOrganisation()
                .map(Organisation::name)
                .map(TellingWords::folded)
                .orElse("");
        return Optional.of(new Fingerprint(signature, bands(signature, hash(buyer))));
    }

    /**
     * As it was read from a store.
     *
     * @throws IllegalArgumentException if these are not the numbers of a fingerprint
     */
    public static Fingerprint read(List<Integer> signature, List<Long> bands) {
        if (signature.size() != SIZE || bands.size() != SIZE / ROWS_OF_A_BAND) {
            throw new IllegalArgumentException("a fingerprint has " + SIZE + " numbers and " + SIZE / ROWS_OF_A_BAND
                    + " bands, not " + signature.size() + " and " + bands.size());
        }
        return new Fingerprint(
                signature.stream().mapToInt(Integer::intValue).toArray(),
                bands.stream().mapToLong(Long::longValue).toArray());
    }

    /** From 0, nothing in common, to 1, the same words; right to within 0.1 in 19 of 20 cases. */
    public double likeness(Fingerprint other) {
        int equal = 0;
        for (int i = 0; i < SIZE; i++) {
            if (signature[i] == other.signature[i]) {
                equal++;
            }
        }
        return (double) equal / SIZE;
    }

    public List<Integer> signature() {
        return Arrays.stream(signature).boxed().toList();
    }

    /** Two tenders that say nearly the same for the same buyer have one of these in common. */
    public List<Long> bands() {
        return LongStream.of(bands).boxed().toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint print
                && Arrays.equals(signature, print.signature)
                && Arrays.equals(bands, print.bands);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(signature);
    }

    private static Set<String> pairs(List<String> words) {
        Set<String> pairs = new HashSet<>();
        for (int i = 1; i < words.size(); i++) {
            pairs.add(words.get(i - 1) + ' ' + words.get(i));
        }
        return pairs;
    }

    private static long[] bands(int[] signature, long buyer) {
        List<Long> bands = new ArrayList<>();
        for (int from = 0; from < SIZE; from += ROWS_OF_A_BAND) {
            long band = mixed(buyer + from);
            for (int i = from; i < from + ROWS_OF_A_BAND; i++) {
                band = mixed(band ^ signature[i]);
            }
            bands.add(band);
        }
        return bands.stream().mapToLong(Long::longValue).toArray();
    }

    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (each & 0xff)) * 0x100000001b3L;
        }
        return mixed(hash);
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014). */
    private static long mixed(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    private static long[] seeds() {
        return LongStream.rangeClosed(1, SIZE)
                .map(i -> mixed(i * 0x9e3779b97f4a7c15L))
                .toArray();
    }
}
