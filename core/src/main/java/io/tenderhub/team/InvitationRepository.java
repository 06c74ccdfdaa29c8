package io.tenderhub.team;

import java.util.List;
import java.util.Optional;

/** The open invitations of one team inside one transaction of the truth, opened for that team. */
public interface InvitationRepository {

    /** In the order they were made, also those that have expired. */
    List<Invitation> all();

    Optional<Invitation> find(String id);

    void insert(Invitation invitation);

    /** @return false if there is none */
    boolean remove(String id);
}
