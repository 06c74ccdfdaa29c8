package io.tenderhub.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.failure.InvalidInputException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Many writers with old snapshots, in many orders; checked against a history that knows nothing of clocks. */
class WorkspacePropertiesTest {
    private static final int ROUNDS = 1_500;
    private static final List<String> WRITERS = List.of("user:anna", "user:bob", "api-key:1", "operator");
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    /** What a writer had on his screen: the entry, and by number which writes had gone into it. */
    private record Snapshot(WorkspaceEntry entry, Set<Integer> seen) {}

    private record Sent(int number, String writer, Snapshot saw, WorkspaceUpdate update) {}

    @Test
    void losesNoEditAndDisputesExactlyWhereNobodyHasSeenTheOthers() {
        for (int round = 0; round < ROUNDS; round++) {
            Run run = new Run(round);
            for (int step = 0; step < 30; step++) {
                run.step();
                run.checkAgainstTheHistory();
            }
        }
    }

    @Test
    void endsTheSameInWhateverOrderTheUpdatesUnderWayArrive() {
        int disputed = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Run run = new Run(1_000_000 + round);
            for (int step = 0; step < run.random.nextInt(15); step++) {
                run.step();
            }
            List<Sent> underWay = new ArrayList<>();
            for (int i = 0; i < 2 + run.random.nextInt(5); i++) {
                underWay.add(run.send());
            }
            Run.End first = run.endAfter(underWay);
            disputed += first.disputed().isEmpty() ? 0 : 1;
            for (int order = 0; order < 10; order++) {
                Collections.shuffle(underWay, run.random);
                assertThat(run.endAfter(underWay)).as("round " + round).isEqualTo(first);
            }
        }
        assertThat(disputed).as("rounds with a dispute").isBetween(ROUNDS / 10, ROUNDS - 1);
    }

    @Test
    void endsEveryDisputeByAWriteThatHasSeenAll() {
        int ended = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Run run = new Run(2_000_000 + round);
            for (int step = 0; step < 20; step++) {
                run.step();
            }
            WorkspaceEntry entry = run.entry;
            WorkspaceUpdate decision = WorkspaceUpdate.of(entry.clock());
            for (String field : entry.conflicts().keySet()) {
                ended++;
                decision = switch (field) {
                    case "status" -> decision.withStatus(entry.status());
                    case "notes" -> decision.withNotes("decided");
                    case "attended" -> decision.withAttended(run.random.nextBoolean());
                    default -> decision.withTask(field.substring("tasks.".length()), new Task("decided"));
                };
            }
            if (!decision.isEmpty()) {
                assertThat(entry.apply(decision, new Stamp("user:zoe", NOW)).conflicts())
                        .isEmpty();
            }
        }
        assertThat(ended).isGreaterThan(ROUNDS);
    }

    /** One life of an entry. */
    private static final class Run {
        private final Random random;
        private final List<Snapshot> snapshots = new ArrayList<>();
        private final Map<Integer, Dot> dots = new TreeMap<>();
        private final NaiveHistory history = new NaiveHistory();
        private WorkspaceEntry entry;
        private Set<Integer> applied = Set.of(0);
        private int numbers = 1;

        Run(long seed) {
            this.random = new Random(seed);
            this.entry = WorkspaceEntry.saved("ocds-1", new Stamp(WRITERS.get(0), NOW));
            history.add(0, Set.of(), Map.of("status", WorkspaceStatus.INTERESTED));
            dots.put(0, entry.origin());
            snapshots.add(new Snapshot(entry, applied));
        }

        /** Somebody looks, or somebody's update arrives that may rest on an old look. */
        void step() {
            if (random.nextInt(3) == 0) {
                snapshots.add(new Snapshot(entry, applied));
            } else {
                arrive(send());
            }
        }

        Sent send() {
            int recent = Math.max(0, snapshots.size() - 1 - random.nextInt(4));
            Snapshot saw = snapshots.get(recent);
            return new Sent(numbers++, WRITERS.get(random.nextInt(WRITERS.size())), saw, update(saw));
        }

        private WorkspaceUpdate update(Snapshot saw) {
            WorkspaceUpdate update = WorkspaceUpdate.of(saw.entry().clock());
            while (update.isEmpty() || random.nextInt(3) == 0) {
                update = switch (random.nextInt(5)) {
                    case 0 ->
                        update.withStatus(WorkspaceStatus.values()[random.nextInt(WorkspaceStatus.values().length)]);
                    case 1 -> update.withNotes("note " + random.nextInt(4));
                    case 2 -> update.withAttended(random.nextBoolean());
                    case 3 -> update.withTask("t" + random.nextInt(2), new Task("task " + random.nextInt(3)));
                    default -> update.withoutTask("t" + random.nextInt(2));
                };
            }
            return update;
        }

        private void arrive(Sent sent) {
            Map<String, Object> values = values(sent.update());
            boolean legal = history.allows(sent.saw().seen(), values);
            try {
                entry = entry.apply(sent.update(), new Stamp(sent.writer(), NOW.plusSeconds(sent.number())));
            } catch (InvalidInputException refused) {
                assertThat(legal).as(refused.getMessage()).isFalse();
                return;
            }
            assertThat(legal).isTrue();
            history.add(sent.number(), sent.saw().seen(), values);
            dots.put(sent.number(), new Dot(sent.writer(), entry.clock().count(sent.writer())));
            Set<Integer> now = new HashSet<>(applied);
            now.add(sent.number());
            applied = Set.copyOf(now);
        }

        private static Map<String, Object> values(WorkspaceUpdate update) {
            Map<String, Object> values = new TreeMap<>();
            update.status().ifPresent(value -> values.put("status", value));
            update.notes().ifPresent(value -> values.put("notes", value));
            update.attended().ifPresent(value -> values.put("attended", value));
            update.tasks().forEach((id, task) -> values.put("tasks." + id, task));
            return values;
        }

        void checkAgainstTheHistory() {
            assertThat(entry.fieldVersions().keySet()).isEqualTo(history.fields());
            for (String field : history.fields()) {
                Register<?> register = entry.fieldVersions().get(field);
                assertThat(register.dots())
                        .containsExactlyInAnyOrderElementsOf(
                                history.current(field).stream().map(dots::get).toList());
                assertThat(Set.<Object>copyOf(register.values())).isEqualTo(history.values(field));
                assertThat(entry.conflicts().containsKey(field))
                        .isEqualTo(history.values(field).size() > 1);
                for (int write : history.writesOf(field)) {
                    assertThat(register.versions())
                            .as("write " + write + " of " + field)
                            .anyMatch(version -> version.dot().equals(dots.get(write))
                                    || version.seen().covers(dots.get(write)));
                }
            }
        }

        /** What everybody sees in the end. */
        record End(
                Map<String, Set<Object>> values,
                Set<String> disputed,
                Set<Integer> refused,
                WorkspaceStatus status,
                String notes,
                boolean attended,
                Map<String, Task> tasks) {}

        End endAfter(List<Sent> underWay) {
            WorkspaceEntry end = entry;
            Set<Integer> refused = new HashSet<>();
            for (Sent sent : underWay) {
                try {
                    end = end.apply(sent.update(), new Stamp(sent.writer(), NOW));
                } catch (InvalidInputException e) {
                    refused.add(sent.number());
                }
            }
            Map<String, Set<Object>> values = new TreeMap<>();
            end.fieldVersions().forEach((name, field) -> values.put(name, Set.copyOf(field.values())));
            return new End(
                    values,
                    Set.copyOf(end.conflicts().keySet()),
                    refused,
                    end.status(),
                    end.notes(),
                    end.attended(),
                    end.tasks());
        }
    }

    /** Remembers every write and, by number, every write that its writer had seen. */
    private static final class NaiveHistory {
        private record Write(int number, Set<Integer> seen, Map<String, Object> values) {}

        private final List<Write> writes = new ArrayList<>();

        void add(int number, Set<Integer> seen, Map<String, Object> values) {
            writes.add(new Write(number, seen, values));
        }

        Set<String> fields() {
            Set<String> fields = new HashSet<>();
            writes.forEach(write -> fields.addAll(write.values().keySet()));
            return fields;
        }

        List<Integer> writesOf(String field) {
            return of(field).stream().map(Write::number).toList();
        }

        private List<Write> of(String field) {
            return writes.stream()
                    .filter(write -> write.values().containsKey(field))
                    .toList();
        }

        List<Integer> current(String field) {
            return newest(of(field)).stream().map(Write::number).toList();
        }

        private static List<Write> newest(List<Write> writes) {
            return writes.stream()
                    .filter(write ->
                            writes.stream().noneMatch(other -> other.seen().contains(write.number())))
                    .toList();
        }

        Set<Object> values(String field) {
            Set<Object> values = new HashSet<>();
            newest(of(field)).forEach(write -> values.add(write.values().get(field)));
            return values;
        }

        boolean allows(Set<Integer> seen, Map<String, Object> values) {
            Optional<Object> to = Optional.ofNullable(values.get("status"));
            return to.isEmpty()
                    || newest(of("status").stream()
                                    .filter(write -> seen.contains(write.number()))
                                    .toList())
                            .stream()
                            .map(write -> (WorkspaceStatus) write.values().get("status"))
                            .anyMatch(from -> from == to.get() || from.next().contains(to.get()));
        }
    }
}
