package io.tenderhub.workspace;

import static java.util.Objects.requireNonNull;

import io.tenderhub.account.UserId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Something to be done for a bid.
 *
 * @param title 1 to {@link #LONGEST_TITLE} characters
 * @param assignee a member of the team
 * @param due a day in the team's zone
 */
public record Task(String title, Optional<UserId> assignee, Optional<LocalDate> due, boolean done) {
    public static final int LONGEST_TITLE = 200;

    public Task {
        requireNonNull(title);
        requireNonNull(assignee);
        requireNonNull(due);
    }

    /** One that is open, for whoever takes it, at any time. */
    public Task(String title) {
        this(title, Optional.empty(), Optional.empty(), false);
    }

    public Task withAssignee(UserId user) {
        return new Task(title, Optional.of(user), due, done);
    }

    public Task withDue(LocalDate day) {
        return new Task(title, assignee, Optional.of(day), done);
    }

    public Task withDone(boolean value) {
        return new Task(title, assignee, due, value);
    }
}
