package io.tenderhub.minilm;

import ai.onnxruntime.OrtException;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.semantic.Embedder;
import io.tenderhub.semantic.Embedding;
import io.tenderhub.semantic.EmbeddingModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Embeds by the sentence model all-MiniLM-L6-v2, quantised, which is part of the program. The model is loaded, in about a second, when
 * it is needed first; nothing is ever downloaded.
 */
public final class MiniLmEmbedder implements Embedder, AutoCloseable {
    private static final EmbeddingModel MODEL = new EmbeddingModel("all-MiniLM-L6-v2-q", "1", 384);
    private static final String NAME = "the embedding model";
    private static final long IDLE_SECONDS = 10;

    private final Optional<Path> folder;
    private final int threads;
    /** As many texts at a time besides those that are embedded together: whoever searches does not wait behind them. */
    private final Semaphore single;

    private final Semaphore together;
    private final ExecutorService pool;
    private @Nullable SentenceModel loaded;
    private volatile boolean closed;

    private MiniLmEmbedder(Builder builder) {
        this.folder = builder.folder;
        this.threads = builder.threads;
        this.single = new Semaphore(threads);
        this.together = new Semaphore(threads);
        this.pool = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                    Thread thread = new Thread(work, "tenderhub-embedder");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    public EmbeddingModel model() {
        return MODEL;
    }

    @Override
    public List<Embedding> embed(List<String> texts) {
        SentenceModel model = loaded();
        if (texts.size() == 1) {
            return List.of(embed(model, texts.get(0), single));
        }
        List<Future<List<Embedding>>> parts = new ArrayList<>();
        int each = (texts.size() + threads - 1) / threads;
        for (int from = 0; from < texts.size(); from += each) {
            List<String> part = texts.subList(from, Math.min(from + each, texts.size()));
            parts.add(pool.submit(() ->
                    part.stream().map(text -> embed(model, text, together)).toList()));
        }
        return joined(parts);
    }

    private static List<Embedding> joined(List<Future<List<Embedding>>> parts) {
        List<Embedding> all = new ArrayList<>();
        try {
            for (Future<List<Embedding>> part : parts) {
                all.addAll(part.get());
            }
        } catch (InterruptedException e) {
            parts.forEach(part -> part.cancel(true));
            Thread.currentThread().interrupt();
            throw new UnavailableException(NAME, "interrupted", e);
        } catch (ExecutionException e) {
            parts.forEach(part -> part.cancel(true));
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
        return all;
    }

    private Embedding embed(SentenceModel model, String text, Semaphore turns) {
        turns.acquireUninterruptibly();
        try {
            requireOpen();
            return model.embed(text);
        } catch (OrtException e) {
            throw new UnavailableException(NAME, String.valueOf(e.getMessage()), e);
        } finally {
            turns.release();
        }
    }

    private synchronized SentenceModel loaded() {
        requireOpen();
        if (loaded == null) {
            folder.ifPresent(NativeLibraries::below);
            try {
                loaded = SentenceModel.load();
            } catch (OrtException | IOException | LinkageError e) {
                // An error of linking: there is no library for this machine, or it can't be loaded.
                throw new UnavailableException(NAME, "it can't be loaded here: " + e.getMessage(), e);
            }
        }
        return loaded;
    }

    private void requireOpen() {
        if (closed) {
            throw new UnavailableException(NAME, "closed", null);
        }
    }

    /** Lets go of the model when nobody runs it. */
    @Override
    public synchronized void close() {
        closed = true;
        pool.shutdownNow();
        single.acquireUninterruptibly(threads);
        together.acquireUninterruptibly(threads);
        try {
            if (loaded != null) {
                loaded.close();
            }
        } catch (OrtException e) {
            // The process lets go of it when it ends.
        } finally {
            loaded = null;
            single.release(threads);
            together.release(threads);
        }
    }

    /** Options of the embedder. */
    public static final class Builder {
        private Optional<Path> folder = Optional.empty();
        private int threads = Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors() / 2));

        private Builder() {}

        /**
         * Where libraries for this machine are unpacked, and found again at the next start. Unless told, the folder for temporary
         * files, at each start.
         */
        public Builder folder(Path value) {
            this.folder = Optional.of(value);
            return this;
        }

        /** How many texts are embedded at a time at most: half as many as there are processors unless told, 1 to 4. */
        public Builder threads(int value) {
            if (value < 1) {
                throw new IllegalArgumentException("at least one thread embeds, not " + value);
            }
            this.threads = value;
            return this;
        }

        public MiniLmEmbedder build() {
            return new MiniLmEmbedder(this);
        }
    }
}
