package io.tenderhub.failure;

/** The thing named does not exist, or the caller may not see it; the two can't be told apart. */
public final class NotFoundException extends TenderHubException {
    private final String kind;
    private final String id;

    /**
     * @param kind what was looked for, such as {@code tender}
     * @param id the identifier that was given
     */
    public NotFoundException(String kind, String id) {
        super("no " + kind + " " + id, null);
        this.kind = kind;
        this.id = id;
    }

    public String kind() {
        return kind;
    }

    public String id() {
        return id;
    }
}
