package io.tenderhub.readiness;

import io.tenderhub.requirement.Requirements;
import io.tenderhub.requirement.Requirements.BriefingRequirement;
import io.tenderhub.tender.Briefing;
import io.tenderhub.tender.Tender;
import java.time.Instant;
import java.util.Optional;

/**
 * The compulsory briefing of a tender.
 *
 * @param open it is compulsory and the team has not marked attendance
 * @param missed it is open and its date is past
 * @param date where published
 */
record BriefingDuty(boolean open, boolean missed, Optional<Instant> date, Optional<String> venue) {
    private static final BriefingDuty NONE = new BriefingDuty(false, false, Optional.empty(), Optional.empty());

    /** The tender's own fields and its words may each say that a briefing is compulsory; the fields know the date best. */
    static BriefingDuty of(Tender tender, Requirements requirements, BidSituation situation) {
        Optional<Briefing> field = tender.briefing();
        Optional<BriefingRequirement> words = requirements.briefing();
        boolean compulsory = field.isPresent() && field.get().compulsory()
                || words.isPresent() && words.get().compulsory();
        if (!compulsory || situation.briefingAttended()) {
            return NONE;
        }
        Optional<Instant> date = field.flatMap(Briefing::date).or(() -> words.flatMap(BriefingRequirement::date));
        Optional<String> venue = field.flatMap(Briefing::venue).or(() -> words.flatMap(BriefingRequirement::venue));
        boolean missed = date.isPresent() && situation.now().isAfter(date.get());
        return new BriefingDuty(true, missed, date, venue);
    }
}
