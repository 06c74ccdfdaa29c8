package io.tenderhub.feeds.ocds;

import io.tenderhub.feeds.published.Field;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the works, goods or services are wanted: the South African extension's own fields, else the delivery addresses of
 * the items. Several regions make no province; all of them stand in the location.
 */
record Places(Optional<String> province, Optional<String> deliveryLocation) {
    private static final List<String> ADDRESS_PARTS =
            List.of("streetAddress", "locality", "region", "postalCode", "countryName");

    static Places of(Field tender) {
        Optional<String> province = tender.child("province").statedText();
        Optional<String> location = tender.child("deliveryLocation").statedText();
        if (province.isPresent() && location.isPresent()) {
            return new Places(province, location);
        }
        Set<String> regions = new LinkedHashSet<>();
        Set<String> addresses = new LinkedHashSet<>();
        for (Field address : addresses(tender)) {
            address.child("region").text().ifPresent(regions::add);
            String line = ADDRESS_PARTS.stream()
                    .map(part -> address.child(part).text())
                    .flatMap(Optional::stream)
                    .distinct()
                    .collect(Collectors.joining(", "));
            if (!line.isEmpty()) {
                addresses.add(line);
            }
        }
        Optional<String> region = regions.size() == 1 ? regions.stream().findFirst() : Optional.empty();
        Optional<String> all = addresses.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", addresses));
        return new Places(province.or(() -> region), location.or(() -> all));
    }

    private static List<Field> addresses(Field tender) {
        List<Field> addresses = new ArrayList<>();
        for (Field item : tender.objects("items")) {
            Stream.concat(Stream.of(item.object("deliveryAddress")), item.objects("deliveryAddresses").stream())
                    .filter(Field::isObject)
                    .forEach(addresses::add);
        }
        return addresses;
    }
}
