package io.tenderhub.campaign;

import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.bootstrap.Workbench;
import io.tenderhub.campaign.Difference.Kind;
import io.tenderhub.company.CompanyProfile;
import io.tenderhub.details.TenderDetails;
import io.tenderhub.readiness.BidSituation;
import io.tenderhub.readiness.ReadinessScorer;
import io.tenderhub.summary.StoredSummary;
import io.tenderhub.tender.Tender;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;

/**
 * Looks into the stores past the product: every tender as it was last released, with one summary and one score made from
 * exactly that, and every event handed on. What it expects to be derived it derives itself from the published releases.
 */
final class Verification {
    private final TenderHub hub;
    private final Workbench workbench = new Workbench();
    private final List<Difference> differences = new ArrayList<>();
    private final TruthRows truth;
    private final DerivedDocuments derived;
    private final CompanyProfile profile;

    private Verification(Grounds grounds, TenderHub hub) throws SQLException {
        this.hub = hub;
        this.truth = TruthRows.read(grounds.stores().postgresUrl());
        this.derived = DerivedDocuments.read(grounds.stores().mongoUrl());
        this.profile = hub.profiles().find(Feeding.TEAM).orElseThrow().profile();
    }

    /**
     * @param events that the changes must have raised
     * @return everything that is not as it must be; empty when all is well
     */
    static List<Difference> of(
            Grounds grounds,
            TenderHub hub,
            Map<String, Changes.Expected> expected,
            long events,
            OutboxRows.State outbox)
            throws SQLException {
        Verification verification = new Verification(grounds, hub);
        verification.outbox(events, outbox);
        Set<String> known = new TreeSet<>(expected.keySet());
        expected.forEach(verification::tender);
        verification.orphans("tender", Kind.TRUTH, verification.truth.tenders().keySet(), known);
        verification.orphans(
                "summary", Kind.ORPHAN, verification.derived.summaries().keySet(), known);
        verification.orphans("score", Kind.ORPHAN, verification.derived.scores().keySet(), known);
        return List.copyOf(verification.differences);
    }

    private void outbox(long events, OutboxRows.State outbox) {
        expect(Kind.WAITING, "events that wait", outbox.waiting(), 0);
        expect(Kind.PARKED, "events set aside", outbox.parked(), 0);
        expect(Kind.EVENTS, "events raised", outbox.all(), events);
        expect(Kind.EVENTS, "events handed on", outbox.published(), events);
    }

    private void expect(Kind kind, String what, long found, long wanted) {
        if (found != wanted) {
            differences.add(new Difference(kind, what + ": " + found + ", not " + wanted));
        }
    }

    private void orphans(String what, Kind kind, Set<String> found, Set<String> known) {
        found.stream()
                .filter(ocid -> !known.contains(ocid))
                .forEach(ocid ->
                        differences.add(new Difference(kind, what + " of " + ocid + ", which nobody released")));
    }

    private void tender(String ocid, Changes.Expected expected) {
        TruthRows.Row row = truth.tenders().get(ocid);
        if (row == null) {
            differences.add(new Difference(Kind.TRUTH, ocid + " is not there"));
            return;
        }
        if (row.version() != expected.version()
                || !row.raw().contains(expected.newest().marker())) {
            differences.add(new Difference(
                    Kind.TRUTH,
                    ocid + " is of version " + row.version() + " with " + row.raw() + ", not of " + expected.version()
                            + " with " + expected.newest().marker()));
            return;
        }
        Tender tender = workbench.tenderOf(ocid, expected.newest().json().getBytes(StandardCharsets.UTF_8));
        one("summary of " + ocid, derived.summaries().get(ocid), row.version())
                .ifPresent(summary -> content(
                        "summary of " + ocid,
                        summary.get("text"),
                        workbench.summarize(tender).digest().text()));
        one("score of " + ocid, derived.scores().get(ocid), row.version()).ifPresent(score -> score(tender, score));
        reader(ocid, row.version());
    }

    /** The one document there must be, if it is the one and of this version. */
    private Optional<Document> one(String what, List<Document> documents, long version) {
        if (documents == null || documents.isEmpty()) {
            differences.add(new Difference(Kind.MISSING, what));
            return Optional.empty();
        }
        if (documents.size() > 1) {
            differences.add(new Difference(Kind.DOUBLED, what + ": " + documents.size()));
            return Optional.empty();
        }
        return current(what, documents.get(0), "tenderVersion", version)
                ? Optional.of(documents.get(0))
                : Optional.empty();
    }

    private boolean current(String what, Document document, String field, long version) {
        long found = ((Number) document.get(field)).longValue();
        if (found != version) {
            differences.add(new Difference(
                    found < version ? Kind.OLDER : Kind.NEWER,
                    what + " is of " + field + " " + found + ", not " + version));
        }
        return found == version;
    }

    /** A score hangs on the moment too, which it names. */
    private void score(Tender tender, Document document) {
        String what = "score of " + tender.ocid();
        if (!current(what, document, "profileVersion", truth.profileVersion())) {
            return;
        }
        Instant made = ((Date) document.get("generatedAt")).toInstant();
        double points = new ReadinessScorer(profile, workbench.policies().defaultChoice())
                .score(tender, workbench.requirements().find(tender), new BidSituation(made, false))
                .points();
        content(what, document.get("score"), points);
    }

    private void content(String what, Object found, Object wanted) {
        if (!wanted.equals(found)) {
            differences.add(new Difference(Kind.CONTENT, what + " says " + found + ", not " + wanted));
        }
    }

    /** Through the product and its caches. */
    private void reader(String ocid, long version) {
        Optional<TenderDetails> details = hub.lookup().find(ocid, Optional.of(Feeding.TEAM));
        long read = details.map(it -> it.stored().version()).orElse(0L);
        long summary = details.flatMap(TenderDetails::summary)
                .map(StoredSummary::tenderVersion)
                .orElse(0L);
        long score = details.flatMap(TenderDetails::score)
                .map(it -> it.tenderVersion())
                .orElse(0L);
        if (read != version || summary != version || score != version) {
            differences.add(new Difference(
                    Kind.READ,
                    "a reader of " + ocid + " gets version " + read + " with a summary of " + summary
                            + " and a score of " + score + ", not " + version));
        }
    }
}
