package io.tenderhub.micrometer;

import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.stream.IntStream;

/** Names of tags with their values. */
final class Tagged {
    private Tagged() {}

    static Tags of(List<String> names, List<String> values) {
        return Tags.of(IntStream.range(0, names.size())
                .mapToObj(place -> Tag.of(names.get(place), values.get(place)))
                .toList());
    }
}
