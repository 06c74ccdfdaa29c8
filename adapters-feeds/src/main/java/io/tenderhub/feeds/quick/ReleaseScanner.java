package io.tenderhub.feeds.quick;

import io.tenderhub.tender.Source;
import io.tenderhub.tender.Tender;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes tenders of lines that are plainly one release each: an object with {@code ocid}, {@code date} and {@code tender} in which
 * every field that is looked at has the kind it should have. The tender is then the same as {@code OcdsTenderMapper} makes of the
 * release, but without raw JSON, documents, contact, awards and warnings. Any other line is declined, and has to be read in the
 * usual way. Not thread-safe, and used again from line to line.
 */
public final class ReleaseScanner {
    /** How many bytes an array must have behind the last line break. */
    public static final int ROOM = LineCursor.ROOM;

    private static final byte[][] PACKAGES = {
        "\"releases\"".getBytes(StandardCharsets.US_ASCII), "\"records\"".getBytes(StandardCharsets.US_ASCII)
    };

    private final LineCursor cursor = new LineCursor();
    private final Texts texts = new Texts(cursor);
    private final Dates dates = new Dates(cursor, texts);
    private final TenderFields tender = new TenderFields(cursor, texts, dates);
    private final Organisations organisations = new Organisations(cursor, texts);
    private @Nullable String ocid;
    private @Nullable Instant date;
    private boolean hasTender;
    private Optional<String> language = Optional.empty();
    private int end;

    /** Where a line is. */
    @FunctionalInterface
    public interface Place {
        Source source();
    }

    /**
     * Reads a line.
     *
     * @param bytes with the line, which ends with a line break, and {@link #ROOM} more bytes behind
     * @param from where the line begins
     * @param asciiOnly whether anything outside ASCII is to be declined, because the bytes are not UTF-8
     * @return null if declined
     */
    public @Nullable Tender scan(byte[] bytes, int from, boolean asciiOnly, Place place) {
        if (bytes[from] != '{') {
            return null;
        }
        cursor.start(bytes, from, asciiOnly);
        ocid = null;
        date = null;
        hasTender = false;
        language = Optional.empty();
        organisations.clear();
        try {
            takeRelease();
            end = cursor.endOfLine();
            return tender(place);
        } catch (Declined unusual) {
            return null;
        }
    }

    /** Where the line ended that was read last: behind its line break. */
    public int end() {
        return end;
    }

    private void takeRelease() {
        long seen = 0;
        cursor.open('{');
        for (boolean more = cursor.hasFirst('}'); more; more = cursor.hasNext('}')) {
            FieldName field = cursor.name();
            seen = field.addTo(seen);
            boolean objectBeforeOcid = ocid == null && cursor.peek() == '{';
            int from = cursor.at();
            switch (field) {
                case OCID -> ocid = ocid();
                case DATE -> date = dates.nextPlain();
                case TENDER -> {
                    tender.take(organisations);
                    hasTender = true;
                }
                case BUYER -> organisations.takeBuyer();
                case PARTIES -> organisations.takeParties();
                case LANGUAGE -> language = texts.nextRecurring();
                case RELEASES, RECORDS, DATA, COMPILED_RELEASE, VERSIONED_RELEASE, SCHEMA -> throw Declined.LINE;
                default -> cursor.skip();
            }
            if (objectBeforeOcid) {
                declinePackage(from);
            }
        }
    }

    /** Only one that cleaning does not change. */
    private String ocid() {
        String text = texts.next().orElseThrow(() -> Declined.LINE);
        if (!cursor.isPlain() || text.length() != cursor.to() - cursor.from()) {
            throw Declined.LINE;
        }
        return text;
    }

    /** Before an ocid is found, lists of these names are taken for a package's. */
    private void declinePackage(int from) {
        byte[] bytes = cursor.bytes();
        for (byte[] name : PACKAGES) {
            for (int i = from; i + name.length <= cursor.at(); i++) {
                if (Arrays.equals(bytes, i, i + name.length, name, 0, name.length)) {
                    throw Declined.LINE;
                }
            }
        }
    }

    private Tender tender(Place place) {
        String found = ocid;
        Instant released = date;
        if (found == null || released == null || !hasTender) {
            throw Declined.LINE;
        }
        if (tender.title.isEmpty() && tender.description.isEmpty()) {
            throw Declined.LINE; // others may serve as the title
        }
        return new Tender(
                found,
                tender.id.isPresent() ? tender.id.get() : found,
                tender.title,
                tender.description,
                tender.status,
                organisations.buyer(),
                organisations.procuringEntity(),
                tender.value,
                tender.method,
                tender.methodDetails,
                tender.mainCategory.isPresent() ? tender.mainCategory : tender.category,
                additionalCategories(),
                tender.items,
                tender.province,
                tender.deliveryLocation,
                tender.period,
                tender.briefing,
                List.of(),
                Optional.empty(),
                tender.specialConditions,
                language,
                List.of(),
                released,
                place.source(),
                List.of(),
                "");
    }

    /** The publisher's own words first, without what is the main category. */
    private List<String> additionalCategories() {
        boolean wordsToo = tender.mainCategory.isPresent() && tender.category.isPresent();
        if (!wordsToo && tender.additionalCategories.isEmpty()) {
            return List.of();
        }
        List<String> additional = new ArrayList<>(tender.additionalCategories.size() + 1);
        if (wordsToo) {
            additional.add(tender.category.get());
        }
        for (String category : tender.additionalCategories) {
            if (!additional.contains(category)) {
                additional.add(category);
            }
        }
        (tender.mainCategory.isPresent() ? tender.mainCategory : tender.category).ifPresent(additional::remove);
        return additional;
    }
}
