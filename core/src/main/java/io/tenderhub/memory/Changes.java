package io.tenderhub.memory;

import io.tenderhub.event.DomainEvent;
import io.tenderhub.memory.MemoryTruth.Row;
import io.tenderhub.team.TeamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one transaction has read and wants to change; used by one thread. */
final class Changes {
    final Map<String, Optional<Row>> readTenders = new HashMap<>();
    final Map<TeamId, TeamRows> readTeams = new HashMap<>();

    @Nullable
    UserRows readUsers;

    final Map<String, Row> tenders = new HashMap<>();
    final Map<TeamId, TeamRows> teams = new HashMap<>();

    @Nullable
    UserRows users;

    final List<DomainEvent> events = new ArrayList<>();

    private final MemoryTruth truth;
    private boolean ended;

    Changes(MemoryTruth truth) {
        this.truth = truth;
    }

    void end() {
        ended = true;
    }

    void requireOpen() {
        if (ended) {
            throw new IllegalStateException("the transaction has ended");
        }
    }

    Instant now() {
        return truth.now();
    }

    Optional<Row> tender(String ocid) {
        requireOpen();
        return Optional.ofNullable(tenders.get(ocid)).or(() -> readTenders.computeIfAbsent(ocid, truth::tender));
    }

    /** A team as this transaction sees it; only to be read. */
    TeamRows team(TeamId team) {
        requireOpen();
        TeamRows own = teams.get(team);
        return own == null ? readTeams.computeIfAbsent(team, truth::team) : own;
    }

    /** A team to be changed. */
    TeamRows changedTeam(TeamId team) {
        TeamRows seen = team(team);
        return teams.computeIfAbsent(team, id -> seen.copy());
    }

    /** A team as it is committed; it may move without the transaction being run again. */
    TeamRows committedTeam(TeamId team) {
        requireOpen();
        return truth.team(team);
    }

    /** Every team as it is committed, ordered by id; they may move without the transaction being run again. */
    List<TeamRows> committedTeams() {
        requireOpen();
        return truth.teams();
    }

    /** The teams of which anything is committed, ordered by id. */
    List<TeamId> teamIds() {
        requireOpen();
        return truth.teamIds();
    }

    /** Every tender as it is committed; they may move without the transaction being run again. */
    List<Row> committedTenders() {
        requireOpen();
        return truth.tenders();
    }

    Optional<Row> committedTender(String ocid) {
        requireOpen();
        return truth.tender(ocid);
    }

    /** All users as this transaction sees them; only to be read. */
    UserRows users() {
        requireOpen();
        if (users != null) {
            return users;
        }
        if (readUsers == null) {
            readUsers = truth.users();
        }
        return readUsers;
    }

    /** All users, to be changed. */
    UserRows changedUsers() {
        UserRows seen = users();
        if (users == null) {
            users = seen.copy();
        }
        return users;
    }

    void append(List<DomainEvent> raised) {
        requireOpen();
        events.addAll(raised);
    }
}
