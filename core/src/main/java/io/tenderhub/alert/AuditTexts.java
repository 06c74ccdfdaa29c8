package io.tenderhub.alert;

import io.tenderhub.tender.TenderFilter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a saved search looks for, in texts for people. */
final class AuditTexts {
    private AuditTexts() {}

    /** By field, without those that ask for nothing. */
    static Map<String, String> of(SearchDraft search) {
        Map<String, String> texts = new TreeMap<>();
        texts.put("name", search.name());
        texts.put("alert", search.alert().code());
        search.text().ifPresent(text -> texts.put("text", text));
        TenderFilter filter = search.filter();
        words(texts, "provinces", filter.provinces());
        words(texts, "buyers", filter.buyers());
        words(texts, "categories", filter.categories());
        words(texts, "statuses", filter.statuses());
        words(texts, "methods", filter.methods());
        value(texts, "closingFrom", filter.closingFrom());
        value(texts, "closingTo", filter.closingTo());
        value(texts, "publishedFrom", filter.publishedFrom());
        value(texts, "publishedTo", filter.publishedTo());
        value(texts, "valueFrom", filter.valueFrom().map(amount -> amount.toPlainString()));
        value(texts, "valueTo", filter.valueTo().map(amount -> amount.toPlainString()));
        if (!filter.includeUndisclosed()) {
            texts.put("includeUndisclosed", "false");
        }
        value(texts, "compulsoryBriefing", filter.compulsoryBriefing());
        value(texts, "cidbClass", filter.cidbClass());
        value(texts, "highestGrade", filter.highestGrade());
        return texts;
    }

    private static void words(Map<String, String> texts, String field, Set<String> words) {
        if (!words.isEmpty()) {
            texts.put(field, String.join(", ", new TreeSet<>(words)));
        }
    }

    private static void value(Map<String, String> texts, String field, Optional<?> value) {
        value.ifPresent(given -> texts.put(field, given.toString()));
    }
}
