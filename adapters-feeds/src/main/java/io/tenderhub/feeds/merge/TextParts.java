package io.tenderhub.feeds.merge;

import static java.util.Objects.requireNonNull;

import io.tenderhub.feeds.published.GrowingBytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a compiled release consists of while it is merged; values are places in the releases' text. */
final class TextParts {
    private static final byte[] ID = "\"id\":".getBytes(StandardCharsets.US_ASCII);
    private static final int FEW = 12;

    private TextParts() {}

    /** A piece of text that something is found by. */
    private abstract static class Key {
        final byte[] json;
        int from;
        int to;

        Key(byte[] json, int from, int to) {
            this.json = json;
            this.from = from;
            this.to = to;
        }

        boolean is(int otherFrom, int otherTo) {
            return to - from == otherTo - otherFrom && Arrays.equals(json, from, to, json, otherFrom, otherTo);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that && is(that.from, that.to);
        }

        @Override
        public int hashCode() {
            int hash = 0;
            for (int i = from; i < to; i++) {
                hash = 31 * hash + json[i];
            }
            return hash;
        }
    }

    private static final class Wanted extends Key {
        Wanted(byte[] json, int from, int to) {
            super(json, from, to);
        }
    }

    /** Things found by a piece of text: few by looking at them, many by a table. */
    private static final class Keys<T extends Key> {
        private @Nullable Key[] all = new Key[4];
        private int size;
        private int likely;
        private @Nullable Map<Key, T> table;

        @SuppressWarnings("unchecked") // only T go in
        @Nullable
        T find(byte[] json, int from, int to) {
            // Releases name their fields in the same order mostly.
            if (likely < size && key(likely).is(from, to)) {
                return (T) key(likely++);
            }
            if (table != null) {
                return table.get(new Wanted(json, from, to));
            }
            for (int i = 0; i < size; i++) {
                if (key(i).is(from, to)) {
                    likely = i + 1;
                    return (T) key(i);
                }
            }
            return null;
        }

        private Key key(int index) {
            return requireNonNull(all[index]);
        }

        void add(T key) {
            if (size == all.length) {
                all = Arrays.copyOf(all, size * 2);
            }
            all[size++] = key;
            likely = size;
            if (table != null) {
                table.put(key, key);
            } else if (size > FEW) {
                table = new HashMap<>();
                for (int i = 0; i < size; i++) {
                    @SuppressWarnings("unchecked") // only T go in
                    T one = (T) key(i);
                    table.put(one, one);
                }
            }
        }

        void fromTheFirst() {
            likely = 0;
        }
    }

    /** Something that comes into being with the first value in it, which gives it its place. */
    private interface Holder {
        void hold();
    }

    /** An object: the release itself, the value of a field, or an item of a list. */
    static final class Part extends Key implements Holder {
        private final @Nullable TextRules rules;
        private final @Nullable Holder holder;
        private final boolean textId;
        private final boolean hasId;
        private final Keys<Field> fields = new Keys<>();
        private Field[] order = new Field[4];
        private boolean[] asContainer = new boolean[4];
        private int ordered;
        private boolean held;

        /** Of the text that is being read: a name with the same number stood in it before. */
        int visit;

        /** The release. */
        Part(byte[] json, @Nullable TextRules rules) {
            this(json, rules, null, 0, 0, false, false);
            held = true;
        }

        private Part(
                byte[] json,
                @Nullable TextRules rules,
                @Nullable Holder holder,
                int from,
                int to,
                boolean hasId,
                boolean textId) {
            super(json, from, to);
            this.rules = rules;
            this.holder = holder;
            this.hasId = hasId;
            this.textId = textId;
        }

        Field field(int nameFrom, int nameTo) {
            Field field = fields.find(json, nameFrom, nameTo);
            if (field == null) {
                field = new Field(this, nameFrom, nameTo, rules == null ? null : rules.field(json, nameFrom, nameTo));
                fields.add(field);
            }
            return field;
        }

        void begin() {
            fields.fromTheFirst();
        }

        @Override
        public void hold() {
            if (!held) {
                held = true;
                if (holder instanceof ItemList list) {
                    list.place(this);
                } else if (holder != null) {
                    holder.hold();
                }
            }
        }

        void place(Field field, boolean container) {
            hold();
            if (ordered == order.length) {
                order = Arrays.copyOf(order, ordered * 2);
                asContainer = Arrays.copyOf(asContainer, ordered * 2);
            }
            order[ordered] = field;
            asContainer[ordered++] = container;
        }

        boolean write(GrowingBytes out) {
            out.write('{');
            if (hasId) {
                out.write(ID);
                out.write(json, textId ? from - 1 : from, to - from + (textId ? 2 : 0));
            }
            return writeFields(out, hasId);
        }

        /** Writes fields and the closing bracket; false if this can't be done. */
        boolean writeFields(GrowingBytes out, boolean follow) {
            boolean comma = follow;
            for (int i = 0; i < ordered; i++) {
                Field field = order[i];
                if (hasId && field.isId()) {
                    continue;
                }
                if (asContainer[i]) {
                    if (!field.isContainerOnly()) {
                        return false;
                    }
                } else if (field.isNull()) {
                    continue;
                }
                if (comma) {
                    out.write(',');
                }
                comma = true;
                out.write(json, field.from - 1, field.to - field.from + 2);
                out.write(':');
                if (!field.write(out, asContainer[i])) {
                    return false;
                }
            }
            out.write('}');
            return true;
        }
    }

    /** A field of an object with its newest value; it may have been null and an object in turn. */
    static final class Field extends Key implements Holder {
        final @Nullable TextRules rules;
        int visit;
        private final Part part;
        private int valueFrom;
        private int valueTo;
        private @Nullable Part object;
        private @Nullable ItemList list;

        private Field(Part part, int from, int to, @Nullable TextRules rules) {
            super(part.json, from, to);
            this.part = part;
            this.rules = rules;
        }

        boolean isNamed(byte[] name) {
            return to - from == name.length && Arrays.equals(json, from, to, name, 0, name.length);
        }

        private boolean isId() {
            return to - from == 2 && json[from] == 'i' && json[from + 1] == 'd';
        }

        void set(int newFrom, int newTo) {
            if (valueTo == 0) {
                part.place(this, false);
            }
            valueFrom = newFrom;
            valueTo = newTo;
        }

        Part object() {
            if (object == null) {
                object = new Part(json, rules, this, 0, 0, false, false);
            }
            object.begin();
            return object;
        }

        ItemList list() {
            if (list == null) {
                list = new ItemList(this);
            }
            return list;
        }

        @Override
        public void hold() {
            part.place(this, true);
        }

        private boolean isNull() {
            return json[valueFrom] == 'n';
        }

        private boolean isContainerOnly() {
            return (object == null || !object.held || list == null || !list.held) && (valueTo == 0 || isNull());
        }

        private boolean write(GrowingBytes out, boolean container) {
            if (!container) {
                out.write(json, valueFrom, valueTo - valueFrom);
                return (object == null || !object.held) && (list == null || !list.held);
            } else if (object != null && object.held) {
                return object.write(out);
            }
            return requireNonNull(list).write(out);
        }
    }

    /** Objects of a list, found by their id. */
    static final class ItemList implements Holder {
        private final Field field;
        private final Keys<Part> items = new Keys<>();
        private Part[] order = new Part[4];
        private int ordered;
        private boolean held;

        private ItemList(Field field) {
            this.field = field;
        }

        /** The item of an id; null if there is one of the same letters and another kind. */
        @Nullable
        Part item(int from, int to, boolean text) {
            Part item = items.find(field.json, from, to);
            if (item == null) {
                item = new Part(field.json, field.rules, this, from, to, true, text);
                items.add(item);
            }
            item.begin();
            return item.textId == text ? item : null;
        }

        Part itemWithoutId() {
            return new Part(field.json, field.rules, this, 0, 0, false, false);
        }

        @Override
        public void hold() {
            if (!held) {
                held = true;
                field.hold();
            }
        }

        private void place(Part item) {
            hold();
            if (ordered == order.length) {
                order = Arrays.copyOf(order, ordered * 2);
            }
            order[ordered++] = item;
        }

        private boolean write(GrowingBytes out) {
            out.write('[');
            for (int i = 0; i < ordered; i++) {
                if (i > 0) {
                    out.write(',');
                }
                if (!order[i].write(out)) {
                    return false;
                }
            }
            out.write(']');
            return true;
        }
    }
}
