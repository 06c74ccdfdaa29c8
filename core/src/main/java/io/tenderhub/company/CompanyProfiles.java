package io.tenderhub.company;

import io.tenderhub.event.DomainEvent;
import io.tenderhub.event.EventType;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.event.UnitOfWork.TeamTransaction;
import io.tenderhub.failure.ConflictException;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.team.Actor;
import io.tenderhub.team.Permission;
import io.tenderhub.team.Team;
import io.tenderhub.team.TeamId;
import io.tenderhub.team.TeamSaga;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;

/** Keeps one company profile for each team. */
public final class CompanyProfiles {
    private final UnitOfWork unitOfWork;

    public CompanyProfiles(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /**
     * Stores a profile for whoever runs the hub, whether there is a team of this id yet or not. A real change raises one event and is
     * written into the team's audit trail in the same transaction.
     *
     * @return the profile as it is stored now
     * @throws ConflictException if the team of this id is being removed, or was
     */
    public StoredProfile save(TeamId team, CompanyProfile profile) {
        return unitOfWork.<StoredProfile>forTeam(team, transaction -> {
            // Locked, as below. Nothing would ever remove what comes after the removal.
            boolean gone = transaction
                    .sagas()
                    .lock()
                    .filter(saga -> saga.kind() == TeamSaga.Kind.REMOVAL)
                    .isPresent();
            if (gone) {
                throw new ConflictException("the team " + team + " was removed; its id is not used again");
            }
            return save(transaction, Actor.operator(team), profile);
        });
    }

    /**
     * Stores the profile of an actor's team, as {@link #save(TeamId, CompanyProfile)} does.
     *
     * @return the profile as it is stored now
     * @throws io.tenderhub.failure.NotAllowedException if he may not change it
     * @throws NotFoundException if the team is not active any more
     */
    public StoredProfile save(Actor actor, CompanyProfile profile) {
        return save(actor, profile, version -> true);
    }

    /**
     * The same, if the profile that it takes the place of is of a version that is agreed to.
     *
     * @param mayFollow asked for the version that is stored now, 0 if there is none
     * @throws ConflictException if it is not agreed to
     */
    public StoredProfile save(Actor actor, CompanyProfile profile, LongPredicate mayFollow) {
        actor.require(Permission.EDIT_PROFILE);
        return unitOfWork.<StoredProfile>forTeam(actor.team(), transaction -> {
            // Locked, so that no profile is stored for a team that is just being removed.
            transaction
                    .team()
                    .lock()
                    .filter(team -> team.state() == Team.State.ACTIVE)
                    .orElseThrow(
                            () -> new NotFoundException("team", actor.team().value()));
            long version =
                    transaction.profile().find().map(StoredProfile::version).orElse(0L);
            if (!mayFollow.test(version)) {
                throw new ConflictException("the profile is of another version by now");
            }
            return save(transaction, actor, profile);
        });
    }

    private static StoredProfile save(TeamTransaction transaction, Actor actor, CompanyProfile profile) {
        Optional<StoredProfile> known = transaction.profile().find();
        StoredProfile stored = transaction.profile().save(profile);
        if (known.map(StoredProfile::version).orElse(0L) == stored.version()) {
            return stored;
        }
        String team = actor.team().value();
        ProfileChanges changes = ProfileChanges.between(known.map(StoredProfile::profile), profile);
        transaction.audit().append(actor.name(), "profile.changed", team, changes.before(), changes.after());
        transaction
                .outbox()
                .append(List.of(new DomainEvent(
                        EventType.COMPANY_UPDATED,
                        team,
                        Optional.of(actor.team()),
                        Map.of("version", Long.toString(stored.version())))));
        return stored;
    }

    /** @throws io.tenderhub.failure.NotAllowedException if the actor may not see what belongs to the team */
    public Optional<StoredProfile> find(Actor actor) {
        actor.require(Permission.READ);
        return find(actor.team());
    }

    public Optional<StoredProfile> find(TeamId team) {
        return unitOfWork.<Optional<StoredProfile>>forTeam(
                team, transaction -> transaction.profile().find());
    }
}
