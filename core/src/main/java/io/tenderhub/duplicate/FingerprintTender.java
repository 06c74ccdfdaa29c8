package io.tenderhub.duplicate;

import static java.util.Objects.requireNonNull;

import io.tenderhub.event.EventHandler;
import io.tenderhub.event.EventType;
import io.tenderhub.event.RaisedEvent;
import io.tenderhub.tender.StoredTender;
import io.tenderhub.tender.TenderCatalog;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes the fingerprint of a tender that came in or changed, and removes that of one that is gone or says too little by now. */
public final class FingerprintTender implements EventHandler {
    private final TenderCatalog catalog;
    private final FingerprintRepository fingerprints;

    public FingerprintTender(TenderCatalog catalog, FingerprintRepository fingerprints) {
        this.catalog = requireNonNull(catalog);
        this.fingerprints = requireNonNull(fingerprints);
    }

    @Override
    public String name() {
        return "fingerprint-tender";
    }

    @Override
    public Set<EventType> handles() {
        return EnumSet.of(EventType.TENDER_CREATED, EventType.TENDER_UPDATED);
    }

    @Override
    public boolean takesLong() {
        return false;
    }

    @Override
    public void handle(List<RaisedEvent> events) {
        Set<String> without = new HashSet<>(RaisedEvent.aggregates(events));
        List<TenderFingerprint> taken = new ArrayList<>();
        for (StoredTender stored : catalog.findAll(without)) {
            String ocid = stored.tender().ocid();
            Optional<Fingerprint> fingerprint = Fingerprint.of(stored.tender());
            fingerprint.ifPresent(print -> taken.add(new TenderFingerprint(ocid, stored.version(), print)));
        }
        taken.forEach(fingerprint -> without.remove(fingerprint.ocid()));
        fingerprints.saveAll(taken);
        fingerprints.deleteAll(without);
    }
}
