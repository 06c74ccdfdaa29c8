package io.tenderhub.contract;

import io.tenderhub.account.UserId;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.team.TeamId;
import io.tenderhub.workspace.Stamp;
import io.tenderhub.workspace.Task;
import io.tenderhub.workspace.WorkspaceEntry;
import io.tenderhub.workspace.WorkspaceStatus;
import io.tenderhub.workspace.WorkspaceUpdate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.UnaryOperator;

/** Workspace entries for tests. */
final class SampleEntries {
    static final String ANNA = "user:anna";
    static final String BOB = "user:bob";
    /** When {@link #saved} was saved. */
    static final Instant SAVED = Instant.parse("2026-11-21T09:00:00.123456Z");

    private SampleEntries() {}

    static Stamp stamp(String by, int minute) {
        return new Stamp(by, SAVED.plus(Duration.ofMinutes(minute)));
    }

    static WorkspaceEntry saved(String ocid) {
        return WorkspaceEntry.saved(ocid, stamp(ANNA, 0));
    }

    /** With an update that has seen all, by Anna, so many minutes after it was saved. */
    static WorkspaceEntry changed(WorkspaceEntry entry, int minute, UnaryOperator<WorkspaceUpdate> changes) {
        return entry.apply(changes.apply(WorkspaceUpdate.of(entry.clock())), stamp(ANNA, minute));
    }

    /** Every field written, some of them disputed, letters beyond ASCII, a task removed, a status gone. */
    static WorkspaceEntry full(String ocid) {
        WorkspaceEntry saved = saved(ocid);
        WorkspaceEntry first = changed(
                saved,
                1,
                update -> update.withStatus(WorkspaceStatus.PENDING)
                        .withNotes("Ring \"Thandi\" – 50% \\ 工事 \ud83d\ude00\n'x'")
                        .withAttended(true)
                        .withTask("gone", new Task("Not needed"))
                        .withTask(
                                "a-1",
                                new Task("Price the bricks")
                                        .withAssignee(new UserId("bob"))
                                        .withDue(LocalDate.of(2026, 12, 1))));
        return changed(first, 2, update -> update.withoutTask("gone"))
                .apply(
                        WorkspaceUpdate.of(first.clock())
                                .withTask("a-1", new Task("Price the walls").withDone(true))
                                .withStatus(WorkspaceStatus.SUBMITTED),
                        stamp(BOB, 3))
                .apply(
                        WorkspaceUpdate.of(first.clock())
                                .withTask("a-1", new Task("Price the bricks").withAssignee(new UserId("bob")))
                                .withStatus(WorkspaceStatus.WITHDRAWN)
                                .withNotes(""),
                        stamp(ANNA, 4));
    }

    /** Stores an entry. */
    static WorkspaceEntry insert(UnitOfWork unitOfWork, TeamId team, WorkspaceEntry entry) {
        unitOfWork.forTeam(team, transaction -> transaction.workspace().insert(entry));
        return entry;
    }
}
