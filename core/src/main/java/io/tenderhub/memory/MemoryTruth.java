package io.tenderhub.memory;

import io.tenderhub.company.StoredProfile;
import io.tenderhub.event.DomainEvent;
import io.tenderhub.event.OutboxEntry.State;
import io.tenderhub.team.TeamId;
import io.tenderhub.tender.OcidOrder;
import io.tenderhub.tender.StoredTender;
import io.tenderhub.tender.TenderToStore;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is committed. Transactions read it without holding a lock and are checked when they commit: one that rests on
 * something that moved in the meantime is refused and run again.
 */
final class MemoryTruth {
    /** A tender and what it is searched by. */
    record Row(StoredTender stored, TenderToStore content) {}

    /**
     * An event and where it stands.
     *
     * @param at while it waits: when it is due, be it for the first time, after a failure or because a lease ran out; then:
     *     when it was published or parked
     * @param token null while nobody holds it
     */
    record Entry(
            long id,
            DomainEvent event,
            Instant createdAt,
            int attempts,
            Instant at,
            @Nullable String token,
            @Nullable String lastError,
            State state) {

        Entry begun(String newToken, Instant until) {
            return new Entry(id, event, createdAt, attempts + 1, until, newToken, lastError, state);
        }

        Entry heldUntil(Instant until) {
            return new Entry(id, event, createdAt, attempts, until, token, lastError, state);
        }

        Entry failed(String error) {
            return new Entry(id, event, createdAt, attempts, at, token, error, state);
        }

        Entry notCounted() {
            return new Entry(id, event, createdAt, attempts - 1, at, token, lastError, state);
        }

        Entry fresh() {
            return new Entry(id, event, createdAt, 0, at, token, lastError, state);
        }

        Entry dueAgain(Instant due) {
            return new Entry(id, event, createdAt, attempts, due, null, lastError, State.WAITING);
        }

        Entry settled(State end, Instant when) {
            return new Entry(id, event, createdAt, attempts, when, null, lastError, end);
        }
    }

    private final Clock clock;
    private final TreeMap<String, Row> tenders = new TreeMap<>(OcidOrder.INSTANCE);
    private final Map<String, List<StoredTender>> pastTenders = new HashMap<>();
    private final TreeMap<String, TeamRows> teams = new TreeMap<>();
    private final TreeMap<Long, Entry> events = new TreeMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    /** Stands for every team of which nothing is known. */
    private final TeamRows nothing = new TeamRows();

    private UserRows users = new UserRows();
    private long lastEventId;

    MemoryTruth(Clock clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    synchronized Optional<Row> tender(String ocid) {
        return Optional.ofNullable(tenders.get(ocid));
    }

    /** Every tender as of now, ordered by ocid. */
    synchronized List<Row> tenders() {
        return List.copyOf(tenders.values());
    }

    /** Those behind an ocid as of now, ordered by ocid. */
    synchronized List<Row> tendersAfter(Optional<String> ocid) {
        return List.copyOf(
                ocid.map(after -> tenders.tailMap(after, false)).orElse(tenders).values());
    }

    /** What a tender was before it changed, latest last. */
    synchronized List<StoredTender> pastTenders(String ocid) {
        return List.copyOf(pastTenders.getOrDefault(ocid, List.of()));
    }

    synchronized long countTenders() {
        return tenders.size();
    }

    synchronized Optional<StoredProfile> profile(TeamId team) {
        return Optional.ofNullable(team(team).profile);
    }

    /** Every profile as of now, ordered by team. */
    synchronized List<StoredProfile> profiles() {
        return teams.values().stream()
                .flatMap(rows -> Stream.ofNullable(rows.profile))
                .toList();
    }

    /** What belongs to a team, be there anything or not; not to be changed. */
    synchronized TeamRows team(TeamId team) {
        return teams.getOrDefault(team.value(), nothing);
    }

    /** Every team as of now, ordered by id; not to be changed. */
    synchronized List<TeamRows> teams() {
        return List.copyOf(teams.values());
    }

    synchronized List<TeamId> teamIds() {
        return teams.keySet().stream().map(TeamId::new).toList();
    }

    /** The same by id, be the team itself there or not. */
    synchronized Map<TeamId, TeamRows> teamsById() {
        Map<TeamId, TeamRows> byId = new HashMap<>();
        teams.forEach((id, rows) -> byId.put(new TeamId(id), rows));
        return byId;
    }

    /** Every user as of now; not to be changed. */
    synchronized UserRows users() {
        return users;
    }

    /** Works on the events, ordered by id, while nobody else does. */
    synchronized <T> T onEvents(Function<TreeMap<Long, Entry>, T> work) {
        return work.apply(events);
    }

    /** Calls it whenever events were committed. */
    void addListener(Runnable listener) {
        listeners.add(listener);
    }

    synchronized void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    /** Runs work while no transaction can commit; whatever it reads then stands. */
    synchronized <T> T alone(Function<MemoryTruth, T> work) {
        return work.apply(this);
    }

    /**
     * Makes the changes visible, all at once.
     *
     * @return false, with nothing changed, if something that the transaction read is not what it was
     */
    synchronized boolean commit(Changes changes) {
        if (!stillStands(changes)) {
            return false;
        }
        changes.tenders.forEach(this::put);
        changes.teams.forEach((team, rows) -> teams.put(team.value(), rows));
        if (changes.users != null) {
            users = changes.users;
        }
        Instant now = now();
        for (DomainEvent event : changes.events) {
            long id = ++lastEventId;
            events.put(id, new Entry(id, event, now, 0, now, null, null, State.WAITING));
        }
        if (!changes.events.isEmpty()) {
            listeners.forEach(Runnable::run);
        }
        return true;
    }

    private void put(String ocid, Row row) {
        Row before = tenders.put(ocid, row);
        if (before != null) {
            pastTenders.computeIfAbsent(ocid, unknown -> new ArrayList<>()).add(before.stored());
        }
    }

    private boolean stillStands(Changes changes) {
        return changes.readTenders.entrySet().stream()
                        .allMatch(read -> read.getValue().orElse(null) == tenders.get(read.getKey()))
                && changes.readTeams.entrySet().stream().allMatch(read -> read.getValue() == team(read.getKey()))
                && (changes.readUsers == null || changes.readUsers == users);
    }
}
