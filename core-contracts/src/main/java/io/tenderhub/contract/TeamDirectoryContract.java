package io.tenderhub.contract;

import static io.tenderhub.contract.SampleTeams.ACME;
import static io.tenderhub.contract.SampleTeams.OTHER;
import static io.tenderhub.contract.SampleTeams.team;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.account.UserId;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.team.Membership;
import io.tenderhub.team.Role;
import io.tenderhub.team.Team;
import io.tenderhub.team.TeamDirectory;
import io.tenderhub.team.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What {@link TeamDirectory} promises. */
public abstract class TeamDirectoryContract {
    /** The clock that the implementation under test is built with. */
    protected final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T08:00:00Z"));

    protected abstract UnitOfWork unitOfWork();

    private <T> T directory(Function<TeamDirectory, T> work) {
        return unitOfWork().<T>forSystem(transaction -> work.apply(transaction.teams()));
    }

    private <T> Optional<T> find(Function<TeamDirectory, Optional<T>> work) {
        return directory(work);
    }

    private <T> List<T> list(Function<TeamDirectory, List<T>> work) {
        return directory(work);
    }

    @Test
    void knowsNoTeamsAtFirst() {
        assertThat(directory(TeamDirectory::all)).isEmpty();
        assertThat(find(teams -> teams.find(ACME))).isEmpty();
        assertThat(list(teams -> teams.ofUser(new UserId("jo")))).isEmpty();
    }

    @Test
    void knowsEveryTeamInWhateverStateOrderedById() {
        for (String id : List.of("zulu", "a-b", "ab", "a1", "9-lives")) {
            SampleTeams.insert(unitOfWork(), new TeamId(id));
        }
        Team leaving = team(ACME).withState(Team.State.LEAVING);
        unitOfWork().forTeam(ACME, transaction -> {
            transaction.team().insert(leaving);
            return ACME;
        });

        assertThat(directory(TeamDirectory::all))
                .extracting(known -> known.id().value())
                .containsExactly("9-lives", "a-b", "a1", "ab", "acme", "zulu");
        assertThat(find(teams -> teams.find(ACME))).contains(leaving);
    }

    @Test
    void forgetsATeamThatIsDeleted() {
        UserId jo = SampleTeams.insertUser(unitOfWork(), "jo");
        SampleTeams.insert(unitOfWork(), ACME);
        SampleTeams.join(unitOfWork(), ACME, jo, Role.OWNER, clock.instant());

        unitOfWork().forTeam(ACME, transaction -> transaction.team().delete());

        assertThat(directory(TeamDirectory::all)).isEmpty();
        assertThat(find(teams -> teams.find(ACME))).isEmpty();
        assertThat(list(teams -> teams.ofUser(jo))).isEmpty();
    }

    @Test
    void tellsTheTeamsOfAUserOrderedById() {
        UserId jo = SampleTeams.insertUser(unitOfWork(), "jo");
        UserId mo = SampleTeams.insertUser(unitOfWork(), "mo");
        SampleTeams.insert(unitOfWork(), OTHER);
        SampleTeams.insert(unitOfWork(), ACME);
        SampleTeams.join(unitOfWork(), OTHER, jo, Role.VIEWER, clock.instant());
        SampleTeams.join(unitOfWork(), ACME, jo, Role.OWNER, clock.instant());
        SampleTeams.join(unitOfWork(), ACME, mo, Role.ADMIN, clock.instant());

        assertThat(list(teams -> teams.ofUser(jo)))
                .containsExactly(new Membership(ACME, jo, Role.OWNER), new Membership(OTHER, jo, Role.VIEWER));
        assertThat(list(teams -> teams.ofUser(mo))).containsExactly(new Membership(ACME, mo, Role.ADMIN));
    }

    @Test
    void tellsARoleAsItIsNow() {
        UserId jo = SampleTeams.insertUser(unitOfWork(), "jo");
        SampleTeams.insert(unitOfWork(), ACME);
        SampleTeams.join(unitOfWork(), ACME, jo, Role.OWNER, clock.instant());
        SampleTeams.join(unitOfWork(), ACME, jo, Role.VIEWER, clock.instant());
        assertThat(list(teams -> teams.ofUser(jo))).containsExactly(new Membership(ACME, jo, Role.VIEWER));

        unitOfWork().forTeam(ACME, transaction -> transaction.members().remove(jo));

        assertThat(list(teams -> teams.ofUser(jo))).isEmpty();
    }
}
