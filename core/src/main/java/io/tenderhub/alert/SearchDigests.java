package io.tenderhub.alert;

import static java.util.Objects.requireNonNull;

import io.tenderhub.event.UnitOfWork;
import io.tenderhub.team.TeamId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Tells teams together what matched since they were told last. A team's matches are taken and its event is raised in one
 * transaction, so that whatever ends the work, and however many do it at once, nothing is told twice or never.
 */
public final class SearchDigests {
    private final UnitOfWork unitOfWork;
    private final Clock clock;

    public SearchDigests(UnitOfWork unitOfWork, Clock clock) {
        this.unitOfWork = requireNonNull(unitOfWork);
        this.clock = requireNonNull(clock);
    }

    /**
     * What was sent.
     *
     * @param teams to how many
     * @param matches how many in all
     */
    public record Sent(int teams, long matches) {}

    /** @throws io.tenderhub.failure.UnavailableException if the truth can't be reached; the rest is sent the next time */
    public Sent send() {
        List<TeamId> waiting = unitOfWork.<List<TeamId>>forSystem(
                transaction -> transaction.searchMatcher().awaitingDigest());
        int teams = 0;
        long matches = 0;
        for (TeamId team : waiting) {
            Optional<DigestContents> sent = send(team);
            teams += sent.isPresent() ? 1 : 0;
            matches += sent.map(DigestContents::matches).orElse(0);
        }
        return new Sent(teams, matches);
    }

    private Optional<DigestContents> send(TeamId team) {
        return unitOfWork.<Optional<DigestContents>>forTeam(team, transaction -> {
            Optional<DigestContents> contents = transaction.searchMatches().takeForDigest(clock.instant());
            contents.ifPresent(taken -> transaction.outbox().append(List.of(AlertEvents.digest(team, taken))));
            return contents;
        });
    }
}
