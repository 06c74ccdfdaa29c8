package io.tenderhub.feeds.ocds;

import io.tenderhub.feeds.published.Field;
import io.tenderhub.tender.TenderDocument;
import java.util.ArrayList;
import java.util.List;

/** The documents of the tender; one without a title is called by its description. */
final class Documents {
    private Documents() {}

    static List<TenderDocument> of(Field tender) {
        List<TenderDocument> documents = new ArrayList<>();
        for (Field entry : tender.objects("documents")) {
            TenderDocument document = new TenderDocument(
                    entry.child("id").id(),
                    entry.child("documentType").text(),
                    entry.child("title")
                            .text()
                            .or(() -> entry.child("description").text()),
                    entry.child("url").text(),
                    entry.child("format").text());
            if (document.title().isPresent()
                    || document.url().isPresent()
                    || document.id().isPresent()) {
                documents.add(document);
            }
        }
        return documents;
    }
}
