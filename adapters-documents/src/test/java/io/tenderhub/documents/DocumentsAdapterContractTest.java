package io.tenderhub.documents;

import io.tenderhub.contract.DocumentTextsContract;
import io.tenderhub.document.DocumentTexts;

class DocumentsAdapterContractTest extends DocumentTextsContract {
    private static final DocumentTexts TEXTS = DocumentsAdapter.builder().build();

    @Override
    protected DocumentTexts texts() {
        return TEXTS;
    }
}
