package io.tenderhub.feeds.quick;

import io.tenderhub.tender.Organisation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The organisations of a release: who buys, and the parties, which serve where those are not named. Used again for each line. */
final class Organisations {
    private static final String BUYER_ROLE = "buyer";
    private static final String PROCURING_ROLE = "procuringEntity";

    private final LineCursor cursor;
    private final Texts texts;
    private final List<Party> parties = new ArrayList<>();
    private @Nullable Party buyer;
    private @Nullable Party procuringEntity;

    Organisations(LineCursor cursor, Texts texts) {
        this.cursor = cursor;
        this.texts = texts;
    }

    private record Party(
            Optional<String> id, Optional<String> name, boolean identified, boolean buys, boolean procures) {}

    void clear() {
        parties.clear();
        buyer = null;
        procuringEntity = null;
    }

    void takeBuyer() {
        buyer = next();
    }

    void takeProcuringEntity() {
        procuringEntity = next();
    }

    void takeParties() {
        if (cursor.takeNull()) {
            return;
        }
        cursor.open('[');
        for (boolean more = cursor.hasFirst(']'); more; more = cursor.hasNext(']')) {
            Party party = next();
            if (party == null) {
                throw Declined.LINE;
            }
            parties.add(party);
        }
    }

    private @Nullable Party next() {
        if (cursor.takeNull()) {
            return null;
        }
        Optional<String> id = Optional.empty();
        Optional<String> name = Optional.empty();
        boolean identified = false;
        boolean buys = false;
        boolean procures = false;
        long seen = 0;
        cursor.open('{');
        for (boolean more = cursor.hasFirst('}'); more; more = cursor.hasNext('}')) {
            FieldName field = cursor.name();
            seen = field.addTo(seen);
            switch (field) {
                case ID -> id = texts.nextRecurringId();
                case NAME -> name = texts.nextRecurring();
                case IDENTIFIER -> {
                    identified = cursor.peek() != 'n';
                    cursor.skip();
                }
                case ROLES -> {
                    if (!cursor.takeNull()) {
                        cursor.open('[');
                        for (boolean role = cursor.hasFirst(']'); role; role = cursor.hasNext(']')) {
                            String text = texts.nextRecurring().orElse("");
                            buys |= text.equals(BUYER_ROLE);
                            procures |= text.equals(PROCURING_ROLE);
                        }
                    }
                }
                default -> cursor.skip();
            }
        }
        return new Party(id, name, identified, buys, procures);
    }

    Optional<Organisation> buyer() {
        Optional<Organisation> named = organisation(buyer);
        return named.isPresent() || parties.isEmpty() ? named : firstOf(true);
    }

    Optional<Organisation> procuringEntity() {
        Optional<Organisation> named = organisation(procuringEntity);
        return named.isPresent() || parties.isEmpty() ? named : firstOf(false);
    }

    private Optional<Organisation> firstOf(boolean buyers) {
        for (Party party : parties) {
            if (buyers ? party.buys : party.procures) {
                Optional<Organisation> named = organisation(party);
                if (named.isPresent()) {
                    return named;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Organisation> organisation(@Nullable Party reference) {
        if (reference == null) {
            return Optional.empty();
        }
        Optional<String> name = reference.name;
        if (name.isEmpty() && reference.id.isPresent()) {
            name = nameOf(reference.id.get());
        }
        if (reference.identified && (name.isEmpty() || reference.id.isEmpty())) {
            throw Declined.LINE; // the identifier may serve
        }
        return name.isEmpty() ? Optional.empty() : Optional.of(new Organisation(reference.id, name.get()));
    }

    /** Of the first party with that id. */
    private Optional<String> nameOf(String id) {
        for (Party party : parties) {
            if (party.id.isPresent() && party.id.get().equals(id)) {
                return party.name;
            }
        }
        return Optional.empty();
    }
}
