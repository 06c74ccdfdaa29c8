package io.tenderhub.lucene;

import io.tenderhub.failure.ConflictException;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.semantic.Embedding;
import io.tenderhub.semantic.IndexKind;
import io.tenderhub.semantic.IndexProgress;
import io.tenderhub.semantic.IndexedTender;
import io.tenderhub.semantic.IndexedVersion;
import io.tenderhub.semantic.SimilarTender;
import io.tenderhub.semantic.WritableIndex;
import io.tenderhub.tender.TenderFilter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;

/** Opens the index when it is needed first, and again after it failed. */
final class LuceneIndex implements WritableIndex {
    private interface Work<T> {
        T on(Opened opened) throws IOException;
    }

    private interface Reading<T> {
        T on(IndexSearcher searcher) throws IOException;
    }

    private final Path folder;
    private final IndexKind kind;
    private @Nullable Opened opened;
    private boolean closed;

    LuceneIndex(Path folder, IndexKind kind) {
        this.folder = folder;
        this.kind = kind;
    }

    @Override
    public synchronized boolean keep() {
        try {
            if (opened == null || opened.writer().isEmpty()) {
                Opened writing = open();
                release();
                opened = writing;
            }
            return true;
        } catch (LockObtainFailedException e) {
            return false;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void put(List<IndexedTender> tenders) {
        write((index, writer) -> {
            for (IndexedTender tender : tenders) {
                writer.updateDocuments(new Term(TenderFields.OCID, tender.ocid()), TenderFields.documents(tender));
            }
        });
    }

    @Override
    public void remove(Collection<String> ocids) {
        write((index, writer) -> {
            writer.deleteDocuments(ocids.stream()
                    .map(ocid -> new Term(TenderFields.OCID, ocid))
                    .toArray(Term[]::new));
        });
    }

    @Override
    public void commit(IndexProgress progress) {
        write((index, writer) -> {
            writer.setLiveCommitData(CommitData.of(kind, progress).map().entrySet());
            writer.commit();
        });
    }

    @Override
    public void clear() {
        write((index, writer) -> {
            Opened.begin(writer, kind);
        });
    }

    @Override
    public List<IndexedVersion> versions(Optional<String> after, int limit) {
        return read(searcher -> HeldVersions.in(searcher.getIndexReader()).after(after, limit), List.of());
    }

    @Override
    public List<IndexedVersion> versionsOf(Collection<String> ocids) {
        return read(searcher -> HeldVersions.in(searcher.getIndexReader()).of(ocids), List.of());
    }

    @Override
    public Map<String, List<Embedding>> passagesOf(Collection<String> ocids) {
        return read(searcher -> Passages.of(ocids, searcher.getIndexReader()), Map.of());
    }

    @Override
    public List<SimilarTender> nearest(Embedding to, TenderFilter filter, int limit) {
        return read(searcher -> new Nearest(searcher, to, filter).first(limit), List.of());
    }

    @Override
    public IndexProgress progress() {
        return on(index -> index.data().map(CommitData::progress).orElse(IndexProgress.NONE), IndexProgress.NONE);
    }

    @Override
    public long size() {
        return read(
                searcher -> (long) searcher.count(new TermQuery(new Term(TenderFields.FIRST, TenderFields.YES))), 0L);
    }

    /** Commits what was done, and lets go of the folder. */
    synchronized void close() {
        closed = true;
        try {
            if (opened != null && opened.writer().isPresent()) {
                opened.writer().get().commit();
            }
        } catch (IOException | AlreadyClosedException e) {
            // What was not committed is made again.
        } finally {
            release();
        }
    }

    private interface Writing {
        void on(Opened index, IndexWriter writer) throws IOException;
    }

    private void write(Writing work) {
        if (!keep()) {
            throw new ConflictException("another process keeps the index in " + folder);
        }
        on(
                index -> {
                    work.on(index, index.writer().orElseThrow());
                    index.changed();
                    return true;
                },
                true);
    }

    private <T> T read(Reading<T> work, T ifThereIsNone) {
        return on(
                index -> {
                    index.refresh();
                    IndexSearcher searcher = index.searchers().acquire();
                    try {
                        return work.on(searcher);
                    } finally {
                        index.searchers().release(searcher);
                    }
                },
                ifThereIsNone);
    }

    private <T> T on(Work<T> work, T ifThereIsNone) {
        Optional<Opened> index = current();
        if (index.isEmpty()) {
            return ifThereIsNone;
        }
        try {
            return work.on(index.get());
        } catch (IOException | AlreadyClosedException e) {
            throw failed(e);
        }
    }

    /** Open to write where nobody else does, else to read; empty if there is nothing to read. */
    private synchronized Optional<Opened> current() {
        try {
            if (opened == null && !keep()) {
                opened = Opened.toRead(folder, kind).orElse(null);
            }
            return Optional.ofNullable(opened);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private Opened open() throws IOException {
        if (closed) {
            throw new UnavailableException(name(), "closed", null);
        }
        return Opened.toWrite(folder, kind);
    }

    /** It is opened again when it is needed next; damaged files are then found out, and thrown away. */
    private synchronized UnavailableException failed(Exception failure) {
        release();
        return new UnavailableException(name(), String.valueOf(failure.getMessage()), failure);
    }

    private synchronized void release() {
        try {
            if (opened != null) {
                opened.close();
            }
        } catch (IOException | AlreadyClosedException e) {
            // It has failed already, or ends; nothing more can be done for it.
        } finally {
            opened = null;
        }
    }

    private String name() {
        return "the index in " + folder;
    }
}
