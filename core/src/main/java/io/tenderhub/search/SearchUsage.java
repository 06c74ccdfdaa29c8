package io.tenderhub.search;

import io.tenderhub.team.TeamId;
import java.time.LocalDate;
import java.util.List;

/**
 * What the log of searches comes to. Each search counts once: pages behind the first one count nowhere here. Days are those of UTC; of a
 * range the first day is in it and the last one is not. All methods throw {@link io.tenderhub.failure.UnavailableException} if the store
 * can't be reached.
 */
public interface SearchUsage {

    Usage forTeam(TeamId team);

    /** Of the searches of no team. */
    Usage forEverybody();

    /** Of the searches of one team, or of none. */
    interface Usage {

        /** The days that had searches, in order. */
        List<SearchDay> days(LocalDate from, LocalDate to);

        /**
         * The texts that were searched most, of equal ones by text; searches without text are left out.
         *
         * @param limit 1 or more
         */
        List<SearchedText> topTexts(LocalDate from, LocalDate to, int limit);

        /** The same of the searches that found nothing. */
        List<SearchedText> textsWithoutHits(LocalDate from, LocalDate to, int limit);

        /** The positions at which a result was shown, from 1, in order. */
        List<PositionClicks> positions(LocalDate from, LocalDate to);
    }
}
