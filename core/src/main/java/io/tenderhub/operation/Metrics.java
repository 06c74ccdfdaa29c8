package io.tenderhub.operation;

/** Figures of this process, for a system that collects them every few seconds. */
public interface Metrics {

    /**
     * All of them in Prometheus' text format, version 0.0.4. Never fails and takes well under a second, also while a store is
     * away: what is not known is {@code NaN}.
     */
    String text();
}
