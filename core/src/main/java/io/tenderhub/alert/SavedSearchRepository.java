package io.tenderhub.alert;

import java.util.List;
import java.util.Optional;

/** The saved searches of one team inside one transaction of the truth, opened for that team. */
public interface SavedSearchRepository {

    /** In the order they were made. */
    List<SavedSearch> all();

    Optional<SavedSearch> find(String id);

    int count();

    /** @throws io.tenderhub.failure.ConflictException if there is one with this id */
    void insert(SavedSearch search);

    /** Whether one with this id was there; who made it and when stays as it was. */
    boolean update(SavedSearch search);

    /** Whether it was there, which it is not any more, and neither is what matched it. */
    boolean remove(String id);
}
