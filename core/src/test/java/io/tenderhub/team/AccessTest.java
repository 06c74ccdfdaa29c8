package io.tenderhub.team;

import static io.tenderhub.team.TeamStand.ACME;
import static io.tenderhub.team.TeamStand.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.account.Secret;
import io.tenderhub.account.User;
import io.tenderhub.failure.NotAuthenticatedException;
import io.tenderhub.failure.NotFoundException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessTest {
    private final TeamStand stand = new TeamStand();
    private final User jo = stand.user("jo");
    private final Actor owner = stand.team(ACME, "pro", jo);
    private final Secret token = stand.logins.login("jo@example.org", TeamStand.PASSWORD);
    private final Access access = stand.access;

    @Test
    void tellsWhoActsByHisSession() {
        assertThat(access.of(token, ACME)).isEqualTo(Actor.ofMember(ACME, jo.id(), Role.OWNER));
    }

    @Test
    void findsNoTeamThatTheUserIsNotInJustAsIfItWereNotThere() {
        stand.team(OTHER, "pro", stand.user("stranger"));
        TeamId nowhere = new TeamId("nowhere");

        for (TeamId team : List.of(OTHER, nowhere)) {
            assertThatThrownBy(() -> access.of(token, team))
                    .isInstanceOf(NotFoundException.class)
                    .hasMessage("no team " + team);
        }
    }

    @Test
    void findsOnlyTeamsThatAreActive() {
        for (Team.State state : List.of(Team.State.REGISTERING, Team.State.LEAVING)) {
            stand.setState(ACME, state);
            assertThatThrownBy(() -> access.of(token, ACME)).isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void knowsNobodyByWhatDoesNotCount() {
        stand.logins.logout(token);

        for (String text : List.of(token.reveal(), "", "thk_", "thk_acme_1_2")) {
            assertThatThrownBy(() -> access.of(new Secret(text), ACME)).isInstanceOf(NotAuthenticatedException.class);
        }
    }

    @Test
    void tellsWhichTeamAKeyIsOf() {
        Secret key = stand.apiKeys.create(owner, "Report", Set.of(Permission.READ));

        assertThat(access.ofApiKey(key).team()).isEqualTo(ACME);
        assertThatThrownBy(() -> access.ofApiKey(token)).isInstanceOf(NotAuthenticatedException.class);
    }
}
