package io.tenderhub.lucene;

import io.tenderhub.semantic.IndexKind;
import io.tenderhub.semantic.IndexProgress;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An opened index: for writing, or, where another process writes, for reading what that one committed.
 *
 * @param writer empty where another process writes
 */
record Opened(Directory directory, Optional<IndexWriter> writer, SearcherManager searchers, Changes changes) {
    private static final Logger LOG = LoggerFactory.getLogger(Opened.class);
    private static final double BUFFER_MEGABYTES = 64;

    /**
     * For writing; an index that is damaged or of another kind is thrown away first.
     *
     * @throws LockObtainFailedException if another process writes
     */
    static Opened toWrite(Path folder, IndexKind kind) throws IOException {
        Directory directory = FSDirectory.open(Files.createDirectories(folder));
        try {
            try {
                return toWrite(directory, kind);
            } catch (IOException | IllegalArgumentException e) {
                if (!isDamage(e)) {
                    throw e;
                }
                LOG.warn("the index in {} can't be read and begins anew: {}", folder, e.getMessage());
                deleteAll(directory);
                return toWrite(directory, kind);
            }
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private static Opened toWrite(Directory directory, IndexKind kind) throws IOException {
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig().setRAMBufferSizeMB(BUFFER_MEGABYTES));
        try {
            if (data(writer).filter(data -> data.isOf(kind)).isEmpty()) {
                begin(writer, kind);
            }
            SearcherManager searchers = new SearcherManager(writer, null);
            checkAll(searchers);
            return new Opened(directory, Optional.of(writer), searchers, new Changes());
        } catch (IOException | RuntimeException e) {
            writer.rollback();
            throw e;
        }
    }

    /** For reading what another process writes; empty if there is nothing, or it is of another kind. */
    static Optional<Opened> toRead(Path folder, IndexKind kind) throws IOException {
        Directory directory = FSDirectory.open(Files.createDirectories(folder));
        if (DirectoryReader.indexExists(directory)) {
            SearcherManager searchers = new SearcherManager(directory, null);
            Opened opened = new Opened(directory, Optional.empty(), searchers, new Changes());
            if (opened.data().filter(data -> data.isOf(kind)).isPresent()) {
                return Optional.of(opened);
            }
            searchers.close();
        }
        directory.close();
        return Optional.empty();
    }

    static void begin(IndexWriter writer, IndexKind kind) throws IOException {
        writer.deleteAll();
        writer.setLiveCommitData(CommitData.of(kind, IndexProgress.NONE).map().entrySet());
        writer.commit();
    }

    /** To be called after each change: it is found from the next search on, not before anybody searches. */
    void changed() {
        changes.made.incrementAndGet();
    }

    /** Lets what was changed be found: many changes together, for each time makes files of its own. */
    void refresh() throws IOException {
        if (writer.isEmpty()) {
            searchers.maybeRefresh();
        } else if (changes.shown < changes.made.get()) {
            synchronized (changes) {
                long made = changes.made.get();
                searchers.maybeRefreshBlocking();
                changes.shown = made;
            }
        }
    }

    /** How many changes were made, and how many of them are found. */
    static final class Changes {
        private final AtomicLong made = new AtomicLong();
        private volatile long shown;
    }

    /** Whether the files are the matter, not the machine: a full disk or a right that is missing is no reason to throw them away. */
    static boolean isDamage(Exception failure) {
        return failure instanceof CorruptIndexException
                || failure instanceof IndexFormatTooOldException
                || failure instanceof IndexFormatTooNewException
                || failure instanceof FileNotFoundException
                || failure instanceof NoSuchFileException
                || failure instanceof EOFException
                // A codec that this version does not know.
                || failure instanceof IllegalArgumentException;
    }

    /** What the commit that is read says of itself. */
    Optional<CommitData> data() throws IOException {
        if (writer.isPresent()) {
            return data(writer.get());
        }
        IndexSearcher searcher = searchers.acquire();
        try {
            return CommitData.read(((DirectoryReader) searcher.getIndexReader())
                    .getIndexCommit()
                    .getUserData());
        } finally {
            searchers.release(searcher);
        }
    }

    private static Optional<CommitData> data(IndexWriter writer) {
        Iterable<Map.Entry<String, String>> entries = writer.getLiveCommitData();
        if (entries == null) {
            return Optional.empty();
        }
        Map<String, String> map = new HashMap<>();
        entries.forEach(entry -> map.put(entry.getKey(), entry.getValue()));
        return CommitData.read(map);
    }

    /** Reads every file once: damage inside of one would show only when a search meets it. */
    private static void checkAll(SearcherManager searchers) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                if (leaf.reader() instanceof CodecReader segment) {
                    segment.checkIntegrity();
                }
            }
        } finally {
            searchers.release(searcher);
        }
    }

    private static void deleteAll(Directory directory) throws IOException {
        try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            lock.ensureValid();
            for (String file : directory.listAll()) {
                if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                    directory.deleteFile(file);
                }
            }
        }
    }

    /** What was not committed is lost. */
    void close() throws IOException {
        searchers.close();
        if (writer.isPresent()) {
            writer.get().rollback();
        }
        directory.close();
    }
}
