package io.tenderhub.team;

import static io.tenderhub.team.TeamStand.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.account.Secret;
import io.tenderhub.account.User;
import io.tenderhub.failure.TenderHubException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever members do, in whatever order, allowed or not. */
class MembershipPropertiesTest {
    private final TeamStand stand = new TeamStand();
    private final List<User> users = new ArrayList<>();
    private final List<Secret> tokens = new ArrayList<>(List.of(new Secret("none")));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void leavesATeamWithAnOwnerAndWithinItsSeats(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 6; i++) {
            users.add(stand.user("user" + i));
        }
        stand.team(ACME, "basic", users.get(0));
        int done = 0;
        for (int step = 0; step < 400; step++) {
            done += tries(random) ? 1 : 0;

            List<Member> members = stand.membersOf(ACME);
            assertThat(members).extracting(Member::role).contains(Role.OWNER);
            int open = stand.invitations.open(Actor.operator(ACME)).size();
            stand.plans
                    .of(stand.teams.all().get(0))
                    .seats()
                    .ifPresent(seats -> assertThat(members.size() + open).isLessThanOrEqualTo(seats));
            assertThat(stand.trail(ACME)).hasSize(done);
        }
        assertThat(done).isGreaterThan(20);
    }

    /** @return whether something was done, and so was written down */
    private boolean tries(Random random) {
        int before = stand.trail(ACME).size();
        try {
            act(random);
        } catch (TenderHubException refused) {
            assertThat(stand.trail(ACME))
                    .as("nothing is written of what was refused")
                    .hasSize(before);
            return false;
        }
        return stand.trail(ACME).size() > before;
    }

    private void act(Random random) {
        User user = any(users, random);
        Role role = any(List.of(Role.values()), random);
        Actor actor = stand.access.of(any(stand.membersOf(ACME), random).user(), ACME);
        switch (random.nextInt(7)) {
            case 0 -> tokens.add(stand.invitations.invite(actor, user.email().value(), role));
            case 1 -> stand.invitations.accept(any(tokens, random), user);
            case 2 -> stand.members.changeRole(actor, user.id(), role);
            case 3 -> stand.members.remove(actor, user.id());
            case 4 -> stand.members.leave(actor);
            case 5 -> stand.teams.changePlan(ACME, any(List.of("free", "basic", "pro"), random));
            default -> stand.clock.advance(Duration.ofHours(random.nextInt(48)));
        }
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
