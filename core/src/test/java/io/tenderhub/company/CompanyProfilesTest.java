package io.tenderhub.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.audit.AuditEntry;
import io.tenderhub.event.ClaimedEvent;
import io.tenderhub.event.EventSelection;
import io.tenderhub.event.EventType;
import io.tenderhub.failure.NotAllowedException;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.memory.InMemoryHub;
import io.tenderhub.team.Actor;
import io.tenderhub.team.Role;
import io.tenderhub.team.TeamId;
import io.tenderhub.team.TeamStand;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CompanyProfilesTest {
    private static final TeamId ACME = new TeamId("acme");

    private final InMemoryHub hub = new InMemoryHub(Clock.systemUTC());
    private final CompanyProfiles profiles = new CompanyProfiles(hub.unitOfWork());

    private static CompanyProfile named(String name) {
        return new CompanyProfile(
                name,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                false,
                Set.of(),
                new Coverage(true, Set.of()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private List<ClaimedEvent> events() {
        return hub.outboxQueue().claim(100, Duration.ofMinutes(1), EventSelection.ALL);
    }

    @Test
    void raisesOneEventForEachRealChange() {
        assertThat(profiles.find(ACME)).isEmpty();
        profiles.save(ACME, named("Acme"));
        profiles.save(ACME, named("Acme"));
        profiles.save(ACME, named("Acme Builders"));

        List<ClaimedEvent> events = events();
        assertThat(events).hasSize(2);
        assertThat(events).allSatisfy(claimed -> {
            assertThat(claimed.event().type()).isEqualTo(EventType.COMPANY_UPDATED);
            assertThat(claimed.event().team()).contains(ACME);
        });
        assertThat(profiles.find(ACME).orElseThrow().profile()).isEqualTo(named("Acme Builders"));
        assertThat(profiles.find(ACME).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void writesWhoChangedWhatInAProfile() {
        TeamStand stand = new TeamStand();
        Actor owner = stand.team(ACME, "pro", stand.user("jo"));
        CompanyProfiles kept = new CompanyProfiles(stand.hub.unitOfWork());

        kept.save(owner, named("Acme"));
        kept.save(owner, named("Acme"));
        kept.save(ACME, named("Acme").toBuilder().name("Acme Builders").staff(3).build());

        assertThat(stand.trail(ACME)).extracting(AuditEntry::actor).containsExactly("operator", owner.name());
        AuditEntry last = stand.trail(ACME).get(0);
        assertThat(last.action()).isEqualTo("profile.changed");
        assertThat(last.before()).isEqualTo(Map.of("name", "Acme"));
        assertThat(last.after()).isEqualTo(Map.of("name", "Acme Builders", "staff", "3"));
        assertThat(stand.trail(ACME).get(1).before()).isEmpty();
        assertThat(kept.find(owner)).isEqualTo(kept.find(ACME));
    }

    @Test
    void letsThoseChangeAProfileWhoMayInATeamThatIsActive() {
        TeamStand stand = new TeamStand();
        stand.team(ACME, "pro", stand.user("jo"));
        Actor viewer = stand.join(ACME, stand.user("zo"), Role.VIEWER);
        Actor member = stand.join(ACME, stand.user("mo"), Role.MEMBER);
        CompanyProfiles kept = new CompanyProfiles(stand.hub.unitOfWork());

        kept.save(member, named("Acme"));
        assertThatThrownBy(() -> kept.save(viewer, named("Mine"))).isInstanceOf(NotAllowedException.class);
        Actor elsewhere = Actor.ofMember(new TeamId("nowhere"), member.user().orElseThrow(), Role.OWNER);
        assertThatThrownBy(() -> kept.save(elsewhere, named("Mine"))).isInstanceOf(NotFoundException.class);

        assertThat(stand.trail(ACME)).hasSize(1);
    }
}
