package io.tenderhub.notification;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the stream of one team, or in the public one: {@code 9f86d081884c7d65-17}. Numbers count that stream alone, without gaps.
 *
 * @param beginning of the stream, 16 of {@code 0-9 a-f}; another one when it was lost and began anew
 * @param number 1 for the first news, 0 for the place before it
 */
public record NewsId(String beginning, long number) {
    private static final Pattern FORM = Pattern.compile("([0-9a-f]{16})-(0|[1-9][0-9]{0,17})");

    public NewsId {
        if (!FORM.matcher(beginning + "-" + number).matches()) {
            throw new IllegalArgumentException("no place in a stream is called " + beginning + "-" + number);
        }
    }

    /** Empty for a text that is none. */
    public static Optional<NewsId> read(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(new NewsId(parts.group(1), Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    /** Whether this comes right after the other one. */
    public boolean follows(NewsId other) {
        return isOfStream(other) && number == other.number + 1;
    }

    /** Whether this comes after the other one; not known, so false, where the stream began anew between them. */
    public boolean isAfter(NewsId other) {
        return isOfStream(other) && number > other.number;
    }

    public boolean isOfStream(NewsId other) {
        return beginning.equals(other.beginning);
    }

    @Override
    public String toString() {
        return beginning + "-" + number;
    }
}
