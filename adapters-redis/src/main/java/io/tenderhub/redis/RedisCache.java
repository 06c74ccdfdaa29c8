package io.tenderhub.redis;

import io.tenderhub.cache.CacheFigures;
import io.tenderhub.cache.CacheKey;
import io.tenderhub.cache.CacheRead;
import io.tenderhub.cache.CacheTag;
import io.tenderhub.cache.InspectableCache;
import io.tenderhub.cache.Kept;
import io.tenderhub.redis.RedisStore.Found;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What this process remembers, then Redis, then the second level, then the loader; what is found below is kept above. */
final class RedisCache implements InspectableCache {
    private static final Optional<String> NO_ERA = Optional.of("");

    private final RedisKeys keys;
    private final Levels levels;
    private final Loads loads = new Loads();
    private final Figures figures = new Figures();

    RedisCache(RedisKeys keys, Levels levels) {
        this.keys = keys;
        this.levels = levels;
    }

    @Override
    public <V> CacheRead<V> read(CacheKey<V> key, Supplier<Optional<V>> loader) {
        Figures.OfRegion counted = figures.of(key.region().name());
        Near<V> remembered = levels.near().find(key);
        Place<V> place = remembered == null ? place(key) : remembered.place();
        // Looked at first: what is made up for meanwhile is made up for by another era.
        boolean owed = remembered != null && levels.store().owes(place.generationKeys());
        Optional<String> era =
                place.inEras() && levels.near().isOn() ? levels.eras().now() : NO_ERA;
        if (era.isEmpty()) {
            counted.miss();
            return CacheRead.loaded(loader.get());
        }
        if (remembered != null && counts(key, remembered, owed, era.get())) {
            counted.hit();
            return CacheRead.held(remembered.value());
        }
        long asked = System.nanoTime();
        Optional<Found> found = levels.store().find(place.key(), place.generationKeys());
        if (found.isEmpty()) {
            // Without generations nobody knows whether a running load is new enough to be shared.
            counted.miss();
            return CacheRead.loaded(loader.get());
        }
        String generations = found.get().generations();
        Class<V> type = key.region().type();
        Optional<Known<V>> known = levels.form().read(found.get().answer(), generations, type);
        if (known.isPresent()) {
            counted.hit();
            remember(key, place, known.get().value(), found.get(), asked, era.get());
            return CacheRead.held(known.get().value());
        }
        Miss<V> miss = new Miss<>(levels, place, generations, loader);
        try {
            Optional<V> loaded = loads.load(place.key(), generations, type, miss::load, miss::keep, loader);
            miss.kept().ifPresent(kept -> remember(key, place, loaded, kept, era.get()));
            return new CacheRead<>(loaded, miss.isFoundBelow());
        } finally {
            counted.count(miss);
        }
    }

    /** Asks for its generations where the era is another one than it was last found to count in. */
    private <V> boolean counts(CacheKey<V> key, Near<V> remembered, boolean owed, String era) {
        Place<V> place = remembered.place();
        boolean known = place.inEras() && !owed && remembered.era().equals(era);
        if (known) {
            return true;
        }
        boolean counts = levels.store()
                .generations(place.generationKeys())
                .filter(remembered.generations()::equals)
                .isPresent();
        if (counts && place.inEras()) {
            levels.near().keep(key, remembered.in(era));
        }
        return counts;
    }

    private <V> void remember(CacheKey<V> key, Place<V> place, Optional<V> value, Found found, long asked, String era) {
        found.answer().filter(answer -> !found.timeLeft().isZero()).ifPresent(answer -> {
            long expires = asked + found.timeLeft().toNanos();
            remember(key, place, value, new Miss.Kept(answer, found.generations(), expires), era);
        });
    }

    private <V> void remember(CacheKey<V> key, Place<V> place, Optional<V> value, Miss.Kept kept, String era) {
        int weight = NearAnswers.weight(key, AnswerForm.length(kept.answer()));
        levels.near().keep(key, new Near<>(place, value, kept.generations(), era, kept.expires(), weight));
    }

    @Override
    public <V> Optional<V> peek(CacheKey<V> key) {
        Place<V> place = place(key);
        Class<V> type = key.region().type();
        return levels.store()
                .look(place.key(), place.generationKeys())
                .flatMap(found -> levels.form()
                        .read(found.answer(), found.generations(), type)
                        .or(() -> levels.form()
                                .read(
                                        levels.below().find(place).map(LevelBelow.Copy::answer),
                                        found.generations(),
                                        type)))
                .flatMap(Known::value);
    }

    @Override
    public <V> Optional<Kept<V>> lastKnown(CacheKey<V> key) {
        return levels.below()
                .find(place(key))
                .flatMap(copy -> levels.form()
                        .readWhatever(copy.answer(), key.region().type())
                        .flatMap(Known::value)
                        .map(value -> new Kept<>(value, copy.asOf())));
    }

    private <V> Place<V> place(CacheKey<V> key) {
        return new Place<>(
                key.region(), key.owner(), keys.answer(key), keys.generations(key.tags()), inEras(key.tags()));
    }

    @Override
    public void invalidate(Set<CacheTag> tags) {
        if (!tags.isEmpty()) {
            levels.store().end(keys.generations(tags), !areOfTeams(tags));
        }
    }

    private static boolean inEras(Set<CacheTag> tags) {
        return tags.stream().noneMatch(CacheTag::isOfTeam);
    }

    private static boolean areOfTeams(Set<CacheTag> tags) {
        return tags.stream().allMatch(CacheTag::isOfTeam);
    }

    Map<String, CacheFigures> figures() {
        return figures.now();
    }
}
