package io.tenderhub.consistency;

import io.tenderhub.tender.OcidOrder;
import io.tenderhub.tender.TenderCatalog;
import io.tenderhub.tender.TenderVersion;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A part of the truth, from behind one ocid up to and with another.
 *
 * @param tenders all of the range, or of those in it that changed lately
 * @param after where the range begins; empty for the beginning
 * @param upTo its last ocid; empty for the end
 * @param whole whether the tenders are all of the range
 */
record TenderRange(Map<String, TenderVersion> tenders, Optional<String> after, Optional<String> upTo, boolean whole) {

    /** The next tenders behind an ocid, {@code size} of them at most. */
    static TenderRange read(TenderCatalog catalog, Optional<String> after, int size, Optional<Instant> since) {
        List<TenderVersion> page = catalog.versions(after, size, since);
        Map<String, TenderVersion> tenders = new LinkedHashMap<>();
        page.forEach(tender -> tenders.put(tender.ocid(), tender));
        Optional<String> upTo = page.size() < size
                ? Optional.empty()
                : Optional.of(page.get(page.size() - 1).ocid());
        return new TenderRange(tenders, after, upTo, since.isEmpty());
    }

    boolean isLast() {
        return upTo.isEmpty();
    }

    boolean goesOnBehind(String ocid) {
        return upTo.isEmpty() || OcidOrder.INSTANCE.compare(ocid, upTo.get()) < 0;
    }

    boolean reachesTo(String ocid) {
        return upTo.isEmpty() || OcidOrder.INSTANCE.compare(ocid, upTo.get()) <= 0;
    }
}
