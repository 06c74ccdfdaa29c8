package io.tenderhub.company;

import java.util.Optional;

/**
 * The profile of one team inside one transaction of the truth; had only through a
 * {@link io.tenderhub.event.UnitOfWork unit of work} opened for that team.
 */
public interface ProfileRepository {

    /** The profile, locked against other writers until the transaction ends. */
    Optional<StoredProfile> find();

    /**
     * Stores the profile if it differs from the stored one.
     *
     * @return the profile as it is stored now; with the version it had before if nothing changed
     */
    StoredProfile save(CompanyProfile profile);
}
