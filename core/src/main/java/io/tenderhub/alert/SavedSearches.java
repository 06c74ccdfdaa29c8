package io.tenderhub.alert;

import static java.util.Objects.requireNonNull;

import io.tenderhub.account.TokenMint;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.event.UnitOfWork.TeamTransaction;
import io.tenderhub.failure.LimitReachedException;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.search.SearchAnswer;
import io.tenderhub.team.Actor;
import io.tenderhub.team.Permission;
import io.tenderhub.team.Team;
import io.tenderhub.team.TeamTenders;
import io.tenderhub.tender.SearchMode;
import io.tenderhub.tender.TenderSort;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The searches that teams keep. Each change is one transaction with a line in the audit trail and an event. All methods throw
 * {@link io.tenderhub.failure.NotAllowedException} if the actor may not, and
 * {@link io.tenderhub.failure.UnavailableException} if the truth can't be reached.
 */
public final class SavedSearches {
    /** How many a team may keep. */
    public static final int MOST = 100;

    /** A tender is seen only when its transaction ends, with the time at which it was written: longer than any such takes. */
    private static final Duration LONGEST_WRITING = Duration.ofMinutes(10);

    private static final String SUBJECT = "saved search";

    private final UnitOfWork unitOfWork;
    private final TeamTenders tenders;
    private final Clock clock;
    private final TokenMint mint;

    /** @param random which nobody can foresee */
    public SavedSearches(UnitOfWork unitOfWork, TeamTenders tenders, Clock clock, SecureRandom random) {
        this.unitOfWork = requireNonNull(unitOfWork);
        this.tenders = requireNonNull(tenders);
        this.clock = requireNonNull(clock);
        this.mint = new TokenMint(random);
    }

    /**
     * Saves a search. With an alert, what it finds by now is no news.
     *
     * @throws LimitReachedException if the team has {@link #MOST}
     * @throws NotFoundException if the team is not active
     */
    public SavedSearch create(Actor actor, SearchDraft draft) {
        return changing(actor, transaction -> {
            if (transaction.savedSearches().count() >= MOST) {
                throw new LimitReachedException("saved searches", MOST);
            }
            Instant now = now();
            Optional<Instant> newFrom = Optional.of(newFrom(now)).filter(from -> draft.alert() != Alert.NONE);
            SavedSearch search = new SavedSearch(mint.id(8), draft, actor.name(), now, newFrom);
            transaction.savedSearches().insert(search);
            if (newFrom.isPresent()) {
                transaction.searchMatches().know(search, now);
            }
            told(transaction, actor, "saved-search.added", search.id(), Map.of(), AuditTexts.of(draft));
            return search;
        });
    }

    /** In the order they were made. */
    public List<SavedSearch> list(Actor actor) {
        actor.require(Permission.READ);
        return unitOfWork.<List<SavedSearch>>forTeam(
                actor.team(), transaction -> transaction.savedSearches().all());
    }

    public Optional<SavedSearch> find(Actor actor, String id) {
        actor.require(Permission.READ);
        return unitOfWork.<Optional<SavedSearch>>forTeam(
                actor.team(), transaction -> transaction.savedSearches().find(id));
    }

    /**
     * Changes a search. What matched before stays, and is never told again; where it looks for something else from now on, what it
     * finds by now is no news.
     *
     * @param change from what it is to what it shall be; has no effects of its own, as it may be asked again
     * @throws NotFoundException if there is none with this id, or the team is not active
     */
    public SavedSearch change(Actor actor, String id, UnaryOperator<SearchDraft> change) {
        return changing(actor, transaction -> {
            SavedSearch before = require(transaction, id);
            SearchDraft wanted = change.apply(before.draft());
            if (wanted.equals(before.draft())) {
                return before;
            }
            Instant now = now();
            SavedSearch after = before.changed(wanted, newFrom(now));
            transaction.savedSearches().update(after);
            if (before.looksAnewAs(wanted)) {
                transaction.searchMatches().know(after, now);
            }
            told(transaction, actor, "saved-search.changed", id, AuditTexts.of(before.draft()), AuditTexts.of(wanted));
            return after;
        });
    }

    /**
     * Removes a search, with what matched it.
     *
     * @throws NotFoundException if there is none with this id, or the team is not active
     */
    public void remove(Actor actor, String id) {
        changing(actor, transaction -> {
            SavedSearch search = require(transaction, id);
            told(transaction, actor, "saved-search.removed", id, AuditTexts.of(search.draft()), Map.of());
            return transaction.savedSearches().remove(id);
        });
    }

    /**
     * What a search finds now; counts as every search of the team does.
     *
     * @throws NotFoundException if there is none with this id
     * @throws io.tenderhub.failure.QuotaExceededException if the team has searched as often as its plan allows
     * @throws io.tenderhub.failure.InvalidInputException if the cursor is not one that was given for the same search
     */
    public SearchAnswer run(
            Actor actor, String id, SearchMode mode, TenderSort sort, int limit, Optional<String> cursor) {
        SavedSearch search = find(actor, id).orElseThrow(() -> notFound(id));
        return tenders.search(actor, search.query(mode, sort, limit, cursor), false);
    }

    /**
     * What matched the team's searches, the latest first.
     *
     * @throws NotFoundException if it is asked for those of a search that is not there
     * @throws io.tenderhub.failure.InvalidInputException if the cursor is not one that was given for such a list
     */
    public MatchPage matches(Actor actor, MatchQuery query) {
        actor.require(Permission.READ);
        Optional<MatchCursor> after = MatchCursor.of(query);
        List<SearchMatch> oneMore = unitOfWork.<List<SearchMatch>>forTeam(actor.team(), transaction -> {
            query.search().ifPresent(id -> require(transaction, id));
            return transaction.searchMatches().latest(query, after, query.limit() + 1);
        });
        if (oneMore.size() <= query.limit()) {
            return new MatchPage(oneMore, Optional.empty());
        }
        List<SearchMatch> page = oneMore.subList(0, query.limit());
        return new MatchPage(
                page, Optional.of(MatchCursor.behind(page.get(page.size() - 1)).encode()));
    }

    /** Two who change at once do so one after the other. */
    private <T> T changing(Actor actor, Function<TeamTransaction, T> work) {
        actor.require(Permission.EDIT_WORKSPACE);
        return unitOfWork.<T>forTeam(actor.team(), transaction -> {
            transaction
                    .team()
                    .lock()
                    .filter(known -> known.state() == Team.State.ACTIVE)
                    .orElseThrow(
                            () -> new NotFoundException("team", actor.team().value()));
            return work.apply(transaction);
        });
    }

    private static SavedSearch require(TeamTransaction transaction, String id) {
        return transaction.savedSearches().find(id).orElseThrow(() -> notFound(id));
    }

    private static void told(
            TeamTransaction transaction,
            Actor actor,
            String action,
            String id,
            Map<String, String> before,
            Map<String, String> after) {
        transaction.audit().append(actor.name(), action, id, before, after);
        transaction.outbox().append(List.of(AlertEvents.edited(actor, action, id)));
    }

    /** What is being stored at this moment is new, though its time is earlier; what can be seen by now is known. */
    private static Instant newFrom(Instant now) {
        return now.minus(LONGEST_WRITING);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static NotFoundException notFound(String id) {
        return new NotFoundException(SUBJECT, id);
    }
}
