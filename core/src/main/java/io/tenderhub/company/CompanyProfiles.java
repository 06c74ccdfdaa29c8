package io.tenderhub.company;

import io.tenderhub.event.DomainEvent;
import io.tenderhub.event.EventType;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.team.TeamId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps one company profile for each team. */
public final class CompanyProfiles {
    private final UnitOfWork unitOfWork;

    public CompanyProfiles(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /**
     * Stores a profile; a real change raises one event in the same transaction.
     *
     * @return the profile as it is stored now
     */
    public StoredProfile save(TeamId team, CompanyProfile profile) {
        return unitOfWork.<StoredProfile>forTeam(team, transaction -> {
            long before =
                    transaction.profile().find().map(StoredProfile::version).orElse(0L);
            StoredProfile stored = transaction.profile().save(profile);
            if (stored.version() != before) {
                transaction
                        .outbox()
                        .append(List.of(new DomainEvent(
                                EventType.COMPANY_UPDATED,
                                team.value(),
                                Optional.of(team),
                                Map.of("version", Long.toString(stored.version())))));
            }
            return stored;
        });
    }

    public Optional<StoredProfile> find(TeamId team) {
        return unitOfWork.<Optional<StoredProfile>>forTeam(
                team, transaction -> transaction.profile().find());
    }
}
