package io.tenderhub.feeds.quick;

import io.tenderhub.feeds.published.ValuesAlone;
import io.tenderhub.tender.Briefing;
import io.tenderhub.tender.Item;
import io.tenderhub.tender.Money;
import io.tenderhub.tender.Period;
import io.tenderhub.tender.TenderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of a release's {@code tender}. Used again for each line. */
final class TenderFields {
    private final LineCursor cursor;
    private final Texts texts;
    private final Dates dates;
    private final ItemList itemList;

    Optional<String> id = Optional.empty();
    Optional<String> title = Optional.empty();
    Optional<String> description = Optional.empty();
    Optional<TenderStatus> status = Optional.empty();
    Optional<Money> value = Optional.empty();
    Optional<String> method = Optional.empty();
    Optional<String> methodDetails = Optional.empty();
    Optional<String> mainCategory = Optional.empty();
    Optional<String> category = Optional.empty();
    List<String> additionalCategories = List.of();
    List<Item> items = List.of();
    Optional<String> province = Optional.empty();
    Optional<String> deliveryLocation = Optional.empty();
    Optional<String> specialConditions = Optional.empty();
    Period period = Period.UNKNOWN;
    Optional<Briefing> briefing = Optional.empty();

    TenderFields(LineCursor cursor, Texts texts, Dates dates) {
        this.cursor = cursor;
        this.texts = texts;
        this.dates = dates;
        this.itemList = new ItemList(cursor, texts);
    }

    private void clear() {
        id = Optional.empty();
        title = Optional.empty();
        description = Optional.empty();
        status = Optional.empty();
        value = Optional.empty();
        method = Optional.empty();
        methodDetails = Optional.empty();
        mainCategory = Optional.empty();
        category = Optional.empty();
        additionalCategories = List.of();
        items = List.of();
        province = Optional.empty();
        deliveryLocation = Optional.empty();
        specialConditions = Optional.empty();
        period = Period.UNKNOWN;
        briefing = Optional.empty();
    }

    /** Takes the object; the organisation in it goes elsewhere. */
    void take(Organisations organisations) {
        clear();
        long seen = 0;
        cursor.open('{');
        for (boolean more = cursor.hasFirst('}'); more; more = cursor.hasNext('}')) {
            FieldName field = cursor.name();
            seen = field.addTo(seen);
            switch (field) {
                case ID -> id = texts.nextId();
                case TITLE -> title = texts.next();
                case DESCRIPTION -> description = texts.next();
                case STATUS -> status = texts.nextRecurring().map(TenderStatus::new);
                case VALUE -> value = value();
                case PROCURING_ENTITY -> organisations.takeProcuringEntity();
                case PROCUREMENT_METHOD -> method = texts.nextRecurring();
                case PROCUREMENT_METHOD_DETAILS -> methodDetails = texts.nextRecurring();
                case MAIN_CATEGORY -> mainCategory = texts.nextRecurring();
                case CATEGORY -> category = texts.nextRecurring();
                case ADDITIONAL_CATEGORIES -> additionalCategories = distinctTexts();
                case ITEMS -> items = itemList.next();
                case PROVINCE -> province = texts.nextRecurringStated();
                case DELIVERY_LOCATION -> deliveryLocation = texts.nextStated();
                case SPECIAL_CONDITIONS -> specialConditions = texts.nextStated();
                case TENDER_PERIOD -> period = period();
                case BRIEFING_SESSION -> briefing = briefing();
                case CLASSIFICATION, CLASSIFICATIONS, ADDITIONAL_CLASSIFICATIONS -> throw Declined.LINE;
                default -> cursor.skip();
            }
        }
    }

    private List<String> distinctTexts() {
        if (cursor.takeNull()) {
            return List.of();
        }
        cursor.open('[');
        if (!cursor.hasFirst(']')) {
            return List.of();
        }
        List<String> found = new ArrayList<>(2);
        do {
            Optional<String> text = texts.nextRecurring();
            if (text.isPresent() && !found.contains(text.get())) {
                found.add(text.get());
            }
        } while (cursor.hasNext(']'));
        return found;
    }

    private Optional<Money> value() {
        if (cursor.takeNull()) {
            return Optional.empty();
        }
        BigDecimal amount = null;
        Optional<String> currency = Optional.empty();
        long seen = 0;
        cursor.open('{');
        for (boolean more = cursor.hasFirst('}'); more; more = cursor.hasNext('}')) {
            FieldName field = cursor.name();
            seen = field.addTo(seen);
            switch (field) {
                case AMOUNT -> amount = amount();
                case CURRENCY -> currency = texts.nextRecurring();
                default -> cursor.skip();
            }
        }
        return amount == null ? Optional.empty() : ValuesAlone.money(amount, currency);
    }

    private @Nullable BigDecimal amount() {
        if (cursor.takeNull()) {
            return null;
        }
        cursor.number();
        boolean zero = cursor.to() - cursor.from() == 1 && cursor.bytes()[cursor.from()] == '0';
        return zero ? null : new BigDecimal(texts.ascii());
    }

    private Period period() {
        if (cursor.takeNull()) {
            return Period.UNKNOWN;
        }
        Optional<Instant> start = Optional.empty();
        Optional<Instant> end = Optional.empty();
        long seen = 0;
        cursor.open('{');
        for (boolean more = cursor.hasFirst('}'); more; more = cursor.hasNext('}')) {
            FieldName field = cursor.name();
            seen = field.addTo(seen);
            switch (field) {
                case START_DATE -> start = dates.next();
                case END_DATE -> end = dates.next();
                default -> cursor.skip();
            }
        }
        return new Period(start, end);
    }

    private Optional<Briefing> briefing() {
        if (cursor.takeNull()) {
            return Optional.empty();
        }
        Optional<Instant> date = Optional.empty();
        Optional<String> venue = Optional.empty();
        boolean compulsory = false;
        boolean saysHeld = false;
        boolean held = false;
        long seen = 0;
        cursor.open('{');
        for (boolean more = cursor.hasFirst('}'); more; more = cursor.hasNext('}')) {
            FieldName field = cursor.name();
            seen = field.addTo(seen);
            switch (field) {
                case DATE -> date = dates.next();
                case VENUE -> venue = texts.nextRecurringStated();
                case COMPULSORY -> compulsory = !cursor.takeNull() && cursor.flag();
                case IS_SESSION -> {
                    saysHeld = !cursor.takeNull();
                    held = saysHeld && cursor.flag();
                }
                default -> cursor.skip();
            }
        }
        boolean takesPlace = saysHeld ? held : date.isPresent() || compulsory;
        return takesPlace ? Optional.of(new Briefing(compulsory, date, venue)) : Optional.empty();
    }
}
