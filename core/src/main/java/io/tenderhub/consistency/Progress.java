package io.tenderhub.consistency;

import java.util.Optional;

/** How far long work has come, so that it goes on there after it was ended in whatever way. Kept with the truth. */
public interface Progress {

    /**
     * Where a task stands; empty if it has not begun or has come to its end.
     *
     * @param task a short name, such as {@code rebuild}
     */
    Optional<String> position(String task);

    /** Notes where a task stands, in place of what was noted before. */
    void remember(String task, String position);

    /** Notes that a task has come to its end; it may have been noted already. */
    void forget(String task);
}
