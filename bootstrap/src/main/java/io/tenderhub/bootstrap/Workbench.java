package io.tenderhub.bootstrap;

import io.tenderhub.document.DocumentSummarizer;
import io.tenderhub.document.DocumentTexts;
import io.tenderhub.documents.DocumentsAdapter;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.feeds.FeedsAdapter;
import io.tenderhub.ingestion.FeedInput;
import io.tenderhub.ingestion.FeedSink;
import io.tenderhub.ingestion.Reject;
import io.tenderhub.ingestion.ReleaseCompiler;
import io.tenderhub.ingestion.ReleaseFeed;
import io.tenderhub.ingestion.TenderStream;
import io.tenderhub.readiness.BatchScoring;
import io.tenderhub.readiness.Policies;
import io.tenderhub.requirement.RequirementFinder;
import io.tenderhub.summary.ExtractiveSummarizer;
import io.tenderhub.summary.Summarizer;
import io.tenderhub.summary.TenderSummarizer;
import io.tenderhub.summary.TenderSummary;
import io.tenderhub.tender.Tender;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What needs no store: reading, compiling, finding requirements, scoring and summarising. */
public final class Workbench {
    private final FeedsAdapter feeds = FeedsAdapter.builder().build();
    private final RequirementFinder requirements = new RequirementFinder();
    private final Summarizer summarizer = new ExtractiveSummarizer();
    private final TenderSummarizer tenderSummarizer = new TenderSummarizer(summarizer);
    private final Policies policies = Policies.builtIn();
    /** Made when first asked for: most work has to do with tenders alone, and is done before their classes were loaded. */
    private @Nullable DocumentTexts documents;

    public ReleaseFeed feed() {
        return feeds.releaseFeed();
    }

    public ReleaseCompiler compiler() {
        return feeds.releaseCompiler();
    }

    /** Works on the tenders of files, on all cores and in input order. */
    public TenderStream tenders() {
        return new TenderStream(feed());
    }

    public BatchScoring batchScoring() {
        return new BatchScoring(feed(), requirements);
    }

    public RequirementFinder requirements() {
        return requirements;
    }

    public Policies policies() {
        return policies;
    }

    public Summarizer summarizer() {
        return summarizer;
    }

    public TenderSummary summarize(Tender tender) {
        return tenderSummarizer.summarize(tender, requirements.find(tender));
    }

    /** Reads PDF, DOCX, ZIP archives of these and plain text that somebody hands in. */
    public synchronized DocumentTexts documents() {
        if (documents == null) {
            documents = DocumentsAdapter.builder().build();
        }
        return documents;
    }

    /** Makes such documents short. */
    public DocumentSummarizer documentSummarizer() {
        return new DocumentSummarizer(documents(), summarizer);
    }

    TenderSummarizer tenderSummarizer() {
        return tenderSummarizer;
    }

    /**
     * The one tender that some bytes hold: a release, or several of one ocid.
     *
     * @param name what the bytes are called in failures
     * @throws InvalidInputException if they hold none, more than one, or anything that can't be read
     */
    public Tender tenderOf(String name, byte[] json) {
        List<Tender> tenders = new ArrayList<>();
        List<Reject> rejects = new ArrayList<>();
        feed().readMerged(List.of(new FeedInput.Stream(name, new ByteArrayInputStream(json))), new FeedSink() {
            @Override
            public void tender(Tender tender) {
                tenders.add(tender);
            }

            @Override
            public void reject(Reject reject) {
                rejects.add(reject);
            }
        });
        if (!rejects.isEmpty()) {
            throw new InvalidInputException("request", name, rejects.get(0).reason());
        }
        if (tenders.size() != 1) {
            throw new InvalidInputException("request", name, "must hold one tender, not " + tenders.size());
        }
        return tenders.get(0);
    }
}
