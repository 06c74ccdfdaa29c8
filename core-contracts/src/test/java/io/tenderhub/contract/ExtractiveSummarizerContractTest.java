package io.tenderhub.contract;

import io.tenderhub.summary.ExtractiveSummarizer;
import io.tenderhub.summary.Summarizer;

class ExtractiveSummarizerContractTest extends SummarizerContract {
    @Override
    protected Summarizer summarizer() {
        return new ExtractiveSummarizer();
    }
}
