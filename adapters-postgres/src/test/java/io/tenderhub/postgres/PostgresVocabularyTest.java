package io.tenderhub.postgres;

import io.tenderhub.contract.VocabularyContract;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.naming.NamePrefix;
import io.tenderhub.search.Vocabulary;

class PostgresVocabularyTest extends VocabularyContract {
    private final PostgresAdapter adapter = TestServer.shared().empty(prefix(), clock);

    NamePrefix prefix() {
        return NamePrefix.DEFAULT;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return adapter.unitOfWork();
    }

    @Override
    protected Vocabulary vocabulary() {
        return adapter.vocabulary();
    }
}
