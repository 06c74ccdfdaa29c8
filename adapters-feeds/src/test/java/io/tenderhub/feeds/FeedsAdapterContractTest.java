package io.tenderhub.feeds;

import io.tenderhub.contract.ReleaseFeedContract;
import io.tenderhub.ingestion.ReleaseCompiler;
import io.tenderhub.ingestion.ReleaseFeed;

class FeedsAdapterContractTest extends ReleaseFeedContract {
    private final FeedsAdapter adapter = FeedsAdapter.builder().build();

    @Override
    protected ReleaseFeed feed() {
        return adapter.releaseFeed();
    }

    @Override
    protected ReleaseCompiler compiler() {
        return adapter.releaseCompiler();
    }
}
