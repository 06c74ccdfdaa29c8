package io.tenderhub.memory;

import io.tenderhub.event.OutboxAdministration;
import io.tenderhub.event.OutboxEntry;
import io.tenderhub.event.OutboxEntry.State;
import io.tenderhub.memory.MemoryTruth.Entry;
import io.tenderhub.team.TeamId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

final class MemoryOutboxAdministration implements OutboxAdministration {
    private final MemoryTruth truth;
    private final Clock clock;

    MemoryOutboxAdministration(MemoryTruth truth, Clock clock) {
        this.truth = truth;
        this.clock = clock;
    }

    @Override
    public List<OutboxEntry> list(State state, long afterId, int limit) {
        return truth.onEvents(events -> events.tailMap(afterId, false).values().stream()
                .filter(entry -> entry.state() == state)
                .limit(limit)
                .map(MemoryOutboxAdministration::shown)
                .toList());
    }

    @Override
    public Optional<OutboxEntry> find(long id) {
        return truth.onEvents(events -> Optional.ofNullable(events.get(id)).map(MemoryOutboxAdministration::shown));
    }

    @Override
    public int retry(Collection<Long> ids) {
        Set<Long> wanted = Set.copyOf(ids);
        return retryThose(entry -> wanted.contains(entry.id()));
    }

    @Override
    public int retryParked() {
        return retryThose(entry -> entry.state() == State.PARKED);
    }

    private int retryThose(Predicate<Entry> wanted) {
        Instant now = clock.instant();
        return truth.onEvents(events -> {
            List<Entry> free = events.values().stream()
                    .filter(wanted)
                    .filter(entry -> entry.state() != State.PUBLISHED && !isHeld(entry, now))
                    .toList();
            free.forEach(entry -> events.put(entry.id(), entry.fresh().dueAgain(now)));
            return free.size();
        });
    }

    private static boolean isHeld(Entry entry, Instant now) {
        return entry.token() != null && entry.at().isAfter(now);
    }

    @Override
    public int purge(Instant publishedBefore, int most) {
        return truth.onEvents((TreeMap<Long, Entry> events) -> {
            Set<Long> old = events.values().stream()
                    .filter(entry ->
                            entry.state() == State.PUBLISHED && entry.at().isBefore(publishedBefore))
                    .sorted(Comparator.comparing(Entry::at))
                    .limit(most)
                    .map(Entry::id)
                    .collect(Collectors.toSet());
            events.keySet().removeAll(old);
            return old.size();
        });
    }

    private static OutboxEntry shown(Entry entry) {
        return new OutboxEntry(
                entry.id(),
                entry.event().type().code(),
                entry.event().aggregateId(),
                entry.event().team().map(TeamId::value),
                json(entry.event().payload()),
                entry.state(),
                entry.createdAt(),
                entry.attempts(),
                entry.at(),
                entry.token() == null ? Optional.empty() : Optional.of(entry.at()),
                Optional.ofNullable(entry.lastError()));
    }

    private static String json(Map<String, String> payload) {
        return payload.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(field -> quoted(field.getKey()) + ": " + quoted(field.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
