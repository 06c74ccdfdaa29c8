package io.tenderhub.memory;

import io.tenderhub.analytics.SpendReport;
import io.tenderhub.analytics.SpendReports;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

final class MemorySpendReports implements SpendReports {
    private final Map<String, SpendReport> reports = new ConcurrentHashMap<>();

    @Override
    public void save(SpendReport report) {
        reports.merge(
                report.currency(),
                report,
                (kept, given) -> kept.computedAt().isAfter(given.computedAt()) ? kept : given);
    }

    @Override
    public Optional<SpendReport> latest(String currency) {
        return Optional.ofNullable(reports.get(currency));
    }

    @Override
    public Set<String> currencies() {
        return Set.copyOf(reports.keySet());
    }
}
