package io.tenderhub.failure;

/** Who asks is known, and may not do this; or the team's plan does not include it. */
public final class NotAllowedException extends TenderHubException {
    private final String action;

    /**
     * @param action what was asked for, such as {@code invite members}
     * @param reason why not, and who or what could, in a few words
     */
    public NotAllowedException(String action, String reason) {
        super("not allowed to " + action + ": " + reason, null);
        this.action = action;
    }

    public String action() {
        return action;
    }
}
