package io.tenderhub.readiness;

import io.tenderhub.requirement.Requirements;
import io.tenderhub.tender.Tender;

/**
 * One company before one tender.
 *
 * @param asked what is the same for every company
 * @param gradings how the company stands to the gradings asked for
 * @param fit how the company's work stands to what is asked for
 * @param presence how the company stands to the place of the work
 * @param documents how the company stands to the registrations and certificates asked for
 */
record Bid(
        Capabilities company,
        Policy policy,
        Asked asked,
        Gradings gradings,
        WorkMatch fit,
        Presence presence,
        Documents documents) {

    CidbStanding cidb() {
        return gradings.standing();
    }

    Tender tender() {
        return asked.tender();
    }

    Requirements requirements() {
        return asked.requirements();
    }

    Deadline deadline() {
        return asked.deadline();
    }

    BriefingDuty briefing() {
        return asked.briefing();
    }
}
