package io.tenderhub.consistency;

import io.tenderhub.company.ProfileVersion;
import io.tenderhub.tender.TenderCatalog;
import io.tenderhub.tender.TenderVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Compares derived documents with the truth. The stores are read one after the other while they change, so a first look only
 * suspects, and each suspect is looked at again in this order: the events that wait, the document, the truth. What seems
 * newer than the truth is so then; what seems older, with no event that waits, was handled wrongly or never, unless it
 * changed just now.
 */
final class Comparison {
    private final TenderCatalog catalog;
    private final PendingEvents pending;
    private final Instant settled;
    private final int portion;

    /**
     * @param settled what changed later is not expected to be handled yet
     * @param portion how many documents and differences are in memory at most
     */
    Comparison(TenderCatalog catalog, PendingEvents pending, Instant settled, int portion) {
        this.catalog = catalog;
        this.pending = pending;
        this.settled = settled;
        this.portion = portion;
    }

    /** Hands on what differs in a range, in portions. */
    void compare(TenderRange range, DerivedDocuments documents, Consumer<List<Difference>> differences) {
        Set<String> suspects = new LinkedHashSet<>(range.tenders().keySet());
        if (range.whole()) {
            Optional<String> after = range.after();
            List<Made> page;
            do {
                page = documents.versions(after, portion);
                lookAgain(unknown(page, range, documents, suspects), documents, differences);
                after = last(page);
            } while (page.size() == portion && after.filter(range::goesOnBehind).isPresent());
        }
        lookAgain(suspects, documents, differences);
    }

    /** Documents of the page that no tender of the range has; the tenders whose documents fit are suspects no more. */
    private static List<String> unknown(
            List<Made> page, TenderRange range, DerivedDocuments documents, Set<String> suspects) {
        List<String> unknown = new ArrayList<>();
        for (Made made : page) {
            Optional<TenderVersion> tender = Optional.ofNullable(range.tenders().get(made.ocid()));
            if (tender.isEmpty() && range.reachesTo(made.ocid())) {
                unknown.add(made.ocid());
            } else if (made.standing(tender, documents.profileSeen()).isEmpty()) {
                suspects.remove(made.ocid());
            }
        }
        return unknown;
    }

    private static Optional<String> last(List<Made> page) {
        return page.isEmpty()
                ? Optional.empty()
                : Optional.of(page.get(page.size() - 1).ocid());
    }

    private void lookAgain(
            Collection<String> ocids, DerivedDocuments documents, Consumer<List<Difference>> differences) {
        if (ocids.isEmpty()) {
            return;
        }
        Set<String> ids = new LinkedHashSet<>(ocids);
        documents.team().ifPresent(team -> ids.add(team.value()));
        Set<String> waiting = pending.waitingFor(ids);
        Map<String, Made> made = new HashMap<>();
        documents.versionsOf(ocids).forEach(document -> made.put(document.ocid(), document));
        Map<String, TenderVersion> tenders = new HashMap<>();
        catalog.versionsOf(ocids).forEach(tender -> tenders.put(tender.ocid(), tender));
        Optional<ProfileVersion> profile = documents.profile();
        if (documents.team().isPresent() && profile.isEmpty()) {
            // The team has gone in the meantime.
            return;
        }
        boolean teamWaits =
                documents.team().filter(team -> waiting.contains(team.value())).isPresent()
                        || profile.filter(known -> known.changedAt().isAfter(settled))
                                .isPresent();
        List<Difference> found = new ArrayList<>();
        for (String ocid : ocids) {
            Optional<TenderVersion> tender = Optional.ofNullable(tenders.get(ocid));
            Optional<Made> document = Optional.ofNullable(made.get(ocid));
            boolean tenderWaits = waiting.contains(ocid)
                    || tender.filter(known -> known.changedAt().isAfter(settled))
                            .isPresent();
            standing(document, tender, profile)
                    .ifPresent(is -> found.add(new Difference(
                            is, ocid, tender, profile, document, isUnderWay(is, tenderWaits, teamWaits))));
        }
        if (!found.isEmpty()) {
            differences.accept(List.copyOf(found));
        }
    }

    /** An event of the team makes its scores, but removes none; no event replaces what version guards keep. */
    private static boolean isUnderWay(Standing standing, boolean tenderWaits, boolean teamWaits) {
        return switch (standing) {
            case MISSING, OLD -> tenderWaits || teamWaits;
            case ORPHAN -> tenderWaits;
            case NEWER -> false;
        };
    }

    private static Optional<Standing> standing(
            Optional<Made> document, Optional<TenderVersion> tender, Optional<ProfileVersion> profile) {
        return document.isPresent()
                ? document.get().standing(tender, profile)
                : tender.map(version -> Standing.MISSING);
    }
}
