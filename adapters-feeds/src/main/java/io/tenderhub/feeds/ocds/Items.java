package io.tenderhub.feeds.ocds;

import io.tenderhub.feeds.published.Field;
import io.tenderhub.tender.Classification;
import io.tenderhub.tender.Item;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The items with their classifications. A classification of the tender as a whole goes to the first item that has none of
 * its own, or makes an item without description.
 */
final class Items {
    private Items() {}

    static List<Item> of(Field tender) {
        List<Item> items = new ArrayList<>();
        for (Field entry : tender.objects("items")) {
            Item item =
                    new Item(entry.child("id").id(), entry.child("description").text(), classifications(entry));
            if (item.id().isPresent()
                    || item.description().isPresent()
                    || !item.classifications().isEmpty()) {
                items.add(item);
            }
        }
        List<Classification> ofTender = classifications(tender);
        return ofTender.isEmpty() ? items : with(items, ofTender);
    }

    private static List<Item> with(List<Item> items, List<Classification> ofTender) {
        List<Item> classified = new ArrayList<>(items);
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            if (item.classifications().isEmpty()) {
                classified.set(i, new Item(item.id(), item.description(), ofTender));
                return classified;
            }
        }
        classified.add(new Item(Optional.empty(), Optional.empty(), ofTender));
        return classified;
    }

    private static List<Classification> classifications(Field owner) {
        Set<Classification> classifications = new LinkedHashSet<>();
        Field main = owner.object("classification");
        if (main.isObject()) {
            add(main, classifications);
        }
        for (String list : List.of("classifications", "additionalClassifications")) {
            owner.objects(list).forEach(field -> add(field, classifications));
        }
        return List.copyOf(classifications);
    }

    private static void add(Field field, Set<Classification> classifications) {
        Classification found = new Classification(
                field.child("scheme").text(),
                field.child("id").id(),
                field.child("description").text());
        if (found.id().isPresent() || found.description().isPresent()) {
            classifications.add(found);
        }
    }
}
