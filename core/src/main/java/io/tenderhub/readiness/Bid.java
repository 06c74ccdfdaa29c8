package io.tenderhub.readiness;

import io.tenderhub.requirement.Requirements;
import io.tenderhub.tender.Tender;

/**
 * One company before one tender.
 *
 * @param cidb how the company stands to the gradings asked for
 * @param fit how the company's work stands to what is asked for
 * @param presence how the company stands to the place of the work
 * @param documents how the company stands to the registrations and certificates asked for
 */
record Bid(
        Capabilities company,
        Policy policy,
        Tender tender,
        Requirements requirements,
        BidSituation situation,
        CidbStanding cidb,
        WorkMatch fit,
        Presence presence,
        Documents documents,
        Deadline deadline,
        BriefingDuty briefing) {

    static Bid of(
            Capabilities company, Policy policy, Tender tender, Requirements requirements, BidSituation situation) {
        return new Bid(
                company,
                policy,
                tender,
                requirements,
                situation,
                CidbStanding.of(company.profile().cidb(), requirements.cidb()),
                WorkMatch.of(company, tender, requirements),
                Presence.of(company, tender),
                Documents.of(company.profile(), policy, requirements),
                Deadline.of(tender, situation.now()),
                BriefingDuty.of(tender, requirements, situation));
    }
}
