package io.tenderhub.postgres;

import io.tenderhub.account.UserRepository;
import io.tenderhub.alert.SearchMatcher;
import io.tenderhub.event.Outbox;
import io.tenderhub.event.UnitOfWork.SystemTransaction;
import io.tenderhub.team.TeamDirectory;
import io.tenderhub.team.TeamSagaDirectory;
import io.tenderhub.tender.TenderRepository;
import java.util.Optional;

/**
 * What is reached for no team or for all, by the role of the system.
 *
 * @param tenders one for the whole transaction, as it knows what it has in hand
 */
record AllTeams(Transaction transaction, TenderRepository tenders) implements SystemTransaction {

    AllTeams(Transaction transaction) {
        this(transaction, new TenderWriter(transaction));
    }

    @Override
    public UserRepository users() {
        return new StoredUsers(transaction);
    }

    @Override
    public TeamDirectory teams() {
        return new TeamReads(transaction);
    }

    @Override
    public TeamSagaDirectory teamSagas() {
        return new TeamSagaReads(transaction);
    }

    @Override
    public SearchMatcher searchMatcher() {
        return new TenderMatching(transaction);
    }

    @Override
    public Outbox outbox() {
        return new OutboxWriter(transaction, Optional.empty());
    }
}
