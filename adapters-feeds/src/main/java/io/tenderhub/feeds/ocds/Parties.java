package io.tenderhub.feeds.ocds;

import io.tenderhub.feeds.published.Field;
import io.tenderhub.tender.Contact;
import io.tenderhub.tender.Organisation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who takes part. OCDS 1.0 writes organisations where they act; 1.1 refers by id to {@code parties}, which also serve where
 * a publisher names nobody but gives a party the role.
 */
final class Parties {
    private static final String BUYER = "buyer";
    private static final Pattern SCHEME = Pattern.compile("[A-Z]{2,3}-[A-Z0-9]{1,10}");
    private static final String PROCURING_ENTITY = "procuringEntity";

    private final Field buyer;
    private final Field procuringEntity;
    private final Field contactPerson;
    private final Field tenderContact;
    private final List<Field> parties;
    private final Map<String, Field> byId = new LinkedHashMap<>();

    Parties(Field release) {
        Field tender = release.object("tender");
        this.buyer = release.object(BUYER);
        this.procuringEntity = tender.object(PROCURING_ENTITY);
        this.contactPerson = tender.object("contactPerson");
        this.tenderContact = tender.object("contactPoint");
        this.parties = release.objects("parties");
        for (Field party : parties) {
            party.child("id").id().ifPresent(id -> byId.putIfAbsent(id, party));
        }
    }

    Optional<Organisation> buyer() {
        return organisation(buyer).or(() -> withRole(BUYER));
    }

    Optional<Organisation> procuringEntity() {
        return organisation(procuringEntity).or(() -> withRole(PROCURING_ENTITY));
    }

    /** Organisations that have a name, here or among the parties. */
    List<Organisation> named(List<Field> references) {
        return references.stream()
                .map(this::organisation)
                .flatMap(Optional::stream)
                .collect(Collectors.toList());
    }

    /** The tender's contact person, else the contact point of who buys. */
    Optional<Contact> contact() {
        return Stream.concat(
                        Stream.of(contactPerson, tenderContact),
                        Stream.of(procuringEntity, buyer)
                                .flatMap(field -> Stream.concat(Stream.of(field), party(field).stream()))
                                .map(field -> field.object("contactPoint")))
                .map(Parties::contact)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> parties.stream()
                        .filter(party -> hasRole(party, PROCURING_ENTITY) || hasRole(party, BUYER))
                        .map(party -> contact(party.object("contactPoint")))
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    private static Optional<Contact> contact(Field field) {
        Contact contact = new Contact(
                field.child("name").statedText(),
                field.child("email").statedText(),
                field.child("telephoneNumber")
                        .statedText()
                        .or(() -> field.child("telephone").statedText()));
        boolean empty = contact.name().isEmpty()
                && contact.email().isEmpty()
                && contact.telephone().isEmpty();
        return empty ? Optional.empty() : Optional.of(contact);
    }

    private Optional<Organisation> withRole(String role) {
        return parties.stream()
                .filter(party -> hasRole(party, role))
                .map(this::organisation)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static boolean hasRole(Field party, String role) {
        return party.texts("roles").contains(role);
    }

    private Optional<Organisation> organisation(Field field) {
        Field identifier = field.object("identifier");
        Optional<String> id = field.child("id").id().or(() -> identifier(identifier));
        Optional<String> name = field.child("name")
                .text()
                .or(() -> party(field).flatMap(party -> party.child("name").text()))
                .or(() -> identifier.child("legalName").text());
        return name.map(text -> new Organisation(id, text));
    }

    /** As the standard composes the ids of organisations: the scheme's code and the id. */
    private static Optional<String> identifier(Field identifier) {
        Optional<String> scheme = identifier
                .child("scheme")
                .text()
                .filter(code -> SCHEME.matcher(code).matches());
        return identifier
                .child("id")
                .id()
                .map(id -> scheme.map(prefix -> prefix + "-" + id).orElse(id));
    }

    private Optional<Field> party(Field reference) {
        return reference.child("id").id().map(byId::get);
    }
}
