package io.tenderhub.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tenderhub.failure.ConflictException;
import io.tenderhub.failure.FieldProblem;
import io.tenderhub.failure.InvalidInputException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkspaceEntryTest {
    private static final String ANNA = "user:anna";
    private static final String BOB = "user:bob";
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    private final WorkspaceEntry saved = WorkspaceEntry.saved("ocds-1", by(ANNA, 0));

    private static Stamp by(String who, int minute) {
        return new Stamp(who, NOW.plus(Duration.ofMinutes(minute)));
    }

    private static WorkspaceUpdate seeing(WorkspaceEntry entry) {
        return WorkspaceUpdate.of(entry.clock());
    }

    @Test
    void beginsAsInteresting() {
        assertThat(saved.status()).isEqualTo(WorkspaceStatus.INTERESTED);
        assertThat(saved.notes()).isEmpty();
        assertThat(saved.tasks()).isEmpty();
        assertThat(saved.attended()).isFalse();
        assertThat(saved.version()).isEqualTo(1);
        assertThat(saved.saved()).isEqualTo(saved.changed()).isEqualTo(by(ANNA, 0));
        assertThat(saved.conflicts()).isEmpty();
    }

    @Test
    void appliesWhatWasWrittenWithKnowledgeOfWhatIsThere() {
        WorkspaceEntry first = saved.apply(seeing(saved).withNotes("Call the buyer"), by(BOB, 1));
        WorkspaceEntry second = first.apply(seeing(first).withNotes("Called"), by(ANNA, 2));

        assertThat(second.notes()).isEqualTo("Called");
        assertThat(second.conflicts()).isEmpty();
        assertThat(second.version()).isEqualTo(3);
        assertThat(second.changed()).isEqualTo(by(ANNA, 2));
        assertThat(second.saved()).isEqualTo(by(ANNA, 0));
    }

    @Test
    void mergesWhatWasWrittenBesideOnOtherFields() {
        WorkspaceEntry both = saved.apply(seeing(saved).withNotes("Call the buyer"), by(ANNA, 1))
                .apply(seeing(saved).withStatus(WorkspaceStatus.PENDING), by(BOB, 2))
                .apply(seeing(saved).withTask("a", new Task("Visit")), by(BOB, 3))
                .apply(seeing(saved).withTask("b", new Task("Price")), by(ANNA, 4));

        assertThat(both.notes()).isEqualTo("Call the buyer");
        assertThat(both.status()).isEqualTo(WorkspaceStatus.PENDING);
        assertThat(both.tasks()).containsExactly(Map.entry("a", new Task("Visit")), Map.entry("b", new Task("Price")));
        assertThat(both.isConflicted()).isFalse();
    }

    @Test
    void keepsBothOfWhatWasWrittenBesideOnTheSameFieldAndTellsWhoWroteWhatAndWhen() {
        WorkspaceEntry both = saved.apply(seeing(saved).withNotes("Anna's"), by(ANNA, 1))
                .apply(seeing(saved).withNotes("Bob's own"), by(BOB, 2));

        assertThat(both.conflicts()).containsOnlyKeys("notes");
        assertThat(both.conflicts().get("notes").versions())
                .extracting(Version::by, Version::at, Version::value)
                .containsExactly(
                        tuple(ANNA, NOW.plus(Duration.ofMinutes(1)), "Anna's"),
                        tuple(BOB, NOW.plus(Duration.ofMinutes(2)), "Bob's own"));
        assertThat(both.notes()).isEqualTo("Bob's own");
    }

    @Test
    void endsADisputeByAWriteThatHasSeenAllOfIt() {
        WorkspaceEntry one = saved.apply(seeing(saved).withNotes("Anna's"), by(ANNA, 1));
        WorkspaceEntry both = one.apply(seeing(saved).withNotes("Bob's"), by(BOB, 2));

        WorkspaceEntry stillDisputed = both.apply(seeing(one).withNotes("Anna's again"), by(ANNA, 3));
        WorkspaceEntry decided = stillDisputed.apply(seeing(stillDisputed).withNotes("Ours"), by(BOB, 4));

        assertThat(stillDisputed.conflicts().get("notes").values()).isEqualTo(List.of("Anna's again", "Bob's"));
        assertThat(decided.conflicts()).isEmpty();
        assertThat(decided.notes()).isEqualTo("Ours");
    }

    @Test
    void keepsATaskThatOneEditedWhileAnotherRemovedIt() {
        WorkspaceEntry withTask = saved.apply(seeing(saved).withTask("a", new Task("Visit")), by(ANNA, 1));
        WorkspaceEntry both = withTask.apply(seeing(withTask).withoutTask("a"), by(ANNA, 2))
                .apply(seeing(withTask).withTask("a", new Task("Visit on Monday")), by(BOB, 3));
        WorkspaceEntry removed = both.apply(seeing(both).withoutTask("a"), by(ANNA, 4));

        assertThat(both.conflicts()).containsOnlyKeys("tasks.a");
        assertThat(both.tasks()).containsEntry("a", new Task("Visit on Monday"));
        assertThat(removed.tasks()).isEmpty();
        assertThat(removed.isConflicted()).isFalse();
    }

    @Test
    void takesNoDisputedMarkForAttendance() {
        WorkspaceEntry marked = saved.apply(seeing(saved).withAttended(true), by(ANNA, 1));
        WorkspaceEntry disputed = marked.apply(seeing(saved).withAttended(false), by(BOB, 2));

        assertThat(marked.attended()).isTrue();
        assertThat(disputed.attended()).isFalse();
        assertThat(disputed.conflicts()).containsOnlyKeys("attended");
    }

    @Test
    void showsTheStatusThatLeavesMostToDoWhileItIsDisputed() {
        WorkspaceEntry both = saved.apply(seeing(saved).withStatus(WorkspaceStatus.WITHDRAWN), by(ANNA, 1))
                .apply(seeing(saved).withStatus(WorkspaceStatus.PENDING), by(BOB, 2));

        assertThat(both.status()).isEqualTo(WorkspaceStatus.PENDING);
        assertThat(both.conflicts()).containsOnlyKeys("status");
    }

    @ParameterizedTest
    @EnumSource(WorkspaceStatus.class)
    void makesLegalMovesOnlyAndSaysWhichAreLegal(WorkspaceStatus from) {
        for (WorkspaceStatus to : WorkspaceStatus.values()) {
            WorkspaceEntry entry = at(from);
            WorkspaceUpdate move = seeing(entry).withStatus(to);
            if (from == to || from.next().contains(to)) {
                assertThat(entry.apply(move, by(BOB, 9)).status()).isEqualTo(to);
            } else {
                assertThatThrownBy(() -> entry.apply(move, by(BOB, 9)))
                        .isInstanceOf(InvalidInputException.class)
                        .hasMessageContaining("ocds-1")
                        .hasMessageContaining("status: can't become " + to.code() + " from " + from.code())
                        .hasMessageContaining(from.next().iterator().next().code());
            }
        }
    }

    private WorkspaceEntry at(WorkspaceStatus status) {
        List<WorkspaceStatus> way = switch (status) {
            case INTERESTED -> List.of();
            case PENDING, SUBMITTED, WITHDRAWN -> List.of(status);
            case WON, LOST -> List.of(WorkspaceStatus.SUBMITTED, status);
        };
        WorkspaceEntry entry = saved;
        for (WorkspaceStatus step : way) {
            entry = entry.apply(seeing(entry).withStatus(step), by(ANNA, 1));
        }
        return entry;
    }

    @Test
    void canReachEveryStatusFromEveryOther() {
        for (WorkspaceStatus from : WorkspaceStatus.values()) {
            Set<WorkspaceStatus> reached = EnumSet.of(from);
            while (reached.addAll(
                    reached.stream().flatMap(status -> status.next().stream()).toList())) {
                assertThat(reached).contains(from);
            }
            assertThat(reached).containsExactlyInAnyOrderElementsOf(Arrays.asList(WorkspaceStatus.values()));
        }
    }

    @Test
    void judgesALateMoveByWhatItsWriterSaw() {
        WorkspaceEntry moved = saved.apply(seeing(saved).withStatus(WorkspaceStatus.PENDING), by(ANNA, 1));
        WorkspaceEntry on = moved.apply(seeing(moved).withStatus(WorkspaceStatus.SUBMITTED), by(ANNA, 2));

        assertThat(on.apply(seeing(saved).withStatus(WorkspaceStatus.WITHDRAWN), by(BOB, 3))
                        .conflicts())
                .containsOnlyKeys("status");
        assertThatThrownBy(() -> on.apply(seeing(saved).withStatus(WorkspaceStatus.WON), by(BOB, 3)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("from interested");
    }

    @Test
    void asksForANewLookWhereAMoveComesTooLateToBeJudged() {
        WorkspaceEntry entry = saved;
        for (int i = 0; i <= StatusTrail.LONGEST; i++) {
            entry = entry.apply(
                    seeing(entry).withStatus(i % 2 == 0 ? WorkspaceStatus.PENDING : WorkspaceStatus.INTERESTED),
                    by(ANNA, i));
        }
        WorkspaceEntry busy = entry;

        assertThat(busy.trail().versions()).hasSize(StatusTrail.LONGEST);
        assertThatThrownBy(() -> busy.apply(seeing(saved).withStatus(WorkspaceStatus.WITHDRAWN), by(BOB, 3)))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("read it again");
    }

    @Test
    void refusesAClockItNeverHad() {
        VectorClock ahead = saved.clock().with(new Dot(BOB, 1));

        assertThatThrownBy(() -> saved.apply(WorkspaceUpdate.of(ahead).withNotes("x"), by(BOB, 1)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        failure -> assertThat(failure.problems())
                                .extracting(FieldProblem::path)
                                .containsExactly("seen"));
    }

    @Test
    void refusesWhatWasWrittenForAnEntryThatWasThereBefore() {
        WorkspaceEntry busy = saved.apply(seeing(saved).withNotes("x"), by(BOB, 1))
                .apply(seeing(saved).withStatus(WorkspaceStatus.PENDING), by(ANNA, 1));
        WorkspaceEntry again = WorkspaceEntry.saved("ocds-1", by(ANNA, 2));

        assertThatThrownBy(() -> again.apply(seeing(busy).withNotes("y"), by(BOB, 3)))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("saved again");
        assertThatThrownBy(() -> again.requireAllSeen(busy.clock())).isInstanceOf(ConflictException.class);
    }

    @Test
    void isRemovedOnlyByOneWhoHasSeenAllOfIt() {
        WorkspaceEntry changed = saved.apply(seeing(saved).withNotes("x"), by(BOB, 1));

        assertThatThrownBy(() -> changed.requireAllSeen(saved.clock()))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("changed since");
        assertThatCode(() -> changed.requireAllSeen(changed.clock())).doesNotThrowAnyException();
    }

    @Test
    void saysAtOnceWhatIsWrongWithAnUpdate() {
        WorkspaceUpdate wrong = seeing(saved)
                .withNotes("n".repeat(WorkspaceUpdate.LONGEST_NOTES + 1))
                .withTask("No Id", new Task("x"))
                .withTask("blank", new Task(" "))
                .withTask("long", new Task("t".repeat(201)))
                .withTask("nul", new Task("a\0b"))
                .withTask("half", new Task("\ud83d"))
                .withTask("late", new Task("x").withDue(LocalDate.of(10_000, 1, 1)));

        assertThatThrownBy(() -> saved.apply(wrong, by(BOB, 1)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        failure -> assertThat(failure.problems())
                                .extracting(FieldProblem::path)
                                .containsExactly(
                                        "notes",
                                        "tasks",
                                        "tasks.blank.title",
                                        "tasks.half.title",
                                        "tasks.late.due",
                                        "tasks.long.title",
                                        "tasks.nul.title"));
        assertThatThrownBy(() -> saved.apply(seeing(saved), by(BOB, 1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("at least one change");
    }

    @Test
    void refusesMoreThanSoManyTasksAndVersionsInsteadOfGrowingForEver() {
        WorkspaceUpdate tasks = seeing(saved);
        for (int i = 0; i <= WorkspaceEntry.MOST_TASKS; i++) {
            tasks = tasks.withTask("task-" + i, new Task("x"));
        }
        WorkspaceUpdate tooMany = tasks;
        WorkspaceEntry entry = saved;
        for (int i = 0; i < WorkspaceEntry.MOST_VERSIONS; i++) {
            entry = entry.apply(seeing(saved).withNotes("note " + i), by(BOB, i));
        }
        WorkspaceEntry full = entry;

        assertThatThrownBy(() -> saved.apply(tooMany, by(BOB, 1))).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> full.apply(seeing(saved).withNotes("one more"), by(BOB, 1)))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("decide between them");
        assertThat(full.apply(seeing(full).withNotes("decided"), by(BOB, 1)).conflicts())
                .isEmpty();
    }
}
