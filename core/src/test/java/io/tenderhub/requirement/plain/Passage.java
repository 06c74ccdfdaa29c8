package io.tenderhub.requirement.plain;

import io.tenderhub.requirement.Evidence;
import io.tenderhub.tender.Tender;
import java.util.ArrayList;
import java.util.List;

/** One text of a tender and the name of its field. */
record Passage(String field, String text) {

    /** Title, description, special conditions and items, in this order. */
    static List<Passage> of(Tender tender) {
        List<Passage> passages = new ArrayList<>();
        tender.title().ifPresent(text -> passages.add(new Passage("tender.title", text)));
        tender.description().ifPresent(text -> passages.add(new Passage("tender.description", text)));
        tender.specialConditions().ifPresent(text -> passages.add(new Passage("tender.specialConditions", text)));
        for (int i = 0; i < tender.items().size(); i++) {
            String field = "tender.items[" + i + "].description";
            tender.items().get(i).description().ifPresent(text -> passages.add(new Passage(field, text)));
        }
        return passages;
    }

    Evidence evidence(int start, int end) {
        return new Evidence(field, text.substring(start, end));
    }
}
