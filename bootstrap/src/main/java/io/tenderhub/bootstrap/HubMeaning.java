package io.tenderhub.bootstrap;

import io.tenderhub.failure.ConflictException;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.lucene.LuceneAdapter;
import io.tenderhub.minilm.MiniLmEmbedder;
import io.tenderhub.notification.Notifications;
import io.tenderhub.postgres.PostgresAdapter;
import io.tenderhub.redis.RedisAdapter;
import io.tenderhub.requirement.RequirementFinder;
import io.tenderhub.search.MeaningSearch;
import io.tenderhub.semantic.Followed;
import io.tenderhub.semantic.IndexFollower;
import io.tenderhub.semantic.IndexKind;
import io.tenderhub.semantic.SearchByMeaning;
import io.tenderhub.semantic.WritableIndex;
import io.tenderhub.tender.TenderCatalog;
import io.tenderhub.tender.TenderPage;
import io.tenderhub.tender.TenderQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Search by meaning on this node: the model, the index and what keeps it up to date. Nothing of it is loaded before it is needed: until
 * {@link #follow} is called, or somebody searches.
 */
public final class HubMeaning implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HubMeaning.class);

    private final MiniLmEmbedder embedder;
    private final WritableIndex index;
    private final MeaningWorker worker;
    private final Notifications notifications;
    private final SearchByMeaning search;
    private final Closing opened = new Closing();
    private final AtomicBoolean following = new AtomicBoolean();

    /**
     * @param given before the program started servers of its own
     * @return empty where it is switched off
     * @throws ConflictException if the index is to be in the database, which has no vectors
     */
    static Optional<HubMeaning> of(
            HubConfiguration configuration,
            HubConfiguration given,
            HubStores stores,
            RequirementFinder requirements,
            Clock clock) {
        if (!configuration.flag(Setting.SEMANTIC_ENABLED)) {
            return Optional.empty();
        }
        boolean inDatabase = isInDatabase(configuration.text(Setting.SEMANTIC_INDEX), stores.postgres());
        return Optional.of(new HubMeaning(
                configuration,
                MeaningFolder.of(given),
                inDatabase,
                stores.postgres(),
                requirements,
                stores.redis(),
                clock));
    }

    private static boolean isInDatabase(String wanted, PostgresAdapter postgres) {
        if (wanted.equals("lucene")) {
            return false;
        }
        Optional<String> lack = postgres.lacksVectors();
        if (lack.isPresent() && wanted.equals("pgvector")) {
            throw new ConflictException(
                    "semantic.index is pgvector, but " + lack.get() + ", or set semantic.index to lucene or auto");
        }
        lack.ifPresent(why -> LOG.info("the index of meanings is in a folder of this node: {}", why));
        return lack.isEmpty();
    }

    private HubMeaning(
            HubConfiguration configuration,
            MeaningFolder folder,
            boolean inDatabase,
            PostgresAdapter postgres,
            RequirementFinder requirements,
            RedisAdapter redis,
            Clock clock) {
        opened.later(folder);
        MiniLmEmbedder.Builder model =
                MiniLmEmbedder.builder().folder(folder.path().resolve("libraries"));
        if (configuration.number(Setting.SEMANTIC_THREADS) > 0) {
            model.threads(configuration.number(Setting.SEMANTIC_THREADS));
        }
        this.embedder = opened.later(model.build());
        IndexKind kind = IndexKind.of(embedder.model());
        this.index = inDatabase
                ? opened.later(postgres.vectorIndex(kind))
                : opened.later(LuceneAdapter.of(folder.path().resolve("index"), kind))
                        .semanticIndex();
        TenderCatalog truth = postgres.tenderCatalog();
        this.worker = opened.later(new MeaningWorker(
                new IndexFollower(truth, index, embedder, requirements, clock),
                configuration.seconds(Setting.SEMANTIC_POLL_SECONDS),
                clock));
        this.notifications = redis.notifications();
        this.search =
                new SearchByMeaning(postgres.searchCatalog(), truth, index, embedder, requirements, redis.cache());
    }

    /** Whatever is found, the index is followed from then on. */
    MeaningSearch search() {
        return new MeaningSearch() {
            @Override
            public TenderPage search(TenderQuery query) {
                follow();
                return search.search(query);
            }

            @Override
            public boolean isComplete() {
                return search.isComplete();
            }
        };
    }

    /** Keeps the index up to date from now on, in the background, until the hub is closed. An empty one is filled while searches find what is there. */
    public void follow() {
        if (following.compareAndSet(false, true)) {
            worker.start();
            try {
                opened.later(notifications.forEverybody().subscribe(news -> worker.wake()));
            } catch (UnavailableException e) {
                LOG.info("{}; tenders that change are found by looking now and then", e.getMessage());
            }
        }
    }

    /**
     * Brings the index up to date now.
     *
     * @param told what was done so far, now and then
     * @throws UnavailableException if the truth, the index or the model can't be reached
     */
    public Followed catchUp(Consumer<Followed> told) {
        return worker.catchUp(told);
    }

    /**
     * The same from an empty index.
     *
     * @throws io.tenderhub.failure.ConflictException if another process keeps the index
     */
    public Followed rebuild(Consumer<Followed> told) {
        index.clear();
        return worker.catchUp(told);
    }

    /** @throws UnavailableException if the index can't be read */
    public MeaningState state() {
        return new MeaningState(
                embedder.model().id(), index.size(), index.progress(), worker.caughtUpAt(), worker.trouble());
    }

    /** How many tenders the index holds; empty while it is not followed: nobody loads it to look. */
    Optional<Long> followed() {
        return following.get() ? Optional.of(index.size()) : Optional.empty();
    }

    Optional<Instant> caughtUpAt() {
        return worker.caughtUpAt();
    }

    @Override
    public void close() {
        opened.close();
    }
}
