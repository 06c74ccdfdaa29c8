package io.tenderhub.company;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.event.ClaimedEvent;
import io.tenderhub.event.EventSelection;
import io.tenderhub.event.EventType;
import io.tenderhub.memory.InMemoryHub;
import io.tenderhub.team.TeamId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
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
}
