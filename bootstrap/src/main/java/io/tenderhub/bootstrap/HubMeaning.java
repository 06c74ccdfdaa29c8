package io.tenderhub.bootstrap;

import io.tenderhub.cache.Cache;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.lucene.LuceneAdapter;
import io.tenderhub.minilm.MiniLmEmbedder;
import io.tenderhub.notification.Notifications;
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
     */
    static Optional<HubMeaning> of(
            HubConfiguration configuration,
            HubConfiguration given,
            HubStores stores,
            RequirementFinder requirements,
            Clock clock) {
        return configuration.flag(Setting.SEMANTIC_ENABLED)
                ? Optional.of(new HubMeaning(
                        configuration,
                        MeaningFolder.of(given),
                        stores.postgres().searchCatalog(),
                        stores.postgres().tenderCatalog(),
                        requirements,
                        stores.redis().notifications(),
                        stores.redis().cache(),
                        clock))
                : Optional.empty();
    }

    private HubMeaning(
            HubConfiguration configuration,
            MeaningFolder folder,
            TenderCatalog words,
            TenderCatalog truth,
            RequirementFinder requirements,
            Notifications notifications,
            Cache cache,
            Clock clock) {
        opened.later(folder);
        MiniLmEmbedder.Builder model =
                MiniLmEmbedder.builder().folder(folder.path().resolve("libraries"));
        if (configuration.number(Setting.SEMANTIC_THREADS) > 0) {
            model.threads(configuration.number(Setting.SEMANTIC_THREADS));
        }
        this.embedder = opened.later(model.build());
        this.index = opened.later(LuceneAdapter.of(folder.path().resolve("index"), IndexKind.of(embedder.model())))
                .semanticIndex();
        this.worker = opened.later(new MeaningWorker(
                new IndexFollower(truth, index, embedder, requirements, clock),
                configuration.seconds(Setting.SEMANTIC_POLL_SECONDS),
                clock));
        this.notifications = notifications;
        this.search = new SearchByMeaning(words, truth, index, embedder, requirements, cache);
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
