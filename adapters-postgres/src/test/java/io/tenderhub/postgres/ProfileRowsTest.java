package io.tenderhub.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.contract.SampleProfiles;
import io.tenderhub.naming.NamePrefix;
import io.tenderhub.team.TeamId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileRowsTest {
    private final TestServer server = TestServer.shared();
    private final PostgresAdapter adapter = server.empty(new NamePrefix("prows"), Clock.systemUTC());

    @Test
    void aProfileThatCantBeReadIsNotTakenForNone() {
        for (String team : List.of("a", "broken", "c")) {
            adapter.unitOfWork()
                    .forTeam(
                            new TeamId(team),
                            transaction -> transaction.profile().save(SampleProfiles.full()));
        }
        server.execute("UPDATE prows_profiles SET document = '[1]' WHERE team_id = 'broken'");

        assertThatThrownBy(() -> adapter.profileCatalog().find(new TeamId("broken")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("broken");
        List<String> others = new ArrayList<>();
        adapter.profileCatalog().forEach(profile -> others.add(profile.team().value()));
        assertThat(others).containsExactly("a", "c");
    }
}
