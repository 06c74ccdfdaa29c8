package io.tenderhub.operation;

import java.time.Duration;

/** Is told of each request that was answered. Must not block or throw. */
public interface RequestJournal {

    /**
     * @param method one of HTTP's own
     * @param route the template, such as {@code /api/v1/tenders/{ocid}}, never the path itself
     * @param status as it was answered
     * @param took from the first byte that was read to the last that was given to the network
     */
    void answered(String method, String route, int status, Duration took);
}
