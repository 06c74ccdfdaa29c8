package io.tenderhub.history;

import io.tenderhub.tender.Award;
import io.tenderhub.tender.Briefing;
import io.tenderhub.tender.Classification;
import io.tenderhub.tender.Contact;
import io.tenderhub.tender.Item;
import io.tenderhub.tender.Money;
import io.tenderhub.tender.Organisation;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderDocument;
import io.tenderhub.tender.TenderStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A tender as its fields, each with its path in OCDS names and its text, so that two can be held against each other. Where it was read
 * and what was odd about it is not part of what it says.
 */
final class TenderFields {
    private final Map<String, String> texts = new LinkedHashMap<>();

    private TenderFields(Tender tender) {
        text("date", tender.releaseDate().toString());
        text("language", tender.language());
        organisation("buyer", tender.buyer());
        text("tender.id", tender.id());
        text("tender.title", tender.title());
        text("tender.description", tender.description());
        text("tender.status", tender.status().map(TenderStatus::code));
        organisation("tender.procuringEntity", tender.procuringEntity());
        money("tender.value", tender.value());
        text("tender.procurementMethod", tender.procurementMethod());
        text("tender.procurementMethodDetails", tender.procurementMethodDetails());
        text("tender.mainProcurementCategory", tender.category());
        members("tender.additionalProcurementCategories", tender.additionalCategories(), Optional::of, this::text);
        time("tender.tenderPeriod.startDate", tender.tenderPeriod().start());
        time("tender.tenderPeriod.endDate", tender.tenderPeriod().end());
        tender.briefing().ifPresent(this::briefing);
        text("tender.province", tender.province());
        text("tender.deliveryLocation", tender.deliveryLocation());
        text("tender.specialConditions", tender.specialConditions());
        tender.contact().ifPresent(this::contact);
        members("tender.items", tender.items(), Item::id, this::item);
        members("tender.documents", tender.documents(), TenderDocument::id, this::document);
        members("awards", tender.awards(), Award::id, this::award);
    }

    /** What differs, in the order of the newer one's fields; behind them what is gone. */
    static List<FieldChange> changes(Tender older, Tender newer) {
        Map<String, String> before = new TenderFields(older).texts;
        Map<String, String> after = new TenderFields(newer).texts;
        Set<String> paths = new LinkedHashSet<>(after.keySet());
        paths.addAll(before.keySet());
        List<FieldChange> changes = new ArrayList<>();
        for (String path : paths) {
            Optional<String> was = Optional.ofNullable(before.get(path));
            Optional<String> is = Optional.ofNullable(after.get(path));
            if (!was.equals(is)) {
                changes.add(new FieldChange(path, was, is));
            }
        }
        return changes;
    }

    private void item(String path, Item item) {
        text(path + ".description", item.description());
        members(path + ".classification", item.classifications(), Classification::id, (at, classification) -> {
            text(at + ".scheme", classification.scheme());
            text(at + ".id", classification.id());
            text(at + ".description", classification.description());
        });
    }

    private void document(String path, TenderDocument document) {
        text(path + ".documentType", document.type());
        text(path + ".title", document.title());
        text(path + ".url", document.url());
        text(path + ".format", document.format());
    }

    private void award(String path, Award award) {
        text(path + ".status", award.status());
        time(path + ".date", award.date());
        money(path + ".value", award.value());
        members(
                path + ".suppliers",
                award.suppliers(),
                supplier -> supplier.id().or(() -> Optional.of(supplier.name())),
                (at, supplier) -> organisation(at, Optional.of(supplier)));
    }

    private void briefing(Briefing briefing) {
        String path = "tender.briefingSession";
        text(path + ".compulsory", Boolean.toString(briefing.compulsory()));
        time(path + ".date", briefing.date());
        text(path + ".venue", briefing.venue());
    }

    private void contact(Contact contact) {
        String path = "tender.contactPerson";
        text(path + ".name", contact.name());
        text(path + ".email", contact.email());
        text(path + ".telephoneNumber", contact.telephone());
    }

    private void organisation(String path, Optional<Organisation> organisation) {
        text(path + ".id", organisation.flatMap(Organisation::id));
        text(path + ".name", organisation.map(Organisation::name));
    }

    private void money(String path, Optional<Money> money) {
        // 100 and 100.00 are the same amount.
        text(
                path + ".amount",
                money.map(value -> value.amount().stripTrailingZeros().toPlainString()));
        text(path + ".currency", money.map(Money::currency));
    }

    private void time(String path, Optional<Instant> time) {
        text(path, time.map(Instant::toString));
    }

    private void text(String path, Optional<String> text) {
        text.ifPresent(value -> text(path, value));
    }

    private void text(String path, String text) {
        texts.put(path, text);
    }

    /** A member by its id; by its place, from 1, if it has none or one before it has the same. */
    private <T> void members(
            String path, List<T> members, Function<T, Optional<String>> id, BiConsumer<String, T> write) {
        Set<String> taken = new LinkedHashSet<>();
        for (int i = 0; i < members.size(); i++) {
            String place = "#" + (i + 1);
            String name = id.apply(members.get(i)).filter(taken::add).orElse(place);
            String at = path + "[" + name + "]";
            // Also a member of which nothing else is said is there or is not.
            int before = texts.size();
            write.accept(at, members.get(i));
            if (texts.size() == before) {
                text(at, "");
            }
        }
    }
}
