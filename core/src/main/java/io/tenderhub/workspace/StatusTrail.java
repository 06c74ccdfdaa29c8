package io.tenderhub.workspace;

import io.tenderhub.failure.ConflictException;
import io.tenderhub.failure.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Earlier statuses of an entry. They tell what a writer saw who comes late, so that his move is judged by that and not by
 * what came meanwhile: the same moves are accepted in whatever order they arrive.
 *
 * @param versions that were superseded, the latest {@value #LONGEST} of them, oldest first
 */
public record StatusTrail(List<Version<WorkspaceStatus>> versions) {
    static final int LONGEST = 100;

    static final StatusTrail EMPTY = new StatusTrail(List.of());

    public StatusTrail {
        versions = List.copyOf(versions);
    }

    /** With those that are in the field no more. */
    StatusTrail after(Register<WorkspaceStatus> before, Register<WorkspaceStatus> now) {
        List<Version<WorkspaceStatus>> all = new ArrayList<>(versions);
        before.versions().stream().filter(old -> !now.versions().contains(old)).forEach(all::add);
        return new StatusTrail(all.subList(Math.max(0, all.size() - LONGEST), all.size()));
    }

    /**
     * @throws InvalidInputException if no status that the writer saw may be followed by the new one
     * @throws ConflictException if what he saw is too long ago to be judged
     */
    void requireLegal(String subject, Register<WorkspaceStatus> current, VectorClock seen, WorkspaceStatus to) {
        List<WorkspaceStatus> from = Register.newest(Stream.concat(versions.stream(), current.versions().stream())
                        .filter(version -> seen.covers(version.dot()))
                        .toList())
                .values();
        if (from.isEmpty()) {
            throw new ConflictException(subject + ": its status changed too often since it was read; read it again");
        }
        if (from.stream().noneMatch(status -> status.canBecome(to))) {
            throw new InvalidInputException(
                    subject,
                    EntryFields.STATUS,
                    "can't become " + to.code() + " from " + codes(from) + "; possible are "
                            + codes(from.stream()
                                    .flatMap(status -> status.next().stream())
                                    .toList()));
        }
    }

    private static String codes(List<WorkspaceStatus> statuses) {
        return new TreeSet<>(statuses).stream().map(WorkspaceStatus::code).collect(Collectors.joining(", "));
    }
}
