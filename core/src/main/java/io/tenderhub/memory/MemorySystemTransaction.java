package io.tenderhub.memory;

import io.tenderhub.account.UserRepository;
import io.tenderhub.alert.SearchMatcher;
import io.tenderhub.event.Outbox;
import io.tenderhub.event.UnitOfWork.SystemTransaction;
import io.tenderhub.team.TeamDirectory;
import io.tenderhub.team.TeamSagaDirectory;
import io.tenderhub.tender.TenderRepository;

final class MemorySystemTransaction implements SystemTransaction {
    private final Changes changes;

    MemorySystemTransaction(Changes changes) {
        this.changes = changes;
    }

    @Override
    public TenderRepository tenders() {
        return new MemoryTenders(changes);
    }

    @Override
    public UserRepository users() {
        return new MemoryUsers(changes);
    }

    @Override
    public TeamDirectory teams() {
        return new MemoryTeamDirectory(changes);
    }

    @Override
    public TeamSagaDirectory teamSagas() {
        return new MemoryTeamSagaDirectory(changes);
    }

    @Override
    public SearchMatcher searchMatcher() {
        return new MemorySearchMatcher(changes);
    }

    @Override
    public Outbox outbox() {
        return changes::append;
    }
}
