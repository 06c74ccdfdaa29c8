package io.tenderhub.documents;

import static java.util.Objects.requireNonNull;

import io.tenderhub.document.DocumentText;
import io.tenderhub.document.DocumentTexts;
import io.tenderhub.document.DocumentType;
import io.tenderhub.document.GivenDocument;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.failure.UnreadableDocumentException;
import io.tenderhub.failure.UnreadableDocumentException.Reason;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Reads PDF, DOCX, ZIP archives of these and plain text. What a document is, is looked at here, and so is plain text; everything else is
 * read by a process of its own, one for each document, that is started for it and ends with it: there a document can take no more
 * memory than the heap of that process, and no more time than its deadline. Nothing is written to a disk. Safe for many threads;
 * holds nothing between calls.
 */
public final class DocumentsAdapter implements DocumentTexts {
    private final Limits limits;
    private final Semaphore places;
    private final Semaphore entrance;
    private final Duration patience;
    private final ReaderProcess process;

    private DocumentsAdapter(Builder options) {
        if (options.atOnce < 1
                || options.waiting < 0
                || options.heapMegabytes < 32
                || options.letters < 1
                || options.deadline.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "one document at once or more, none or more that wait, 32 MB or more, a letter and a millisecond or more");
        }
        this.limits = Limits.STANDARD.withLetters(options.letters);
        this.places = new Semaphore(options.atOnce, true);
        this.entrance = new Semaphore(options.atOnce + options.waiting);
        this.patience = options.patience;
        this.process = new ReaderProcess(options.heapMegabytes, options.deadline);
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    public DocumentText read(GivenDocument document) {
        try {
            return read(document, typeOf(document));
        } catch (RefusedException e) {
            throw new UnreadableDocumentException(e.reason(), document.name(), e.detail());
        }
    }

    private DocumentType typeOf(GivenDocument document) throws RefusedException {
        if (document.content().length > GivenDocument.MOST_BYTES) {
            throw new RefusedException(
                    Reason.TOO_LARGE, "it has more than " + GivenDocument.MOST_BYTES / 1024 / 1024 + " MB");
        }
        return Claim.check(Claim.of(document), Content.of(document.content(), limits));
    }

    private DocumentText read(GivenDocument document, DocumentType type) throws RefusedException {
        if (type == DocumentType.TEXT) {
            return new DocumentReader(limits).read(document.name(), type, document.content());
        }
        // Who waits holds a thread, and others send documents faster than they are read.
        if (!entrance.tryAcquire()) {
            throw tooMany();
        }
        try {
            return readInTurn(document, type);
        } finally {
            entrance.release();
        }
    }

    private DocumentText readInTurn(GivenDocument document, DocumentType type) throws RefusedException {
        if (!tryEnter()) {
            throw tooMany();
        }
        try {
            return process.read(new Wire.Task(document.name(), type, document.content(), limits));
        } finally {
            places.release();
        }
    }

    private static UnavailableException tooMany() {
        return new UnavailableException(ReaderProcess.STORE, "too many documents are being read just now", null);
    }

    private boolean tryEnter() {
        try {
            return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** How much is done at once, and what one document may take. */
    public static final class Builder {
        private int atOnce = Math.min(2, Runtime.getRuntime().availableProcessors());
        private int waiting = 16;
        private Duration patience = Duration.ofSeconds(5);
        private Duration deadline = Duration.ofSeconds(20);
        private int heapMegabytes = 192;
        private int letters = Limits.STANDARD.letters();

        private Builder() {}

        /** @param documents how many are read at once, 1 or more; 2 unless told otherwise, on one processor 1 */
        public Builder atOnce(int documents) {
            this.atOnce = documents;
            return this;
        }

        /** @param documents how many may wait for their turn besides, 0 or more; 16 unless told otherwise */
        public Builder waiting(int documents) {
            this.waiting = documents;
            return this;
        }

        /** @param wait how long a document waits for its turn until it is sent away; 5 seconds unless told otherwise */
        public Builder patience(Duration wait) {
            this.patience = requireNonNull(wait);
            return this;
        }

        /** @param most how long one document may take, the start of its process included; 20 seconds unless told otherwise */
        public Builder deadline(Duration most) {
            this.deadline = requireNonNull(most);
            return this;
        }

        /**
         * @param megabytes of the heap in which one document is read, 32 or more; 192 unless told otherwise. The process takes some 60 MB
         *     besides.
         */
        public Builder heapMegabytes(int megabytes) {
            this.heapMegabytes = megabytes;
            return this;
        }

        /** @param most of text that is taken from one document; a million unless told otherwise */
        public Builder letters(int most) {
            this.letters = most;
            return this;
        }

        /** @throws IllegalArgumentException if an option is out of its range */
        public DocumentsAdapter build() {
            return new DocumentsAdapter(this);
        }
    }
}
