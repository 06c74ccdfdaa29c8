package io.tenderhub.feeds;

import io.tenderhub.tender.Source;
import io.tenderhub.tender.Tender;

/** A release that was read as a whole. */
record WholeRelease(PublishedRelease published, TenderMapping mapping) implements HeldRelease {
    @Override
    public String ocid() {
        return published.ocid();
    }

    @Override
    public Source source() {
        return published.source();
    }

    @Override
    public Tender tender() {
        return mapping.release(published.json(), published.source(), published.warnings());
    }

    @Override
    public HeldRelease kept() {
        return this;
    }
}
