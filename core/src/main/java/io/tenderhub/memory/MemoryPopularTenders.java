package io.tenderhub.memory;

import io.tenderhub.popularity.Popular;
import io.tenderhub.popularity.PopularTenders;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts by day and ocid. */
final class MemoryPopularTenders implements PopularTenders {
    private final Clock clock;
    private final Map<LocalDate, Map<String, Long>> days = new HashMap<>();

    MemoryPopularTenders(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void seen(String ocid) {
        add(ocid, 1);
    }

    @Override
    public void saved(String ocid) {
        add(ocid, SAVE_COUNTS);
    }

    private synchronized void add(String ocid, long points) {
        days.computeIfAbsent(today(), day -> new HashMap<>()).merge(ocid, points, Long::sum);
        forgetOldDays();
    }

    @Override
    public synchronized List<Popular> top(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("a list has 1 place or more, not " + limit);
        }
        forgetOldDays();
        Map<String, Long> sums = new HashMap<>();
        days.values().forEach(day -> day.forEach((ocid, points) -> sums.merge(ocid, points, Long::sum)));
        return sums.entrySet().stream()
                .map(sum -> new Popular(sum.getKey(), sum.getValue()))
                .sorted(Comparator.comparingLong(Popular::points).reversed().thenComparing(Popular::ocid))
                .limit(limit)
                .toList();
    }

    private void forgetOldDays() {
        LocalDate first = today().minusDays(DAYS - 1);
        days.keySet().removeIf(day -> day.isBefore(first));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
