package io.tenderhub.postgres;

import java.time.Instant;
import java.time.ZoneId;

/** Times of a zone inside the database, which takes zones by name, but reads the sign of a written offset the other way round. */
final class LocalTimes {
    private LocalTimes() {}

    /** The expression of the local time of one of a {@code timestamptz}; the parameter is to be bound to {@link #name}. */
    static String of(String instant, String parameter, ZoneId zone) {
        return "(" + instant + " AT TIME ZONE " + parameter + "::" + (isOffset(zone) ? "interval" : "text") + ")";
    }

    static String name(ZoneId zone) {
        return isOffset(zone) ? zone.getRules().getOffset(Instant.EPOCH).getTotalSeconds() + " seconds" : zone.getId();
    }

    private static boolean isOffset(ZoneId zone) {
        return zone.getRules().isFixedOffset();
    }
}
