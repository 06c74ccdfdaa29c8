package io.tenderhub.requirement.plain;

import io.tenderhub.requirement.Requirements;
import io.tenderhub.requirement.Sector;
import io.tenderhub.tender.Tender;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Finds requirements the plain way: every rule is a regular expression that is tried all over every text. Slow, easy to
 * check, and what {@link io.tenderhub.requirement.RequirementFinder} must find as well, no more and no less.
 */
public final class PlainRequirementFinder {
    private final CidbFinder cidb = new CidbFinder();
    private final NumberFinder numbers = new NumberFinder();
    private final PreferenceFinder preference = new PreferenceFinder();
    private final RegistrationFinder registrations = new RegistrationFinder();
    private final PresenceFinder presence = new PresenceFinder();
    private final SectorFinder sector = new SectorFinder();

    public Requirements find(Tender tender) {
        List<Passage> passages = Passage.of(tender);
        return new Requirements(
                cidb.find(passages),
                numbers.bbbeeLevel(passages),
                preference.goals(passages),
                preference.system(passages),
                numbers.experienceYears(passages),
                registrations.registrations(passages),
                registrations.forms(passages),
                presence.localPresence(passages),
                numbers.termMonths(passages),
                presence.briefing(tender, passages),
                sector.find(tender, passages));
    }

    /** Every sector named in words. */
    public static Set<Sector> sectorsOf(String words) {
        Set<Sector> sectors = EnumSet.noneOf(Sector.class);
        SectorWords.PATTERNS.forEach((sector, pattern) -> {
            if (words.equalsIgnoreCase(sector.name()) || pattern.matcher(words).find()) {
                sectors.add(sector);
            }
        });
        return sectors;
    }
}
