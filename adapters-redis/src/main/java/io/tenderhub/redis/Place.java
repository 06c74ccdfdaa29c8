package io.tenderhub.redis;

import io.tenderhub.cache.CacheRegion;
import java.util.List;

/** Where an answer is kept, and where the generations of its tags are. */
record Place<V>(CacheRegion<V> region, String key, List<String> generationKeys) {}
