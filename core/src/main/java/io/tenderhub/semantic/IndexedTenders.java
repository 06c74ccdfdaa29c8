package io.tenderhub.semantic;

import static java.util.Objects.requireNonNull;

import io.tenderhub.requirement.CidbRequirement;
import io.tenderhub.requirement.RequirementFinder;
import io.tenderhub.tender.StoredTender;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderTraits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes of tenders what an index takes. Where a text is the one that is held already, nothing is embedded. */
final class IndexedTenders {
    private final WritableIndex index;
    private final Embedder embedder;
    private final RequirementFinder requirements;

    IndexedTenders(WritableIndex index, Embedder embedder, RequirementFinder requirements) {
        this.index = requireNonNull(index);
        this.embedder = requireNonNull(embedder);
        this.requirements = requireNonNull(requirements);
    }

    /**
     * In the order given.
     *
     * @param held what the index holds of them, by ocid
     */
    List<IndexedTender> of(List<StoredTender> tenders, Map<String, IndexedVersion> held) {
        List<TenderPassages> passages = tenders.stream()
                .map(StoredTender::tender)
                .map(TenderPassages::of)
                .toList();
        List<List<Embedding>> meanings = meanings(tenders, passages, held);
        List<IndexedTender> made = new ArrayList<>();
        for (int i = 0; i < tenders.size(); i++) {
            StoredTender stored = tenders.get(i);
            made.add(new IndexedTender(
                    stored.tender().ocid(),
                    stored.version(),
                    passages.get(i).digest(),
                    meanings.get(i),
                    traits(stored.tender(), requirements)));
        }
        return made;
    }

    static TenderTraits traits(Tender tender, RequirementFinder requirements) {
        return TenderTraits.of(
                tender,
                requirements.find(tender).cidb().stream()
                        .map(CidbRequirement::grade)
                        .collect(Collectors.toSet()));
    }

    private List<List<Embedding>> meanings(
            List<StoredTender> tenders, List<TenderPassages> passages, Map<String, IndexedVersion> held) {
        List<String> ocids =
                tenders.stream().map(stored -> stored.tender().ocid()).toList();
        List<String> same = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < ocids.size(); i++) {
            IndexedVersion known = held.get(ocids.get(i));
            if (known != null && known.digest().equals(passages.get(i).digest())) {
                same.add(ocids.get(i));
            } else {
                texts.addAll(passages.get(i).texts());
            }
        }
        Map<String, List<Embedding>> kept = same.isEmpty() ? Map.of() : index.passagesOf(same);
        List<Embedding> embedded = texts.isEmpty() ? List.of() : embedder.embed(texts);
        List<List<Embedding>> meanings = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < ocids.size(); i++) {
            int count = passages.get(i).texts().size();
            if (same.contains(ocids.get(i))) {
                meanings.add(kept.get(ocids.get(i)));
            } else {
                meanings.add(embedded.subList(at, at + count));
                at += count;
            }
        }
        return meanings;
    }
}
