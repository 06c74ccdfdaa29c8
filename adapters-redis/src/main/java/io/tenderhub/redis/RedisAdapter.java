package io.tenderhub.redis;

import static java.util.Objects.requireNonNull;

import io.tenderhub.account.SessionLife;
import io.tenderhub.account.SessionStore;
import io.tenderhub.analytics.SpendLeaderboard;
import io.tenderhub.cache.CacheFigures;
import io.tenderhub.cache.InspectableCache;
import io.tenderhub.cache.SecondLevel;
import io.tenderhub.failure.BreakerState;
import io.tenderhub.lock.DistributedLocks;
import io.tenderhub.naming.NamePrefix;
import io.tenderhub.notification.Notifications;
import io.tenderhub.operation.StoreJournal;
import io.tenderhub.popularity.PopularTenders;
import io.tenderhub.quota.Quotas;
import io.tenderhub.quota.RateLimiter;
import io.tenderhub.team.VolatileTeamData;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import redis.clients.jedis.UnifiedJedis;

/**
 * Keeps what may vanish in Redis 6.2 or later, alone or as a cluster. Every command names keys of one slot, none scans
 * keys.
 *
 * <p>Keys, under the prefix {@code tenderhub}; what stands in braces decides the slot in a cluster:
 *
 * <pre>
 * tenderhub:team:{acme}:top-five:…                  an answer of a team
 * tenderhub:tender:{ocds-9t57fa-136656}:details:…   a public answer that carries the tag of one tender
 * tenderhub:search:…                                any other public answer, by the name of its region
 * tenderhub:team:{acme}:generation                  the generation of a tag, a random text
 * tenderhub:team:{acme}:workspace-generation
 * tenderhub:tender:{ocds-9t57fa-136656}:generation
 * tenderhub:generation:{searches}
 * tenderhub:era                                     a random text, another one after each invalidation of what is not a team's
 * tenderhub:lock:{summary+ocds-1}                   the token of a lock's holder, as long as the lock lives
 * tenderhub:fence:{summary+ocds-1}                  the last fencing number of the name, for 48 hours
 * tenderhub:lock-owner:…                            there while the process that holds locks is
 * tenderhub:popular:{days}:2026-11-21               a sorted set of the points that tenders got on a day, for 8 days
 * tenderhub:popular:{days}:until:2026-11-21         their sum over 7 days below zero, for 10 seconds
 * tenderhub:analytics:{ZAR}:spend-by-buyer          a sorted set of the buyers by their places, for 24 hours; likewise by
 *                                                   province, category, month and supplier
 * tenderhub:analytics:{ZAR}:spend-by-buyer:amounts  a hash with what each spent, and for how many awards
 * tenderhub:team:{acme}:quotas                      a hash of what a team has used, such as {@code searches:day:2026-11-21},
 *                                                   for an hour longer than the last reset
 * tenderhub:team:{acme}:news                        a list of the team's last thousand news of an hour, such as
 *                                                   {@code 9f86d081884c7d65-17 1795248000123456 {"id":7,…}}, until a day without any
 * tenderhub:notifications:{news}                    the same of what is for everybody
 * tenderhub:rate:{user%3Ajo}:search                 a list of what was granted of late, for a second longer than its window
 * tenderhub:user:{jo}:session:…                     when a session was opened, by the SHA-256 of its token's secret, until it ends
 * tenderhub:user:{jo}:sessions                      a sorted set of a user's sessions by when they end, until the last does
 * </pre>
 *
 * <p>Channels: {@code tenderhub:notifications} and {@code tenderhub:team:{acme}:notifications}, with messages such as
 * {@code 9f86d081884c7d65-17 {"id":7,"type":"tender.updated","team":"acme","subject":"ocds-1","at":"2026-11-21T08:00:00Z"}}.
 *
 * <p>How answers end: an answer is stored with the generations of its tags, read before it was loaded, and is served
 * only while each tag still has that generation. An invalidation deletes the tag's generation; the next load makes a new
 * random one. So an answer of an older load never becomes valid, whenever it is written, and losing any key or all of
 * them (eviction, flush, an empty restart) loses answers but revives none.
 *
 * <p>How answers are remembered: a process keeps some of them as objects, with their generations and the era, which was read before
 * those. In that era they count without asking, since an invalidation ends the era, after the generations. What the era is, is
 * asked for once in some milliseconds: what Redis says of it holds for a lease of 50 ms from before it was asked, and an
 * invalidation returns when the leases are over that were given before it. So nothing is read that is older than an invalidation
 * that has returned, by whatever clocks: each process compares lengths of time of its own alone. In another era an answer's
 * generations are asked for once, and it counts if they are the same. Answers of a team are not of this: their generations
 * are asked for by each read, and what changes them does not wait.
 *
 * <p>How answers come: from Redis; else from the second level, where the region has its answers there and there is one; else
 * from the loader, once on a node, and once on all nodes as far as a short claim ({@code tenderhub:loading:…}) reaches: who finds
 * one waits for up to three seconds for the answer of the other. What is found below is kept above. The second level holds
 * the same bytes, so an answer there counts only under the same generations; it never outlives an invalidation, nor the
 * loss of a generation.
 *
 * <p>How sessions end: by their times, or by a deletion of their key or their place in the set of the user, of which each needs
 * both. Revoking all of a user deletes the set, so no use that comes after it finds one.
 *
 * <p>How refusals are told: what the rate limiter refused, this process refuses without asking again until the time it told; a used up
 * quota for a second. Nothing is granted without asking.
 *
 * <p>How a team ends: everything of a team that counts is in its keys {@code quotas}, {@code news}, {@code generation} and {@code
 * workspace-generation}; deleting those forgets the team. An answer of a team carries the team's own tag always.
 *
 * <p>How locks end: by a release with their token, by their time, or when the key of their holder's process is gone, which
 * runs out 15 seconds after the process died; then the next who asks takes the lock over. A fencing number is the server's time in
 * microseconds, or one above the last if that is more: so the numbers of a name rise also when Redis has lost everything,
 * as long as the clock is not set back and those of replicas are not behind.
 *
 * <p>What this asks of the server and the client:
 *
 * <ul>
 *   <li>Persistence off ({@code save ""}, {@code appendonly no}): a server that restarts from an older snapshot forgets
 *       the invalidations after it. For the same reason a failover to a replica that lags may forget the last ones;
 *       {@code min-replicas-to-write} and the times to live bound that; with the second level, a day.
 *   <li>Reads from the primary, and no client-side cache.
 *   <li>Short timeouts in the client's configuration (100 ms is plenty nearby): a read waits for them before it goes to
 *       the loader. After some failures in a row reads leave Redis alone for a while, see {@link Builder#pause}.
 * </ul>
 *
 * <p>Invalidations that did not reach Redis throw, so that the caller tries again; until then this process does not
 * serve those answers, other processes may. The adapter never closes the client.
 */
public final class RedisAdapter implements AutoCloseable {
    /** How soon the locks of a process that died are free. */
    private static final Duration OWNER_LIVES = Duration.ofSeconds(15);

    private static final long REMEMBERED_BYTES = 32L << 20;
    private static final Duration LEASE = Duration.ofMillis(50);
    /** How far the list of popular tenders may be behind. */
    private static final Duration POPULAR_LIVES = Duration.ofSeconds(10);

    private final RedisCalls calls;
    private final Eras eras;
    private final RedisCache cache;
    private final RedisLocks locks;
    private final RedisPopularTenders popularTenders;
    private final SpendLeaderboard spendLeaderboard;
    private final RedisNotifications notifications;
    private final RedisQuotas quotas;
    private final RateLimiter rateLimiter;
    private final SessionStore sessions;
    private final VolatileTeamData teamData;

    private RedisAdapter(Builder builder) {
        Breaker breaker = new Breaker(builder.server, builder.failures, builder.pause, Clock.systemUTC());
        RedisKeys keys = new RedisKeys(builder.prefix);
        this.calls = new RedisCalls(builder.client, builder.server, breaker, builder.journal, "other");
        this.eras = new Eras(calls.on("eras"), keys.era(), builder.lease, builder.nanoTime);
        this.cache = new RedisCache(
                keys,
                new Levels(
                        new NearAnswers(builder.remembers),
                        eras,
                        new RedisStore(calls.on("cache"), eras),
                        new LoadClaims(calls.on("load-claims"), keys),
                        new AnswerForm(),
                        new LevelBelow(builder.secondLevel),
                        builder.clock));
        this.locks = new RedisLocks(calls.on("locks"), keys, OWNER_LIVES);
        this.popularTenders = new RedisPopularTenders(calls.on("popular"), keys, builder.clock, POPULAR_LIVES);
        this.spendLeaderboard = new RedisSpendLeaderboard(calls.on("spend"), keys);
        this.quotas = new RedisQuotas(calls.on("quotas"), keys, builder.clock, System::nanoTime);
        this.rateLimiter = new RedisRateLimiter(calls.on("rates"), keys, System::nanoTime);
        this.sessions =
                new RedisSessions(calls.on("sessions"), keys, builder.clock, new SecureRandom(), builder.sessionLife);
        this.notifications = new RedisNotifications(
                calls.on("notifications"),
                keys,
                new Channels(builder.client, builder.server, keys.notifications(Optional.empty())),
                new SecureRandom());
        this.teamData = new RedisTeamData(quotas, cache, notifications);
    }

    /** @param client opened by the caller, who closes it */
    public static Builder builder(UnifiedJedis client) {
        return new Builder(client);
    }

    public InspectableCache cache() {
        return cache;
    }

    /** How the reads of each region were answered, by the name of the region; of this adapter alone. */
    public Map<String, CacheFigures> cacheFigures() {
        return cache.figures();
    }

    public DistributedLocks locks() {
        return locks;
    }

    public PopularTenders popularTenders() {
        return popularTenders;
    }

    public SpendLeaderboard spendLeaderboard() {
        return spendLeaderboard;
    }

    /** Who listens takes one connection of the client's, whatever the number of listeners. */
    public Notifications notifications() {
        return notifications;
    }

    public Quotas quotas() {
        return quotas;
    }

    public RateLimiter rateLimiter() {
        return rateLimiter;
    }

    public SessionStore sessions() {
        return sessions;
    }

    /** Forgets, of a team, what is in Redis and the answers in the second level. */
    public VolatileTeamData volatileTeamData() {
        return teamData;
    }

    /** Whether Redis is asked at the moment. */
    public BreakerState breaker() {
        return calls.breaker();
    }

    /**
     * Ends the renewal of locks and leases and the listening to notifications; locks that this process still holds may be taken over at
     * once. Sends the points of popular tenders that are still waiting. Leaves the client open, and must come before its end.
     */
    @Override
    public void close() {
        eras.close();
        notifications.close();
        popularTenders.close();
        locks.close();
    }

    /** Options of the adapter. */
    public static final class Builder {
        private final UnifiedJedis client;
        private NamePrefix prefix = NamePrefix.DEFAULT;
        private String server = "Redis";
        private int failures = 5;
        private Duration pause = Duration.ofSeconds(60);
        private Clock clock = Clock.systemUTC();
        private long remembers = REMEMBERED_BYTES;
        private Duration lease = LEASE;
        private LongSupplier nanoTime = System::nanoTime;
        private StoreJournal journal = StoreJournal.NONE;
        private Optional<SecondLevel> secondLevel = Optional.empty();
        private SessionLife sessionLife = SessionLife.DEFAULT;

        private Builder(UnifiedJedis client) {
            this.client = requireNonNull(client);
        }

        /** Begins every key. */
        public Builder prefix(NamePrefix prefix) {
            this.prefix = requireNonNull(prefix);
            return this;
        }

        /** What failures call the server, such as {@code localhost:6379}; without credentials. */
        public Builder server(String hostAndPort) {
            this.server = "Redis at " + hostAndPort;
            return this;
        }

        /**
         * When reads leave Redis alone: after so many failures in a row (5 unless told), for so long (60 s unless told).
         * Then one call tries again. Invalidations always try, and so does the renewal of locks. No pause: always asked.
         */
        public Builder pause(int failures, Duration pause) {
            if (failures < 1 || pause.isNegative()) {
                throw new IllegalArgumentException("a pause needs at least 1 failure and no negative time");
            }
            this.failures = failures;
            this.pause = pause;
            return this;
        }

        /** Tells the day on which a tender was looked at, when quotas are reset and sessions end; the system's unless told. */
        public Builder clock(Clock clock) {
            this.clock = requireNonNull(clock);
            return this;
        }

        /** Where answers go besides, for 24 hours, whose regions say so; none unless told. */
        public Builder secondLevel(SecondLevel level) {
            this.secondLevel = Optional.of(level);
            return this;
        }

        /** About how many bytes of answers are kept as objects in this process; 32 MB unless told, 0 for none. */
        public Builder remembers(long bytes) {
            if (bytes < 0) {
                throw new IllegalArgumentException("nobody can remember " + bytes + " bytes");
            }
            this.remembers = bytes;
            return this;
        }

        /** For tests: every process of a prefix has the same. */
        Builder lease(Duration lease, LongSupplier nanoTime) {
            this.lease = lease;
            this.nanoTime = nanoTime;
            return this;
        }

        /** How long sessions live; half an hour without use and a day at most, unless told. */
        public Builder sessionLife(SessionLife life) {
            this.sessionLife = requireNonNull(life);
            return this;
        }

        /** Is told of each call, a pipeline being one; nobody unless told. */
        public Builder journal(StoreJournal value) {
            this.journal = requireNonNull(value);
            return this;
        }

        public RedisAdapter build() {
            return new RedisAdapter(this);
        }
    }
}
