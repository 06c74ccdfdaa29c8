package io.tenderhub.cache;

/**
 * How a cache has answered the reads of one region since this process began; each read counts once.
 *
 * @param hits answered by the first level
 * @param secondLevelHits answered by the second level
 * @param misses loaded, or answered by a load that another reader had begun
 */
public record CacheFigures(long hits, long secondLevelHits, long misses) {
    public long reads() {
        return hits + secondLevelHits + misses;
    }
}
