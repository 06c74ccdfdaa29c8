package io.tenderhub.requirement;

import io.tenderhub.tender.Tender;
import java.util.List;

/**
 * Finds requirements in the title, description, special conditions and items of a tender; the briefing and the sector
 * also in their own fields. Thread-safe; the same tender always gives the same requirements. What is not found is not
 * stated. Registrations that may be found: CSD, TAX, COIDA, PSIRA, NHBRC, BBBEE, ECSA, SACPCMP, SACAP, SAICA, SANAS,
 * ICASA, HPCSA, CIPC, NERSA, FSCA, SAPC, SANC, BARGAINING_COUNCIL.
 */
public final class RequirementFinder {
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
}
