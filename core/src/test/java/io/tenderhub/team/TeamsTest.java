package io.tenderhub.team;

import static io.tenderhub.team.TeamStand.ACME;
import static io.tenderhub.team.TeamStand.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.account.User;
import io.tenderhub.audit.AuditEntry;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.failure.LimitReachedException;
import io.tenderhub.failure.NotAllowedException;
import io.tenderhub.failure.NotFoundException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TeamsTest {
    private final TeamStand stand = new TeamStand();
    private final User jo = stand.user("jo");
    private final User mo = stand.user("mo");
    private final Actor owner = stand.team(ACME, "basic", jo);
    private final Actor admin = stand.join(ACME, mo, Role.ADMIN);
    private final Teams teams = stand.teams;

    @Test
    void tellsHowFarATeamFillsItsPlan() {
        stand.invitations.invite(owner, "x@example.org", Role.VIEWER);

        TeamOverview overview = teams.describe(admin);

        assertThat(overview.team().name()).isEqualTo("Team acme");
        assertThat(overview.plan()).isEqualTo(stand.plans.require("basic"));
        assertThat(overview.members()).isEqualTo(2);
        assertThat(overview.invited()).isEqualTo(1);
    }

    @Test
    void letsItsOwnerRenameATeam() {
        assertThat(teams.rename(owner, " Acme Builders ").name()).isEqualTo("Acme Builders");
        teams.rename(owner, "Acme Builders");

        assertThat(teams.describe(owner).team().name()).isEqualTo("Acme Builders");
        assertThat(stand.trail(ACME)).hasSize(1);
        assertThat(stand.trail(ACME).get(0).before()).isEqualTo(Map.of("name", "Team acme"));
        assertThat(stand.trail(ACME).get(0).after()).isEqualTo(Map.of("name", "Acme Builders"));
        assertThatThrownBy(() -> teams.rename(admin, "Mine")).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> teams.rename(owner, " ")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> teams.rename(owner, "a\u0000b")).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void putsATeamOnAnotherPlanIfItHasSeatsForAll() {
        assertThatThrownBy(() -> teams.changePlan(ACME, "free")).isInstanceOf(LimitReachedException.class);
        assertThat(teams.changePlan(ACME, "pro").plan()).isEqualTo("pro");
        stand.members.remove(owner, mo.id());
        stand.invitations.invite(owner, "x@example.org", Role.VIEWER);
        assertThatThrownBy(() -> teams.changePlan(ACME, "free")).isInstanceOf(LimitReachedException.class);
        stand.invitations.withdraw(owner, stand.invitations.open(owner).get(0).id());

        assertThat(teams.changePlan(ACME, "free").plan()).isEqualTo("free");

        AuditEntry entry = stand.trail(ACME).get(0);
        assertThat(entry.actor()).isEqualTo("operator");
        assertThat(entry.action()).isEqualTo("team.plan-changed");
        assertThat(entry.before()).isEqualTo(Map.of("plan", "pro"));
        assertThat(entry.after()).isEqualTo(Map.of("plan", "free"));
    }

    @Test
    void knowsNoOtherPlansAndTeams() {
        assertThatThrownBy(() -> teams.changePlan(ACME, "gold")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> teams.changePlan(OTHER, "pro")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void listsTheActiveTeamsOfAUserAndAllTeamsForTheOperator() {
        stand.team(OTHER, "free", mo);

        assertThat(teams.ofUser(mo.id()))
                .extracting(mine -> mine.team().id() + " " + mine.role().code())
                .containsExactly("acme admin", "other owner");
        stand.setState(ACME, Team.State.LEAVING);
        assertThat(teams.ofUser(jo.id())).isEmpty();
        assertThat(teams.ofUser(mo.id())).hasSize(1);
        assertThat(teams.all()).extracting(Team::id).containsExactly(ACME, OTHER);
    }
}
