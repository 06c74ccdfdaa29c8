package io.tenderhub.notification;

/** Who follows a stream. Called by one thread at a time, in order; must neither block nor throw. */
public interface Follower {

    /** First of all, unless {@link #reset} comes first: what is heard next comes right after this place. */
    void begin(NewsId at);

    /** The next one: none was left out before it, and none comes twice. */
    void hear(News news);

    /**
     * Some were lost, or can't be known not to have been; what is heard next comes right after this place. Whoever keeps what the news
     * told should read it anew.
     */
    void reset(NewsId at);
}
