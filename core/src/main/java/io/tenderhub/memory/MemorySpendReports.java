package io.tenderhub.memory;

import io.tenderhub.analytics.SpendDimension;
import io.tenderhub.analytics.SpendReport;
import io.tenderhub.analytics.SpendReports;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

final class MemorySpendReports implements SpendReports {
    private record Key(SpendDimension by, String currency) {}

    private final Map<Key, SpendReport> reports = new ConcurrentHashMap<>();

    @Override
    public void save(SpendReport report) {
        reports.merge(
                new Key(report.by(), report.currency()),
                report,
                (kept, given) -> kept.computedAt().isAfter(given.computedAt()) ? kept : given);
    }

    @Override
    public Optional<SpendReport> latest(SpendDimension by, String currency) {
        return Optional.ofNullable(reports.get(new Key(by, currency)));
    }

    @Override
    public Set<String> currencies(SpendDimension by) {
        return reports.keySet().stream()
                .filter(key -> key.by() == by)
                .map(Key::currency)
                .collect(Collectors.toSet());
    }
}
