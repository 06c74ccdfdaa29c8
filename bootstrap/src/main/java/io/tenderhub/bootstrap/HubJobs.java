package io.tenderhub.bootstrap;

import io.tenderhub.alert.SearchDigests;
import io.tenderhub.analytics.SpendAnalytics;
import io.tenderhub.analytics.SpendRefresh;
import io.tenderhub.analytics.TenderAnalytics;
import io.tenderhub.consistency.CheckOptions;
import io.tenderhub.consistency.CheckReport;
import io.tenderhub.consistency.ConsistencyChecker;
import io.tenderhub.event.OutboxAdministration;
import io.tenderhub.idempotency.Idempotency;
import io.tenderhub.mongo.MongoAdapter;
import io.tenderhub.schedule.Job;
import io.tenderhub.schedule.Timing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a hub does at set times, made of its use cases. */
final class HubJobs {
    private static final Logger LOG = LoggerFactory.getLogger(HubJobs.class);
    private static final Timing HOURLY = new Timing.Every(Duration.ofHours(1));
    private static final int PURGED_AT_ONCE = 5_000;

    private final HubConfiguration configuration;
    private final Clock clock;

    HubJobs(HubConfiguration configuration, Clock clock) {
        this.configuration = configuration;
        this.clock = clock;
    }

    List<Job> all(
            SpendAnalytics spend,
            TenderAnalytics tenders,
            ConsistencyChecker checker,
            OutboxAdministration outbox,
            Idempotency idempotency,
            SearchDigests digests,
            MongoAdapter derived) {
        return List.of(
                new Job(
                        "analytics",
                        "adds up what is spent, and counts tenders",
                        daily(Setting.JOBS_ANALYTICS_AT),
                        () -> analytics(spend, tenders)),
                new Job(
                        "consistency",
                        "compares what is derived with the truth, and repairs it",
                        daily(Setting.JOBS_CONSISTENCY_AT),
                        () -> consistency(checker)),
                new Job(
                        "digest",
                        "tells teams together what matched their saved searches",
                        daily(Setting.JOBS_DIGEST_AT),
                        () -> digest(digests)),
                new Job("purge-outbox", "removes events that are done", HOURLY, () -> purgeOutbox(outbox)),
                new Job(
                        "purge-expired",
                        "removes expired answers from MongoDB",
                        HOURLY,
                        () -> said("%,d documents removed", derived.purgeExpired())),
                new Job(
                        "purge-answers",
                        "removes answers to requests that may come again",
                        HOURLY,
                        () -> said("%,d answers removed", idempotency.purge())));
    }

    private Timing daily(Setting at) {
        return new Timing.Daily(
                LocalTime.parse(configuration.text(at)), ZoneId.of(configuration.text(Setting.JOBS_ZONE)));
    }

    private static String analytics(SpendAnalytics spend, TenderAnalytics tenders) {
        SpendRefresh refresh = spend.refresh();
        long counted = tenders.refresh();
        return said(
                "%,d awards of %,d buyers in %,d currencies, %,d without a value, of %,d tenders",
                refresh.awards(), refresh.buyers(), refresh.currencies(), refresh.withoutValue(), counted);
    }

    private static String digest(SearchDigests digests) {
        SearchDigests.Sent sent = digests.send();
        return said("%,d matches told to %,d teams", sent.matches(), sent.teams());
    }

    /** Goes on where a run before was ended; one that came to its end begins anew. */
    private static String consistency(ConsistencyChecker checker) {
        CheckReport report = checker.check(CheckOptions.DEFAULT.repairing().resuming(), finding -> {});
        report.counts().forEach((kind, count) -> LOG.warn("consistency: {} {}", count, kind.meaning()));
        return said(
                "%,d tenders, %,d findings, %,d events raised again, %,d documents deleted",
                report.tenders(), report.findings(), report.eventsRaised(), report.documentsDeleted());
    }

    private String purgeOutbox(OutboxAdministration outbox) {
        Instant before = clock.instant().minus(Duration.ofHours(configuration.number(Setting.OUTBOX_RETENTION_HOURS)));
        long removed = 0;
        int some;
        do {
            some = outbox.purge(before, PURGED_AT_ONCE);
            removed += some;
        } while (some == PURGED_AT_ONCE && !Thread.currentThread().isInterrupted());
        return said("%,d events removed", removed);
    }

    private static String said(String format, Object... figures) {
        return String.format(Locale.ROOT, format, figures);
    }
}
