package io.tenderhub.postgres;

import io.tenderhub.contract.KeptAnswersContract;
import io.tenderhub.idempotency.KeptAnswers;
import io.tenderhub.naming.NamePrefix;

class PostgresKeptAnswersTest extends KeptAnswersContract {
    private final PostgresAdapter adapter = TestServer.shared().empty(prefix(), clock);

    NamePrefix prefix() {
        return NamePrefix.DEFAULT;
    }

    @Override
    protected KeptAnswers keptAnswers() {
        return adapter.keptAnswers();
    }
}
