package io.tenderhub.feeds.quick;

import io.tenderhub.tender.Classification;
import io.tenderhub.tender.Item;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the items of a tender; declines those with addresses, which may say where the tender is. */
final class ItemList {
    private final LineCursor cursor;
    private final Texts texts;

    ItemList(LineCursor cursor, Texts texts) {
        this.cursor = cursor;
        this.texts = texts;
    }

    /** The next value, a list or null. */
    List<Item> next() {
        if (cursor.takeNull()) {
            return List.of();
        }
        cursor.open('[');
        if (!cursor.hasFirst(']')) {
            return List.of();
        }
        List<Item> items = new ArrayList<>();
        do {
            Item item = item();
            if (item.id().isPresent()
                    || item.description().isPresent()
                    || !item.classifications().isEmpty()) {
                items.add(item);
            }
        } while (cursor.hasNext(']'));
        return items;
    }

    private Item item() {
        Optional<String> id = Optional.empty();
        Optional<String> description = Optional.empty();
        Optional<Classification> main = Optional.empty();
        List<Classification> others = List.of();
        List<Classification> additional = List.of();
        long seen = 0;
        cursor.open('{');
        for (boolean more = cursor.hasFirst('}'); more; more = cursor.hasNext('}')) {
            FieldName field = cursor.name();
            seen = field.addTo(seen);
            switch (field) {
                case ID -> id = texts.nextId();
                case DESCRIPTION -> description = texts.next();
                case CLASSIFICATION -> main = cursor.takeNull() ? Optional.empty() : classification();
                case CLASSIFICATIONS -> others = classifications();
                case ADDITIONAL_CLASSIFICATIONS -> additional = classifications();
                case DELIVERY_ADDRESS, DELIVERY_ADDRESSES -> throw Declined.LINE;
                default -> cursor.skip();
            }
        }
        if (main.isEmpty() && others.isEmpty() && additional.isEmpty()) {
            return new Item(id, description, List.of());
        }
        Set<Classification> all = new LinkedHashSet<>();
        main.ifPresent(all::add);
        all.addAll(others);
        all.addAll(additional);
        return new Item(id, description, List.copyOf(all));
    }

    private List<Classification> classifications() {
        if (cursor.takeNull()) {
            return List.of();
        }
        List<Classification> found = new ArrayList<>();
        cursor.open('[');
        for (boolean more = cursor.hasFirst(']'); more; more = cursor.hasNext(']')) {
            classification().ifPresent(found::add);
        }
        return found;
    }

    private Optional<Classification> classification() {
        Optional<String> scheme = Optional.empty();
        Optional<String> id = Optional.empty();
        Optional<String> description = Optional.empty();
        long seen = 0;
        cursor.open('{');
        for (boolean more = cursor.hasFirst('}'); more; more = cursor.hasNext('}')) {
            FieldName field = cursor.name();
            seen = field.addTo(seen);
            switch (field) {
                case SCHEME -> scheme = texts.nextRecurring();
                case ID -> id = texts.nextId();
                case DESCRIPTION -> description = texts.next();
                default -> cursor.skip();
            }
        }
        return id.isPresent() || description.isPresent()
                ? Optional.of(new Classification(scheme, id, description))
                : Optional.empty();
    }
}
