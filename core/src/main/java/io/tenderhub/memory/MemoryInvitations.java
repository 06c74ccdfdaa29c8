package io.tenderhub.memory;

import io.tenderhub.failure.ConflictException;
import io.tenderhub.team.Invitation;
import io.tenderhub.team.InvitationRepository;
import io.tenderhub.team.TeamId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

final class MemoryInvitations implements InvitationRepository {
    private static final Comparator<Invitation> MADE =
            Comparator.comparing(Invitation::createdAt).thenComparing(Invitation::id);

    private final TeamId team;
    private final Changes changes;

    MemoryInvitations(TeamId team, Changes changes) {
        this.team = team;
        this.changes = changes;
    }

    @Override
    public List<Invitation> all() {
        return changes.team(team).invitations.values().stream().sorted(MADE).toList();
    }

    @Override
    public Optional<Invitation> find(String id) {
        return Optional.ofNullable(changes.team(team).invitations.get(id));
    }

    @Override
    public void insert(Invitation invitation) {
        if (changes.changedTeam(team).invitations.putIfAbsent(invitation.id(), invitation) != null) {
            throw new ConflictException("there is an invitation " + invitation.id() + " already");
        }
    }

    @Override
    public boolean remove(String id) {
        return changes.changedTeam(team).invitations.remove(id) != null;
    }
}
