package io.tenderhub.benchmarks.judgements;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.CRC32;

/**
 * What somebody typed, and which tenders he would want to see.
 *
 * @param id {@code need.number}: queries of one need say the same wish in other words
 * @param kind what makes it easy or hard
 * @param grades by ocid: 2 just what was meant, 1 partly, 0 judged and not wanted
 */
record JudgedQuery(String id, String kind, String text, Map<String, Integer> grades) {
    JudgedQuery {
        grades = Map.copyOf(grades);
        for (int grade : grades.values()) {
            if (grade < 0 || grade > 2) {
                throw new IllegalArgumentException(id + ": a grade is 0, 1 or 2, not " + grade);
            }
        }
    }

    String need() {
        int dot = id.lastIndexOf('.');
        return dot < 0 ? id : id.substring(0, dot);
    }

    /** Fixed for ever by the need, so that what was tuned on one way of asking is not tested on another. */
    QuerySet set() {
        CRC32 hash = new CRC32();
        hash.update(need().getBytes(StandardCharsets.UTF_8));
        return hash.getValue() % 2 == 0 ? QuerySet.TUNE : QuerySet.TEST;
    }

    JudgedQuery among(Predicate<String> known) {
        Map<String, Integer> rest = new TreeMap<>(grades);
        rest.keySet().removeIf(known.negate());
        return new JudgedQuery(id, kind, text, rest);
    }

    static long wanted(Collection<Integer> grades) {
        return grades.stream().filter(grade -> grade > 0).count();
    }
}
