package io.tenderhub.postgres;

import io.tenderhub.consistency.Progress;
import io.tenderhub.contract.ProgressContract;
import io.tenderhub.naming.NamePrefix;

class PostgresProgressTest extends ProgressContract {
    private final PostgresAdapter adapter = TestServer.shared().empty(prefix(), clock);

    NamePrefix prefix() {
        return NamePrefix.DEFAULT;
    }

    @Override
    protected Progress progress() {
        return adapter.progress();
    }
}
