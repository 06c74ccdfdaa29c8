package io.tenderhub.event;

import io.tenderhub.account.UserRepository;
import io.tenderhub.alert.SavedSearchRepository;
import io.tenderhub.alert.SearchMatchRepository;
import io.tenderhub.alert.SearchMatcher;
import io.tenderhub.audit.AuditTrail;
import io.tenderhub.company.ProfileRepository;
import io.tenderhub.team.ApiKeyRepository;
import io.tenderhub.team.InvitationRepository;
import io.tenderhub.team.MemberRepository;
import io.tenderhub.team.TeamDirectory;
import io.tenderhub.team.TeamId;
import io.tenderhub.team.TeamRepository;
import io.tenderhub.team.TeamSagaDirectory;
import io.tenderhub.team.TeamSagaRepository;
import io.tenderhub.tender.TenderRepository;
import io.tenderhub.workspace.WorkspaceRepository;
import java.util.function.Function;

/**
 * Opens transactions of the truth. What must be atomic together is reachable only through the transaction handed to the
 * work; it commits when the work returns and rolls back, whole, when the work throws. A transaction that the store ended
 * because of a deadlock or a serialisation failure is run again, so work has no effects of its own. The transaction and
 * what it hands out are of no use after the work has returned.
 */
public interface UnitOfWork {

    /**
     * What belongs to no team, and what must see all of them.
     *
     * @throws io.tenderhub.failure.UnavailableException if the store can't be reached
     */
    <T> T forSystem(Function<? super SystemTransaction, ? extends T> work);

    /**
     * What belongs to one team, and to no other: nothing of another team is visible within.
     *
     * @throws io.tenderhub.failure.UnavailableException if the store can't be reached
     */
    <T> T forTeam(TeamId team, Function<? super TeamTransaction, ? extends T> work);

    /** A transaction of the system itself. */
    interface SystemTransaction {
        TenderRepository tenders();

        UserRepository users();

        TeamDirectory teams();

        TeamSagaDirectory teamSagas();

        SearchMatcher searchMatcher();

        Outbox outbox();
    }

    /** A transaction over one team's data. */
    interface TeamTransaction {
        TeamRepository team();

        MemberRepository members();

        InvitationRepository invitations();

        ApiKeyRepository apiKeys();

        ProfileRepository profile();

        TeamSagaRepository sagas();

        WorkspaceRepository workspace();

        SavedSearchRepository savedSearches();

        SearchMatchRepository searchMatches();

        AuditTrail audit();

        Outbox outbox();
    }
}
