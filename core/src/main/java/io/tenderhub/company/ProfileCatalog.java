package io.tenderhub.company;

import io.tenderhub.team.TeamId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The system's own reads of profiles, for work that concerns all teams. Never hand its answers to a team. */
public interface ProfileCatalog {

    /**
     * @throws IllegalStateException if the team has a profile that can't be read
     */
    Optional<StoredProfile> find(TeamId team);

    /** Every team's profile, ordered by team, streamed. */
    void forEach(Consumer<? super StoredProfile> action);

    /** Which version every team has, ordered by team. */
    List<ProfileVersion> versions();
}
