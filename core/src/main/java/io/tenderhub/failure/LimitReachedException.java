package io.tenderhub.failure;

/** As many as the team's plan allows are there already; one must go, or the plan must change, before another can come. */
public final class LimitReachedException extends TenderHubException {
    private final String limit;
    private final int most;

    /**
     * @param limit what there are too many of, such as {@code seats}
     * @param most how many the plan allows
     */
    public LimitReachedException(String limit, int most) {
        super("the plan allows " + most + " " + limit + ", and all are taken", null);
        this.limit = limit;
        this.most = most;
    }

    public String limit() {
        return limit;
    }

    public int most() {
        return most;
    }
}
