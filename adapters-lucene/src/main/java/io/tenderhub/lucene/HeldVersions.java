package io.tenderhub.lucene;

import io.tenderhub.semantic.IndexedVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/** Which versions are held, read from the words of one field: they are sorted by ocid. */
final class HeldVersions {
    private final @Nullable Bits live;
    private final TermsEnum words;
    private @Nullable PostingsEnum documents;

    private HeldVersions(@Nullable Bits live, TermsEnum words) {
        this.live = live;
        this.words = words;
    }

    static HeldVersions in(IndexReader reader) throws IOException {
        Terms terms = MultiTerms.getTerms(reader, TenderFields.HELD);
        return new HeldVersions(MultiBits.getLiveDocs(reader), terms == null ? TermsEnum.EMPTY : terms.iterator());
    }

    List<IndexedVersion> after(Optional<String> ocid, int limit) throws IOException {
        List<IndexedVersion> versions = new ArrayList<>();
        BytesRef from = ocid.map(TenderFields::heldBehind).orElseGet(BytesRef::new);
        for (BytesRef word = first(from); word != null && versions.size() < limit; word = words.next()) {
            if (isHeld()) {
                versions.add(TenderFields.version(word));
            }
        }
        return versions;
    }

    List<IndexedVersion> of(Collection<String> ocids) throws IOException {
        List<IndexedVersion> versions = new ArrayList<>();
        for (String ocid : new LinkedHashSet<>(ocids)) {
            BytesRef begin = TenderFields.heldOf(ocid);
            for (BytesRef word = first(begin);
                    word != null && StringHelper.startsWith(word, begin);
                    word = words.next()) {
                if (isHeld()) {
                    versions.add(TenderFields.version(word));
                }
            }
        }
        return versions;
    }

    private @Nullable BytesRef first(BytesRef from) throws IOException {
        return words.seekCeil(from) == TermsEnum.SeekStatus.END ? null : words.term();
    }

    /** Words of what was replaced or removed stay for a while. */
    private boolean isHeld() throws IOException {
        documents = words.postings(documents, PostingsEnum.NONE);
        for (int document = documents.nextDoc();
                document != DocIdSetIterator.NO_MORE_DOCS;
                document = documents.nextDoc()) {
            if (live == null || live.get(document)) {
                return true;
            }
        }
        return false;
    }
}
