package io.tenderhub.memory;

import io.tenderhub.account.UserId;
import io.tenderhub.team.Member;
import io.tenderhub.team.MemberRepository;
import io.tenderhub.team.TeamId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

final class MemoryMembers implements MemberRepository {
    private static final Comparator<Member> JOINED = Comparator.comparing(Member::joinedAt)
            .thenComparing(member -> member.user().value());

    private final TeamId team;
    private final Changes changes;

    MemoryMembers(TeamId team, Changes changes) {
        this.team = team;
        this.changes = changes;
    }

    @Override
    public List<Member> all() {
        return changes.team(team).members.values().stream().sorted(JOINED).toList();
    }

    @Override
    public Optional<Member> find(UserId user) {
        return Optional.ofNullable(changes.team(team).members.get(user));
    }

    @Override
    public int count() {
        return changes.team(team).members.size();
    }

    @Override
    public void save(Member member) {
        changes.changedTeam(team)
                .members
                .merge(
                        member.user(),
                        member,
                        (known, changed) -> new Member(known.user(), changed.role(), known.joinedAt()));
    }

    @Override
    public boolean remove(UserId user) {
        return changes.changedTeam(team).members.remove(user) != null;
    }
}
