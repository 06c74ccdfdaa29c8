package io.tenderhub.requirement;

import io.tenderhub.tender.Tender;

/**
 * Finds requirements in the title, description, special conditions and items of a tender; the briefing and the sector
 * also in their own fields. Thread-safe; the same tender always gives the same requirements. What is not found is not
 * stated. Registrations that may be found: CSD, TAX, COIDA, PSIRA, NHBRC, BBBEE, ECSA, SACPCMP, SACAP, SAICA, SANAS,
 * ICASA, HPCSA, CIPC, NERSA, FSCA, SAPC, SANC, BARGAINING_COUNCIL. Takes a time that grows with the length of the
 * texts and not faster, whatever they say.
 */
public final class RequirementFinder {

    public Requirements find(Tender tender) {
        return new Reading(tender).requirements();
    }
}
