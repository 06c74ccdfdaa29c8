package io.tenderhub.failure;

import java.time.Instant;

/** A limit of the plan is reached. */
public final class QuotaExceededException extends TenderHubException {
    private final String quota;
    private final Instant resetsAt;

    /**
     * @param quota the limit's name, such as {@code searches}
     * @param resetsAt when a further request may succeed
     */
    public QuotaExceededException(String quota, Instant resetsAt) {
        super("the quota of " + quota + " is used up until " + resetsAt, null);
        this.quota = quota;
        this.resetsAt = resetsAt;
    }

    public String quota() {
        return quota;
    }

    public Instant resetsAt() {
        return resetsAt;
    }
}
