package io.tenderhub.memory;

import io.tenderhub.analytics.CountReport;
import io.tenderhub.analytics.CountReports;
import io.tenderhub.analytics.CountedBy;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

final class MemoryCountReports implements CountReports {
    private final Map<CountedBy, CountReport> reports = new ConcurrentHashMap<>();

    @Override
    public void save(CountReport report) {
        reports.merge(
                report.by(), report, (kept, given) -> kept.computedAt().isAfter(given.computedAt()) ? kept : given);
    }

    @Override
    public Optional<CountReport> latest(CountedBy by) {
        return Optional.ofNullable(reports.get(by));
    }
}
