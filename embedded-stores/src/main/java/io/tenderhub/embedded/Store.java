package io.tenderhub.embedded;

/** The three servers. */
public enum Store {
    POSTGRES("PostgreSQL"),
    MONGO("MongoDB"),
    REDIS("Redis");

    private final String title;

    Store(String title) {
        this.title = title;
    }

    /** The name people know it by. */
    public String title() {
        return title;
    }
}
