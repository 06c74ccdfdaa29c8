package io.tenderhub.team;

import static io.tenderhub.team.Permission.EDIT_WORKSPACE;
import static io.tenderhub.team.Permission.MANAGE_API_KEYS;
import static io.tenderhub.team.Permission.MANAGE_TEAM;
import static io.tenderhub.team.Permission.READ;
import static io.tenderhub.team.TeamStand.ACME;
import static io.tenderhub.team.TeamStand.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tenderhub.account.Secret;
import io.tenderhub.audit.AuditEntry;
import io.tenderhub.failure.FieldProblem;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.failure.LimitReachedException;
import io.tenderhub.failure.NotAllowedException;
import io.tenderhub.failure.NotAuthenticatedException;
import io.tenderhub.failure.NotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiKeysTest {
    private final TeamStand stand = new TeamStand();
    private final Actor owner = stand.team(ACME, "pro", stand.user("jo"));
    private final Actor admin = stand.join(ACME, stand.user("mo"), Role.ADMIN);
    private final Actor viewer = stand.join(ACME, stand.user("zo"), Role.VIEWER);
    private final ApiKeys keys = stand.apiKeys;

    private void refuses(String text) {
        assertThatThrownBy(() -> keys.authenticate(new Secret(text)))
                .as(text)
                .isInstanceOf(NotAuthenticatedException.class)
                .hasMessage("this API key does not count");
    }

    @Test
    void letsAProgramActAsFarAsItsKeyReaches() {
        Secret text = keys.create(admin, " Nightly report ", Set.of(READ, EDIT_WORKSPACE));

        ApiKey key = keys.list(owner).get(0);
        assertThat(text.reveal()).matches("thk_acme_" + key.id() + "_[A-Za-z0-9_-]{43}");
        assertThat(keys.authenticate(text))
                .isEqualTo(new Actor(ACME, "api-key:" + key.id(), Optional.empty(), Set.of(READ, EDIT_WORKSPACE)));
        assertThat(key.name()).isEqualTo("Nightly report");
        assertThat(key.by()).isEqualTo(admin.name());
        assertThat(stand.access.of(text, ACME)).isEqualTo(keys.authenticate(text));
        assertThatThrownBy(() -> stand.access.of(text, OTHER)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void writesWhoMadeAndRevokedAKeyAndNoSecret() {
        Secret text = keys.create(admin, "Report", Set.of(READ, EDIT_WORKSPACE));
        ApiKey key = keys.list(owner).get(0);
        keys.revoke(owner, key.id());
        keys.revoke(owner, key.id());

        List<AuditEntry> trail = stand.trail(ACME);
        assertThat(trail).extracting(AuditEntry::action).containsExactly("api-key.revoked", "api-key.made");
        assertThat(trail.get(1).after()).isEqualTo(Map.of("name", "Report", "scopes", "read edit-workspace"));
        String letters = text.reveal().substring(text.reveal().length() - 43);
        assertThat(trail.toString() + key + text).doesNotContain(letters).doesNotContain(key.keyHash());
        assertThat(key.keyHash()).doesNotContain(letters);
    }

    @Test
    void refusesTheSameWayWhateverIsWrongWithAKey() {
        String good = keys.create(admin, "Report", Set.of(READ)).reveal();
        stand.team(OTHER, "pro", stand.user("stranger"));
        List<String> bad =
                new ArrayList<>(List.of("", "thk_", "thk_acme", "x", "thk_acme_x_y", "thk__x_" + "a".repeat(43)));
        bad.add(good.replace("thk_acme_", "thk_other_"));
        bad.add(good.replace("thk_acme_", "thk_nowhere_"));
        bad.add(good.substring(0, good.length() - 1) + (good.endsWith("A") ? "B" : "A"));
        bad.add(good.replaceFirst("_[0-9a-f]{16}_", "_0123456789abcdef_"));
        bad.add(good + "\n");
        bad.forEach(this::refuses);

        keys.authenticate(new Secret(good));
        keys.revoke(owner, keys.list(owner).get(0).id());
        refuses(good);
    }

    @Test
    void knowsNoKeyOfATeamThatIsNotActive() {
        String text = keys.create(admin, "Report", Set.of(READ)).reveal();

        stand.setState(ACME, Team.State.LEAVING);

        refuses(text);
    }

    @Test
    void givesNoKeyMoreThanItsMakerMay() {
        assertThatThrownBy(() -> keys.create(admin, "Report", Set.of(READ, MANAGE_TEAM)))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> keys.create(viewer, "Report", Set.of(READ))).isInstanceOf(NotAllowedException.class);
        Actor key = keys.authenticate(keys.create(owner, "Keys", Set.of(READ, MANAGE_API_KEYS)));
        keys.create(key, "Child", Set.of(READ));
        assertThatThrownBy(() -> keys.create(key, "Child", Set.of(EDIT_WORKSPACE)))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> keys.list(viewer)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> keys.revoke(viewer, "x")).isInstanceOf(NotAllowedException.class);
    }

    @Test
    void givesNoKeyWhatItsMakerMayNoMore() {
        stand.members.changeRole(owner, admin.user().orElseThrow(), Role.VIEWER);

        assertThatThrownBy(() -> keys.create(admin, "Report", Set.of(READ))).isInstanceOf(NotAllowedException.class);
    }

    @Test
    void wantsANameAndAScope() {
        InvalidInputException failure =
                catchThrowableOfType(InvalidInputException.class, () -> keys.create(owner, " ", Set.of()));

        assertThat(failure.problems()).extracting(FieldProblem::path).containsExactly("name", "scopes");
    }

    @Test
    void keepsAHundredAtMostThatAreNotRevoked() {
        for (int i = 0; i < 100; i++) {
            keys.create(owner, "Key " + i, Set.of(READ));
        }
        assertThatThrownBy(() -> keys.create(owner, "Key", Set.of(READ))).isInstanceOf(LimitReachedException.class);

        keys.revoke(owner, keys.list(owner).get(0).id());
        keys.create(owner, "Key", Set.of(READ));
    }

    @Test
    void revokesNoKeyOfAnotherTeam() {
        Actor stranger = stand.team(OTHER, "pro", stand.user("stranger"));
        Secret text = keys.create(owner, "Report", Set.of(READ));
        String id = keys.list(owner).get(0).id();

        assertThatThrownBy(() -> keys.revoke(stranger, id)).isInstanceOf(NotFoundException.class);
        assertThat(keys.list(stranger)).isEmpty();
        keys.authenticate(text);
    }

    @Test
    void letsARevokedKeyChangeNothingAlsoWhereItWasShownBefore() {
        Secret text = keys.create(owner, "Admin's own", Set.of(Permission.values()));
        Actor program = keys.authenticate(text);
        String id = keys.list(owner).get(0).id();
        keys.revoke(owner, id);

        assertThatThrownBy(() -> keys.create(program, "Another", Set.of(READ))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> stand.invitations.invite(program, "spy@example.org", Role.OWNER))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> stand.registration().remove(program)).isInstanceOf(NotFoundException.class);
        assertThat(keys.list(owner)).extracting(ApiKey::id).containsExactly(id);
        assertThat(stand.teams.describe(owner).team().state()).isEqualTo(Team.State.ACTIVE);
    }
}
