package io.tenderhub.history;

import static java.util.Objects.requireNonNull;

import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.tender.StoredTender;
import io.tenderhub.tender.TenderCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What changed in a tender from version to version, field by field. */
public final class TenderHistory {
    public static final int HIGHEST_LIMIT = 100;

    private final TenderCatalog catalog;
    private final TenderArchive archive;

    public TenderHistory(TenderCatalog catalog, TenderArchive archive) {
        this.catalog = requireNonNull(catalog);
        this.archive = requireNonNull(archive);
    }

    /**
     * The revisions of a tender, latest first.
     *
     * @param below begins with the version below this one; with the present one if empty
     * @param limit 1 to {@link #HIGHEST_LIMIT}
     * @return empty if there is no such tender; none of the list is the {@linkplain Revision#earliest earliest} if there are more
     * @throws InvalidInputException if the limit is out of range
     * @throws io.tenderhub.failure.UnavailableException if the truth can't be reached
     */
    public Optional<List<Revision>> find(String ocid, Optional<Long> below, int limit) {
        if (limit < 1 || limit > HIGHEST_LIMIT) {
            throw new InvalidInputException("history", "limit", "must be 1 to " + HIGHEST_LIMIT + ", not " + limit);
        }
        return catalog.find(ocid).map(present -> revisions(versions(present, below, limit + 1), limit));
    }

    /** One more than are shown, for the last one shown is compared with it. */
    private List<PastTender> versions(StoredTender present, Optional<Long> below, int limit) {
        String ocid = present.tender().ocid();
        if (below.filter(version -> version <= present.version()).isPresent()) {
            return archive.below(ocid, below.get(), limit);
        }
        List<PastTender> versions = new ArrayList<>();
        versions.add(new PastTender(present.tender(), present.version(), present.changedAt()));
        if (limit > 1) {
            versions.addAll(archive.below(ocid, present.version(), limit - 1));
        }
        return versions;
    }

    private static List<Revision> revisions(List<PastTender> versions, int limit) {
        List<Revision> revisions = new ArrayList<>();
        for (int i = 0; i < Math.min(limit, versions.size()); i++) {
            PastTender version = versions.get(i);
            boolean earliest = i + 1 == versions.size();
            revisions.add(new Revision(
                    version.version(),
                    version.tender().releaseDate(),
                    version.storedAt(),
                    earliest,
                    earliest
                            ? List.of()
                            : TenderFields.changes(versions.get(i + 1).tender(), version.tender())));
        }
        return revisions;
    }
}
