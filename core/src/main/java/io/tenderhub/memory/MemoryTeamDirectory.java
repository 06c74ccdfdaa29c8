package io.tenderhub.memory;

import io.tenderhub.account.UserId;
import io.tenderhub.team.Member;
import io.tenderhub.team.Membership;
import io.tenderhub.team.Team;
import io.tenderhub.team.TeamDirectory;
import io.tenderhub.team.TeamId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

final class MemoryTeamDirectory implements TeamDirectory {
    private final Changes changes;

    MemoryTeamDirectory(Changes changes) {
        this.changes = changes;
    }

    @Override
    public Optional<Team> find(TeamId id) {
        return Optional.ofNullable(changes.committedTeam(id).team);
    }

    @Override
    public List<Team> all() {
        return changes.committedTeams().stream()
                .flatMap(rows -> Stream.ofNullable(rows.team))
                .toList();
    }

    @Override
    public List<Membership> ofUser(UserId user) {
        return changes.committedTeams().stream()
                .flatMap(rows -> Stream.ofNullable(rows.team).flatMap(team -> membership(team, rows, user)))
                .toList();
    }

    private static Stream<Membership> membership(Team team, TeamRows rows, UserId user) {
        Member member = rows.members.get(user);
        return Stream.ofNullable(member).map(known -> new Membership(team.id(), user, known.role()));
    }
}
