package io.tenderhub.contract;

import static io.tenderhub.contract.SampleTeams.ACME;
import static io.tenderhub.contract.SampleTeams.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.audit.AuditEntry;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.team.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link io.tenderhub.audit.AuditTrail} promises. */
public abstract class AuditTrailContract {
    /** The clock that the implementation under test is built with. */
    protected final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T08:00:00Z"));

    protected abstract UnitOfWork unitOfWork();

    @BeforeEach
    void twoTeams() {
        SampleTeams.insert(unitOfWork(), ACME);
        SampleTeams.insert(unitOfWork(), OTHER);
    }

    private void append(TeamId team, String subject) {
        unitOfWork().forTeam(team, transaction -> {
            transaction.audit().append("user:jo", "thing.changed", subject, Map.of(), Map.of());
            return subject;
        });
    }

    private List<AuditEntry> latest(TeamId team, Optional<String> olderThan, int limit) {
        return unitOfWork()
                .<List<AuditEntry>>forTeam(
                        team, transaction -> transaction.audit().latest(olderThan, limit));
    }

    private List<String> subjects(TeamId team) {
        return latest(team, Optional.empty(), 1000).stream()
                .map(AuditEntry::subject)
                .toList();
    }

    @Test
    void beginsEmpty() {
        assertThat(latest(ACME, Optional.empty(), 10)).isEmpty();
    }

    @Test
    void keepsEveryFieldOfAnEntryWithTheTimeOfTheStore() {
        Map<String, String> before = Map.of("role", "viewer", "name", "Thandi's \"Builders\"");
        Map<String, String> after = Map.of("role", "admin");

        unitOfWork().forTeam(ACME, transaction -> {
            transaction.audit().append("api-key:7f", "member.changed", "jo", before, after);
            return ACME;
        });

        AuditEntry entry = latest(ACME, Optional.empty(), 10).get(0);
        assertThat(entry)
                .isEqualTo(new AuditEntry(
                        entry.id(), clock.instant(), "api-key:7f", "member.changed", "jo", before, after));
    }

    @Test
    void tellsTheLatestFirstPageByPage() {
        for (int i = 0; i < 7; i++) {
            // Also several at one moment.
            clock.advance(Duration.ofMillis(i % 2));
            append(ACME, "s" + i);
        }
        append(OTHER, "theirs");

        List<String> seen = new ArrayList<>();
        List<AuditEntry> page = latest(ACME, Optional.empty(), 3);
        while (!page.isEmpty()) {
            page.forEach(entry -> seen.add(entry.subject()));
            page = latest(ACME, Optional.of(page.get(page.size() - 1).id()), 3);
        }

        assertThat(seen).containsExactly("s6", "s5", "s4", "s3", "s2", "s1", "s0");
    }

    @Test
    void tellsSeveralOfOneTransactionInTheOrderOfAppending() {
        unitOfWork().forTeam(ACME, transaction -> {
            for (int i = 0; i < 5; i++) {
                transaction.audit().append("user:jo", "thing.changed", "s" + i, Map.of(), Map.of());
            }
            assertThat(transaction.audit().latest(Optional.empty(), 2))
                    .extracting(AuditEntry::subject)
                    .containsExactly("s4", "s3");
            return ACME;
        });

        assertThat(subjects(ACME)).containsExactly("s4", "s3", "s2", "s1", "s0");
    }

    @Test
    void tellsNothingBehindAnIdThatIsNotTheTeams() {
        append(ACME, "mine");
        append(OTHER, "theirs");
        append(OTHER, "theirs too");

        for (String id : List.of("", "x", "-1", "999999999999999999999999", "00000000-0000-0000-0000-000000000000")) {
            assertThat(latest(ACME, Optional.of(id), 10)).as(id).isEmpty();
        }
    }

    @Test
    void seesOnlyItsOwnTeam() {
        append(OTHER, "theirs");

        assertThat(subjects(ACME)).isEmpty();
        append(ACME, "mine");
        assertThat(subjects(ACME)).containsExactly("mine");
        assertThat(subjects(OTHER)).containsExactly("theirs");
    }

    @Test
    void numbersTheFirstEntryOfATeamWhateverOthersDo() {
        append(ACME, "first");
        String quiet = latest(ACME, Optional.empty(), 1).get(0).id();
        for (int i = 0; i < 20; i++) {
            append(OTHER, "busy");
        }

        List<AuditEntry> others = latest(OTHER, Optional.empty(), 100);

        boolean telling = others.stream().allMatch(entry -> isNextTo(quiet, entry.id()));
        assertThat(telling).isFalse();
    }

    /** Whether both ids come from one counter shared by all, the second later than the first. */
    private static boolean isNextTo(String first, String second) {
        return first.matches("\\d{1,18}")
                && second.matches("\\d{1,18}")
                && Long.parseLong(second) > Long.parseLong(first);
    }

    @Test
    void rollsBackWithTheChangeItTellsOf() {
        IllegalStateException failure = new IllegalStateException("no");

        assertThatThrownBy(() -> unitOfWork().forTeam(ACME, transaction -> {
                    transaction.audit().append("user:jo", "thing.changed", "s", Map.of(), Map.of());
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(subjects(ACME)).isEmpty();
    }

    @Test
    void outlivesItsTeam() {
        append(ACME, "before");

        unitOfWork().forTeam(ACME, transaction -> {
            transaction.team().delete();
            transaction.audit().append("operator", "team.removed", ACME.value(), Map.of(), Map.of());
            return ACME;
        });

        append(ACME, "after");
        assertThat(subjects(ACME)).containsExactly("after", ACME.value(), "before");
    }

    @Test
    void losesNoneOfManyThatAppendAtOnce() throws Exception {
        Simultaneously.run(8, writer -> () -> {
            for (int i = 0; i < 10; i++) {
                append(ACME, writer + "-" + i);
            }
            return writer;
        });

        List<AuditEntry> all = latest(ACME, Optional.empty(), 1000);
        assertThat(all).hasSize(80).extracting(AuditEntry::id).doesNotHaveDuplicates();
        assertThat(all).extracting(AuditEntry::subject).doesNotHaveDuplicates();
    }
}
