package io.tenderhub.audit;

import static io.tenderhub.team.TeamStand.ACME;
import static io.tenderhub.team.TeamStand.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.failure.NotAllowedException;
import io.tenderhub.team.Actor;
import io.tenderhub.team.Role;
import io.tenderhub.team.TeamId;
import io.tenderhub.team.TeamStand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditReaderTest {
    private final TeamStand stand = new TeamStand();
    private final Actor owner = stand.team(ACME, "pro", stand.user("jo"));
    private final AuditReader reader = new AuditReader(stand.hub.unitOfWork());

    private void append(TeamId team, String subject) {
        stand.hub.unitOfWork().forTeam(team, transaction -> {
            transaction.audit().append("operator", "thing.done", subject, Map.of(), Map.of());
            return subject;
        });
    }

    @Test
    void showsTheWholeTrailPageByPage() {
        for (int i = 1; i <= 6; i++) {
            append(ACME, "s" + i);
        }
        append(OTHER, "theirs");
        List<String> seen = new ArrayList<>();
        Optional<String> next = Optional.empty();
        int pages = 0;
        do {
            AuditPage page = reader.latest(owner, next, 3);
            page.entries().forEach(entry -> seen.add(entry.subject()));
            next = page.next();
            pages++;
        } while (next.isPresent());

        assertThat(seen).containsExactly("s6", "s5", "s4", "s3", "s2", "s1");
        assertThat(pages).isEqualTo(2);
    }

    @Test
    void showsItToOwnersAndAdminsOnly() {
        for (Role role : Role.values()) {
            Actor actor = stand.join(ACME, stand.user(role.code()), role);
            if (role == Role.OWNER || role == Role.ADMIN) {
                assertThat(reader.latest(actor, Optional.empty(), 10).entries()).isEmpty();
            } else {
                assertThatThrownBy(() -> reader.latest(actor, Optional.empty(), 10))
                        .isInstanceOf(NotAllowedException.class);
            }
        }
    }

    @Test
    void takesPagesOfOneTo200() {
        for (int limit : List.of(0, -1, 201)) {
            assertThatThrownBy(() -> reader.latest(owner, Optional.empty(), limit))
                    .isInstanceOf(InvalidInputException.class);
        }
    }
}
