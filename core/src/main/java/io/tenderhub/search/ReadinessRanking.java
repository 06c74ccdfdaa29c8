package io.tenderhub.search;

import static java.util.Objects.requireNonNull;

import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.readiness.ScorePoints;
import io.tenderhub.readiness.ScoreRepository;
import io.tenderhub.readiness.ScoreRepository.TeamScores;
import io.tenderhub.team.TeamId;
import io.tenderhub.tender.OcidOrder;
import io.tenderhub.tender.SearchMode;
import io.tenderhub.tender.TenderCatalog;
import io.tenderhub.tender.TenderHit;
import io.tenderhub.tender.TenderPage;
import io.tenderhub.tender.TenderQuery;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Shows what a search finds in the order of a team's scores: most points first, of equal ones by ocid; then those that have no score, by
 * ocid. Scores and filters are in two stores. Where few tenders are found, their scores are asked for; where many are, the scores
 * are gone through in their order and it is asked which of them are found. Either way leads to the same order, so a cursor
 * fits both.
 *
 * <p>The work for one page is bounded: where hardly any of many scores are of tenders that are found, a page may be shorter than it was
 * asked to be, and another one follow nevertheless.
 */
public final class ReadinessRanking {
    /** The scores of so many are fetched at once. */
    static final int FEW = 2_000;

    private static final int CHUNK = 1_000;
    private static final int MOST_CHUNKS = 20;

    private final TenderMatches matches;
    private final TenderCatalog catalog;
    private final ScoreRepository scores;

    public ReadinessRanking(TenderMatches matches, TenderCatalog catalog, ScoreRepository scores) {
        this.matches = requireNonNull(matches);
        this.catalog = requireNonNull(catalog);
        this.scores = requireNonNull(scores);
    }

    /** @param canonical in canonical form */
    TenderPage search(TeamId team, TenderQuery canonical) {
        if (canonical.mode() != SearchMode.TEXT) {
            throw new InvalidInputException(
                    "search", "sort", "what is found by its meaning can't be shown in the order of readiness");
        }
        Optional<ReadinessCursor> from = canonical.cursor().map(cursor -> ReadinessCursor.read(cursor, canonical));
        List<String> first = matches.following(canonical.text(), canonical.filter(), Optional.empty(), FEW + 1);
        Walk walk = new Walk(scores.forTeam(team), canonical, from);
        if (first.size() <= FEW) {
            walk.few(first);
        } else {
            walk.many();
        }
        return walk.page();
    }

    /** One page. */
    private final class Walk {
        private final TeamScores team;
        private final TenderQuery query;
        private final Optional<ReadinessCursor> from;
        /** One more than the page takes, to know whether there is another one. */
        private final int wanted;

        private final List<ReadinessCursor> found = new ArrayList<>();
        /** Up to where everything has been looked at, if the end was not reached. */
        private Optional<ReadinessCursor> stoppedAt = Optional.empty();

        private int chunks;

        Walk(TeamScores team, TenderQuery query, Optional<ReadinessCursor> from) {
            this.team = team;
            this.query = query;
            this.from = from;
            this.wanted = query.limit() + 1;
        }

        void few(List<String> matching) {
            List<ScorePoints> scored = team.points(matching);
            Set<String> withScore = scored.stream().map(ScorePoints::ocid).collect(Collectors.toSet());
            scored.stream()
                    .sorted(ScorePoints.MOST_FIRST)
                    .filter(this::isAhead)
                    .limit(wanted)
                    .map(ReadinessCursor::at)
                    .forEach(found::add);
            matching.stream()
                    .filter(ocid -> !withScore.contains(ocid))
                    .filter(this::isAhead)
                    .limit(wanted - (long) found.size())
                    .map(ReadinessCursor::withoutScore)
                    .forEach(found::add);
        }

        private boolean isAhead(ScorePoints score) {
            return from.isEmpty()
                    || from.get()
                            .score()
                            .filter(last -> ScorePoints.MOST_FIRST.compare(score, last) > 0)
                            .isPresent();
        }

        private boolean isAhead(String ocid) {
            return from.filter(last -> last.points().isEmpty())
                    .map(last -> OcidOrder.INSTANCE.compare(ocid, last.ocid()) > 0)
                    .orElse(true);
        }

        void many() {
            if (from.isPresent() && from.get().points().isEmpty()) {
                withoutScores(from.get());
            } else if (withScores(from.flatMap(ReadinessCursor::score))) {
                withoutScores(ReadinessCursor.WITHOUT_SCORE);
            }
        }

        /** @return whether all scores have been looked at */
        private boolean withScores(Optional<ScorePoints> after) {
            Optional<ScorePoints> last = after;
            while (found.size() < wanted) {
                if (isEnough(last.map(ReadinessCursor::at))) {
                    return false;
                }
                List<ScorePoints> chunk = team.ranked(last, CHUNK);
                Set<String> matching = matches.among(
                        query.text(),
                        query.filter(),
                        chunk.stream().map(ScorePoints::ocid).toList());
                chunk.stream()
                        .filter(score -> matching.contains(score.ocid()))
                        .map(ReadinessCursor::at)
                        .forEach(found::add);
                if (chunk.size() < CHUNK) {
                    return true;
                }
                last = Optional.of(chunk.get(chunk.size() - 1));
            }
            return false;
        }

        private void withoutScores(ReadinessCursor after) {
            Optional<String> last = Optional.of(after.ocid()).filter(ocid -> !ocid.isEmpty());
            while (found.size() < wanted && !isEnough(Optional.of(ReadinessCursor.withoutScore(last.orElse(""))))) {
                List<String> chunk = matches.following(query.text(), query.filter(), last, CHUNK);
                Set<String> withScore = new HashSet<>();
                team.points(chunk).forEach(score -> withScore.add(score.ocid()));
                chunk.stream()
                        .filter(ocid -> !withScore.contains(ocid))
                        .map(ReadinessCursor::withoutScore)
                        .forEach(found::add);
                if (chunk.size() < CHUNK) {
                    return;
                }
                last = Optional.of(chunk.get(chunk.size() - 1));
            }
        }

        private boolean isEnough(Optional<ReadinessCursor> here) {
            if (chunks++ < MOST_CHUNKS) {
                return false;
            }
            stoppedAt = here;
            return true;
        }

        TenderPage page() {
            List<ReadinessCursor> shown = found.subList(0, Math.min(found.size(), query.limit()));
            Optional<ReadinessCursor> next =
                    found.size() > query.limit() ? Optional.of(shown.get(shown.size() - 1)) : stoppedAt;
            Map<String, TenderHit> hits = catalog
                    .findAll(shown.stream().map(ReadinessCursor::ocid).toList())
                    .stream()
                    .map(stored -> TenderHit.of(stored.tender()))
                    .collect(Collectors.toMap(TenderHit::ocid, Function.identity()));
            return new TenderPage(
                    shown.stream()
                            .flatMap(place -> Optional.ofNullable(hits.get(place.ocid())).stream())
                            .toList(),
                    next.map(place -> place.encode(query)));
        }
    }
}
