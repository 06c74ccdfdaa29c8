package io.tenderhub.lucene;

import io.tenderhub.cidb.CidbGrade;
import io.tenderhub.semantic.Embedding;
import io.tenderhub.semantic.IndexedTender;
import io.tenderhub.semantic.IndexedVersion;
import io.tenderhub.tender.TenderTraits;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.BinaryPoint;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;

/** A tender as Lucene holds it: one document for each passage, each with all that is filtered by. */
final class TenderFields {
    static final String OCID = "ocid";
    static final String HELD = "held";
    static final String FIRST = "first";
    static final String VECTOR = "vector";
    static final String PROVINCE = "province";
    static final String BUYER = "buyer";
    static final String CATEGORY = "category";
    static final String STATUS = "status";
    static final String METHOD = "method";
    static final String RELEASED = "released";
    static final String CLOSES = "closes";
    static final String VALUE = "value";
    static final String DISCLOSED = "disclosed";
    static final String BRIEFING = "briefing";
    static final String CIDB_CLASS = "cidb-class";
    static final String CIDB_GRADE = "cidb-grade";
    static final String YES = "y";
    static final String NO = "n";

    /** Sorts before whatever may stand in an ocid. */
    private static final char END = '\0';

    private TenderFields() {}

    static List<Document> documents(IndexedTender tender) {
        List<Document> documents = new ArrayList<>();
        for (Embedding passage : tender.passages()) {
            Document document = new Document();
            document.add(new StringField(OCID, tender.ocid(), Store.NO));
            document.add(new BinaryDocValuesField(OCID, new BytesRef(tender.ocid())));
            document.add(new KnnFloatVectorField(VECTOR, passage.values(), VectorSimilarityFunction.DOT_PRODUCT));
            addTraits(document, tender.traits());
            documents.add(document);
        }
        documents.get(0).add(new StringField(HELD, held(tender), Store.NO));
        documents.get(0).add(new StringField(FIRST, YES, Store.NO));
        return documents;
    }

    /** For comparing without regard to case. */
    static String key(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    static String yesNo(boolean yes) {
        return yes ? YES : NO;
    }

    /** Stands before what is held of this ocid, and behind what is held of those before it. */
    static BytesRef heldOf(String ocid) {
        return new BytesRef(ocid + END);
    }

    /** Stands behind what is held of this ocid, and before what is held of those behind it. */
    static BytesRef heldBehind(String ocid) {
        return new BytesRef(ocid + (char) (END + 1));
    }

    static IndexedVersion version(BytesRef held) {
        String[] parts = held.utf8ToString().split(String.valueOf(END), 3);
        return new IndexedVersion(parts[0], Long.parseLong(parts[1]), parts[2]);
    }

    private static String held(IndexedTender tender) {
        return tender.ocid() + END + tender.version() + END + tender.digest();
    }

    private static void addTraits(Document document, TenderTraits traits) {
        addWord(document, PROVINCE, traits.province());
        addWord(document, BUYER, traits.buyer());
        addWord(document, CATEGORY, traits.category());
        addWord(document, STATUS, traits.status());
        addWord(document, METHOD, traits.method());
        document.add(new BinaryPoint(RELEASED, SortableBytes.of(traits.releaseDate())));
        traits.closesAt().ifPresent(at -> document.add(new BinaryPoint(CLOSES, SortableBytes.of(at))));
        traits.value()
                .ifPresent(
                        amount -> document.add(new BinaryPoint(VALUE, SortableBytes.of(amount, RoundingMode.HALF_UP))));
        document.add(new StringField(DISCLOSED, yesNo(traits.value().isPresent()), Store.NO));
        document.add(new StringField(BRIEFING, yesNo(traits.compulsoryBriefing()), Store.NO));
        for (CidbGrade grade : traits.cidb()) {
            document.add(new StringField(CIDB_CLASS, grade.cidbClass().name(), Store.NO));
        }
        document.add(new IntPoint(
                CIDB_GRADE,
                traits.cidb().stream().mapToInt(CidbGrade::grade).max().orElse(0)));
    }

    private static void addWord(Document document, String field, Optional<String> word) {
        word.ifPresent(text -> document.add(new StringField(field, cut(key(text)), Store.NO)));
    }

    /** Lucene takes no longer word; nobody has such a name. */
    static String cut(String word) {
        return word.length() <= 8_000 ? word : word.substring(0, 8_000);
    }
}
