package io.tenderhub.team;

import static io.tenderhub.team.TeamStand.ACME;
import static io.tenderhub.team.TeamStand.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.account.Secret;
import io.tenderhub.account.User;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.failure.NotAuthenticatedException;
import io.tenderhub.failure.NotFoundException;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
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

    @Test
    void asksTheTruthAsOftenForATeamThatIsThereAsForOneThatIsNot() {
        TeamStand stand = new TeamStand();
        stand.team(TeamStand.ACME, "pro", stand.user("owner"));
        User stranger = stand.user("stranger");
        AskedOften asked = new AskedOften(stand.hub.unitOfWork());
        ApiKeys keys = new ApiKeys(asked, stand.clock, new SecureRandom());
        Access access = new Access(asked, stand.logins, keys);
        List<List<String>> asks = new ArrayList<>();
        for (TeamId team : List.of(TeamStand.ACME, new TeamId("nowhere"))) {
            assertThatThrownBy(() -> access.of(stranger.id(), team)).isInstanceOf(NotFoundException.class);
            Secret guess = new Secret("thk_" + team + "_0123456789abcdef_" + "x".repeat(43));
            assertThatThrownBy(() -> access.of(guess, team)).isInstanceOf(NotAuthenticatedException.class);
            asks.add(asked.andForget());
        }

        assertThat(asks.get(0)).hasSize(4).isEqualTo(asks.get(1));
    }

    /** Notes what is asked for in transactions of teams. */
    private static final class AskedOften implements UnitOfWork {
        private final UnitOfWork unitOfWork;
        private final List<String> asked = new ArrayList<>();

        AskedOften(UnitOfWork unitOfWork) {
            this.unitOfWork = unitOfWork;
        }

        List<String> andForget() {
            List<String> before = List.copyOf(asked);
            asked.clear();
            return before;
        }

        @Override
        public <T> T forSystem(Function<? super SystemTransaction, ? extends T> work) {
            return unitOfWork.<T>forSystem(work);
        }

        @Override
        public <T> T forTeam(TeamId team, Function<? super TeamTransaction, ? extends T> work) {
            return unitOfWork.<T>forTeam(
                    team,
                    transaction -> work.apply((TeamTransaction) Proxy.newProxyInstance(
                            TeamTransaction.class.getClassLoader(),
                            new Class<?>[] {TeamTransaction.class},
                            (proxy, method, arguments) -> {
                                asked.add(method.getName());
                                return method.invoke(transaction, arguments);
                            })));
        }
    }
}
