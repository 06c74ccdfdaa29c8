package io.tenderhub.postgres;

import io.tenderhub.contract.FingerprintRepositoryContract;
import io.tenderhub.duplicate.FingerprintRepository;
import io.tenderhub.naming.NamePrefix;

class PostgresFingerprintsTest extends FingerprintRepositoryContract {
    private final PostgresAdapter adapter = TestServer.shared().empty(prefix(), clock);

    NamePrefix prefix() {
        return NamePrefix.DEFAULT;
    }

    @Override
    protected FingerprintRepository fingerprints() {
        return adapter.fingerprints();
    }
}
