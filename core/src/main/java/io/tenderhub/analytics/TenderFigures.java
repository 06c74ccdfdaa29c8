package io.tenderhub.analytics;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Tenders counted in the truth. Days and weeks begin in the zone that is given. */
public interface TenderFigures {

    /**
     * Each name once, in the order of what they are counted by. Names that differ in case only are one, shown by the first of them in
     * the order of characters. Within a range of days, tenders that name no closing time are in no week.
     *
     * @throws io.tenderhub.failure.UnavailableException if the truth can't be reached
     */
    List<Count> counts(CountedBy by, DayRange days, ZoneId zone);

    /**
     * The days on which tenders were published, by their release dates, the earliest first; days without any are left out.
     *
     * @param category main procurement category, whatever its case; empty for all tenders
     * @param currency of the values that are added up; values in others count for nothing
     * @throws io.tenderhub.failure.UnavailableException if the truth can't be reached
     */
    List<DayFigure> daily(Optional<String> category, String currency, DayRange days, ZoneId zone);
}
