package io.tenderhub.memory;

import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.memory.MemoryTruth.Row;
import io.tenderhub.tender.SaveOutcome;
import io.tenderhub.tender.StoredTender;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderRepository;
import io.tenderhub.tender.TenderToStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

final class MemoryTenders implements TenderRepository {
    private final Changes changes;

    MemoryTenders(Changes changes) {
        this.changes = changes;
    }

    @Override
    public List<SaveOutcome> saveAll(List<TenderToStore> list) {
        changes.requireOpen();
        list.forEach(toStore -> requireStorable(toStore.tender()));
        List<SaveOutcome> outcomes = new ArrayList<>(list.size());
        for (TenderToStore toStore : list) {
            outcomes.add(save(toStore));
        }
        return List.copyOf(outcomes);
    }

    private SaveOutcome save(TenderToStore toStore) {
        Optional<Row> known = changes.tender(toStore.tender().ocid());
        if (known.isEmpty()) {
            put(toStore, 1);
            return SaveOutcome.CREATED;
        }
        StoredTender stored = known.get().stored();
        if (toStore.tender().releaseDate().isBefore(stored.tender().releaseDate())) {
            return SaveOutcome.OLDER;
        }
        if (saysTheSame(known.get().content(), toStore)) {
            return SaveOutcome.UNCHANGED;
        }
        put(toStore, stored.version() + 1);
        return SaveOutcome.UPDATED;
    }

    private void put(TenderToStore toStore, long version) {
        changes.tenders.put(
                toStore.tender().ocid(), new Row(new StoredTender(toStore.tender(), version, changes.now()), toStore));
    }

    private static boolean saysTheSame(TenderToStore known, TenderToStore toStore) {
        return known.cidb().equals(toStore.cidb())
                && known.tender()
                        .equals(SameSource.withSource(
                                toStore.tender(), known.tender().source()));
    }

    /** What no store can hold is refused here too, so that what runs in memory runs on the others. */
    private static void requireStorable(Tender tender) {
        if (tender.toString().indexOf('\u0000') >= 0) {
            throw new InvalidInputException("tender " + tender.ocid(), "tender", "a text holds the character U+0000");
        }
    }
}
