package io.tenderhub.http.routes;

import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.cache.Answer;
import io.tenderhub.details.TenderDetails;
import io.tenderhub.document.DocumentSummary;
import io.tenderhub.document.DocumentType;
import io.tenderhub.document.GivenDocument;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.http.endpoint.Endpoint;
import io.tenderhub.http.endpoint.Method;
import io.tenderhub.http.endpoint.Parameter;
import io.tenderhub.http.endpoint.Parameters;
import io.tenderhub.http.endpoint.ProblemKind;
import io.tenderhub.http.endpoint.Reply;
import io.tenderhub.http.endpoint.Request;
import io.tenderhub.json.DocumentSummaryJson;
import io.tenderhub.json.Shape;
import io.tenderhub.json.SummaryJson;
import io.tenderhub.json.SummaryRequest;
import io.tenderhub.summary.Digest;
import io.tenderhub.summary.StoredSummary;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Summaries: of texts and documents that are sent, of which nothing is kept, and of stored tenders. */
final class SummaryRoutes {
    private static final String TAG = "Summaries";
    private static final String JSON = "application/json";
    /** Said by those who don't know what they send. */
    private static final String BYTES = "application/octet-stream";

    private static final Parameter<String> HEADING = Parameter.query(
            "heading", "What the document is about", Shape.text().length(0, 500), text -> text);
    private static final Parameter<String> NAME = Parameter.query(
            "name",
            "The name of the document's file",
            Shape.text().length(0, 200).withExample("tender.pdf"),
            text -> text);

    private final TenderHub hub;

    SummaryRoutes(TenderHub hub) {
        this.hub = hub;
    }

    List<Endpoint> endpoints() {
        List<Endpoint> uploads = ShortName.both(
                Method.POST,
                "/api/v1/summaries",
                "/api/summary/extract",
                "summarise",
                endpoint -> endpoint.tag(TAG)
                        .summary("Summarise a text or a document")
                        .description(
                                "A JSON object with a text; or a document as it is: PDF, DOCX, a ZIP of these, plain text, of"
                                        + " at most 10 MB. What a document is is seen by its content: one that is not what it is said to"
                                        + " be is refused. Nothing of what is sent is kept.")
                        .takes(HEADING, NAME)
                        .body(SummaryRequest.SHAPE)
                        .bodyOfType(
                                DocumentType.PDF.mediaType(),
                                DocumentType.DOCX.mediaType(),
                                DocumentType.ZIP.mediaType(),
                                DocumentType.TEXT.mediaType(),
                                BYTES)
                        .answers(200, "The summary", DocumentSummaryJson.OF_UPLOAD)
                        .fails(
                                ProblemKind.UNREADABLE,
                                ProblemKind.ENCRYPTED,
                                ProblemKind.NO_TEXT,
                                ProblemKind.TOO_SLOW),
                this::summarise);
        Endpoint ofTender = Endpoint.get("/api/v1/summaries/<ocid>")
                .tag(TAG)
                .id("getSummary")
                .summary("Look at the summary of a tender")
                .description("404 also while it is still to be made.")
                .takes(Parameters.OCID)
                .answers(200, "The summary", SummaryJson.OF_TENDER)
                .fails(ProblemKind.NOT_FOUND)
                .handledBy(this::ofTender);
        return Stream.concat(uploads.stream(), Stream.of(ofTender)).toList();
    }

    private Reply summarise(Request request) {
        Optional<String> heading = request.find(HEADING);
        if (request.mediaType().equals(JSON)) {
            SummaryRequest asked = SummaryRequest.of(request.body());
            Digest digest = hub.workbench()
                    .summarizer()
                    .summarize(asked.heading().isEmpty() ? heading.orElse("") : asked.heading(), asked.text());
            return Reply.ok(json -> SummaryJson.write(json, digest));
        }
        GivenDocument document = new GivenDocument(
                request.find(NAME).orElse(""),
                Optional.of(request.mediaType()).filter(type -> !type.equals(BYTES)),
                request.bytes());
        DocumentSummary summary = hub.workbench().documentSummarizer().summarize(heading.orElse(""), document);
        return Reply.ok(json -> DocumentSummaryJson.write(json, summary));
    }

    private Reply ofTender(Request request) {
        String ocid = request.get(Parameters.OCID);
        Answer<TenderDetails> details =
                hub.publicTenders().find(ocid).orElseThrow(() -> new NotFoundException("tender", ocid));
        if (!details.value().complete()) {
            throw new UnavailableException("the store of the summaries", "it did not answer", null);
        }
        StoredSummary summary =
                details.value().summary().orElseThrow(() -> new NotFoundException("summary yet of the tender", ocid));
        return Staleness.told(
                details,
                Reply.ok(json -> SummaryJson.write(
                        json, details.map(value -> value.stored().tender()), summary.summary())));
    }
}
