package io.tenderhub.benchmarks;

import io.tenderhub.bootstrap.Workbench;
import io.tenderhub.cache.Cache;
import io.tenderhub.cache.CacheKey;
import io.tenderhub.details.TenderDetails;
import io.tenderhub.details.TenderLookup;
import io.tenderhub.embedded.EmbeddedStores;
import io.tenderhub.embedded.Store;
import io.tenderhub.redis.RedisAdapter;
import io.tenderhub.team.TeamId;
import io.tenderhub.tender.StoredTender;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.RedisClient;

/**
 * Reads of cached tenders within the process against a bare {@code GET} by Jedis of the same bytes, on one Redis, alternately:
 * {@code java -cp benchmarks.jar io.tenderhub.benchmarks.CachedTenderAgainstJedisGet [TENDERS] [READS] [ROUNDS]}.
 */
public final class CachedTenderAgainstJedisGet {
    private static final int WARM_UPS = 3;

    private CachedTenderAgainstJedisGet() {}

    public static void main(String[] arguments) throws Exception {
        int tenders = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        int reads = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20_000;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 9;
        Race.printHead();
        run(tenders, reads, rounds);
    }

    static void run(int tenders, int reads, int rounds) throws Exception {
        List<TenderDetails> details = details(tenders);
        try (EmbeddedStores stores = EmbeddedStores.builder().only(Store.REDIS).start();
                RedisClient client = client(stores);
                RedisClient others = client(stores);
                RedisClient bare = client(stores);
                RedisAdapter adapter = RedisAdapter.builder(client).build();
                RedisAdapter forgetful =
                        RedisAdapter.builder(others).remembers(0).build()) {
            List<CacheKey<TenderDetails>> open = keys(details, Optional.empty());
            List<CacheKey<TenderDetails>> ofTeam = keys(details, Optional.of(new TeamId("team")));
            fill(adapter.cache(), open, details);
            List<byte[]> stored = stored(bare);
            fill(adapter.cache(), ofTeam, details);
            Race.Way get = new Race.Way(
                    "bare Jedis GET of the same bytes",
                    () -> Race.rate(reads, () -> {
                        for (int i = 0; i < reads; i++) {
                            if (bare.get(stored.get(i % stored.size())) == null) {
                                throw new IllegalStateException("gone from Redis");
                            }
                        }
                    }));
            race("cached tender, as the process remembers it", adapter.cache(), open, reads, get)
                    .run(WARM_UPS, rounds);
            race("cached tender of a team, asked for whether it still counts", adapter.cache(), ofTeam, reads, get)
                    .run(WARM_UPS, rounds);
            race("cached tender, decoded from Redis each time", forgetful.cache(), open, reads, get)
                    .run(WARM_UPS, rounds);
        }
    }

    private static Race race(
            String what, Cache cache, List<CacheKey<TenderDetails>> keys, int reads, Race.Way bareGet) {
        Race.Way ours = new Race.Way(
                "here",
                () -> Race.rate(reads, () -> {
                    for (int i = 0; i < reads; i++) {
                        cache.read(keys.get(i % keys.size()), () -> {
                            throw new IllegalStateException("not cached");
                        });
                    }
                }));
        return new Race(what, "reads/s", List.of(ours, bareGet));
    }

    private static List<TenderDetails> details(int tenders) {
        Workbench workbench = new Workbench();
        ReleaseLines lines = WholeReleases.single(1);
        List<TenderDetails> details = new ArrayList<>();
        for (int n = 0; n < tenders; n++) {
            StoredTender stored = new StoredTender(
                    workbench.tenderOf("line", lines.line(n).getBytes(StandardCharsets.UTF_8)), 1, Instant.EPOCH);
            details.add(new TenderDetails(stored, Optional.empty(), Optional.empty(), true));
        }
        return details;
    }

    private static List<CacheKey<TenderDetails>> keys(List<TenderDetails> details, Optional<TeamId> team) {
        return details.stream()
                .map(one -> TenderLookup.answer(one.stored().tender().ocid(), team))
                .toList();
    }

    private static void fill(Cache cache, List<CacheKey<TenderDetails>> keys, List<TenderDetails> details) {
        for (int i = 0; i < keys.size(); i++) {
            TenderDetails one = details.get(i);
            cache.read(keys.get(i), () -> Optional.of(one));
        }
    }

    /** The keys under which Redis holds the answers. */
    private static List<byte[]> stored(RedisClient redis) {
        return redis.keys("*:details:*").stream()
                .map(key -> key.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private static RedisClient client(EmbeddedStores stores) {
        URI at = URI.create(stores.redisUrl());
        return RedisClient.builder().hostAndPort(at.getHost(), at.getPort()).build();
    }
}
