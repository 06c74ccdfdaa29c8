package io.tenderhub.feeds.quick;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The names of fields that are looked at, found by their bytes. */
enum FieldName {
    OTHER(""),
    OCID("ocid"),
    DATE("date"),
    TENDER("tender"),
    BUYER("buyer"),
    PARTIES("parties"),
    LANGUAGE("language"),
    RELEASES("releases"),
    RECORDS("records"),
    DATA("data"),
    COMPILED_RELEASE("compiledRelease"),
    VERSIONED_RELEASE("versionedRelease"),
    SCHEMA("$schema"),
    ID("id"),
    TITLE("title"),
    DESCRIPTION("description"),
    STATUS("status"),
    VALUE("value"),
    AMOUNT("amount"),
    CURRENCY("currency"),
    PROCURING_ENTITY("procuringEntity"),
    PROCUREMENT_METHOD("procurementMethod"),
    PROCUREMENT_METHOD_DETAILS("procurementMethodDetails"),
    MAIN_CATEGORY("mainProcurementCategory"),
    CATEGORY("category"),
    ADDITIONAL_CATEGORIES("additionalProcurementCategories"),
    ITEMS("items"),
    PROVINCE("province"),
    DELIVERY_LOCATION("deliveryLocation"),
    DELIVERY_ADDRESS("deliveryAddress"),
    DELIVERY_ADDRESSES("deliveryAddresses"),
    TENDER_PERIOD("tenderPeriod"),
    START_DATE("startDate"),
    END_DATE("endDate"),
    BRIEFING_SESSION("briefingSession"),
    IS_SESSION("isSession"),
    COMPULSORY("compulsory"),
    VENUE("venue"),
    SPECIAL_CONDITIONS("specialConditions"),
    CLASSIFICATION("classification"),
    CLASSIFICATIONS("classifications"),
    ADDITIONAL_CLASSIFICATIONS("additionalClassifications"),
    SCHEME("scheme"),
    NAME("name"),
    IDENTIFIER("identifier"),
    ROLES("roles");

    private static final int SLOTS = 512;
    private static final FieldName[] TABLE = table();
    /** The beginning of each name in the table, 0 where there is none. */
    private static final long[] BEGINNINGS =
            Arrays.stream(TABLE).mapToLong(name -> name.beginning).toArray();

    private static final long[] ENDINGS =
            Arrays.stream(TABLE).mapToLong(name -> name.ending).toArray();

    private final byte[] bytes;
    private final long beginning;
    private final long ending;

    FieldName(String name) {
        this.bytes = name.getBytes(StandardCharsets.US_ASCII);
        byte[] padded = Arrays.copyOf(bytes, bytes.length + Long.BYTES);
        this.beginning = beginning(padded, 0, bytes.length);
        this.ending = ending(padded, 0, bytes.length);
    }

    /** The field of that name; behind it there must be room for eight bytes. */
    static FieldName of(byte[] line, int from, int length) {
        long beginning = beginning(line, from, length);
        long ending = ending(line, from, length);
        int slot = slot(beginning, ending);
        while (BEGINNINGS[slot] != 0) {
            if (BEGINNINGS[slot] == beginning && ENDINGS[slot] == ending && TABLE[slot].is(line, from, length)) {
                return TABLE[slot];
            }
            slot = slot + 1 & SLOTS - 1;
        }
        return OTHER;
    }

    private boolean is(byte[] line, int from, int length) {
        return bytes.length == length
                && (length <= 2 * Long.BYTES || Arrays.equals(bytes, 0, length, line, from, from + length));
    }

    private static long beginning(byte[] line, int from, int length) {
        long eight = LineCursor.eight(line, from);
        return length >= Long.BYTES ? eight : eight & (1L << 8 * length) - 1;
    }

    private static long ending(byte[] line, int from, int length) {
        return length <= Long.BYTES ? length : LineCursor.eight(line, from + length - Long.BYTES);
    }

    private static int slot(long beginning, long ending) {
        long mixed = (beginning ^ Long.rotateLeft(ending, 32)) * 0x9e3779b97f4a7c15L;
        return (int) (mixed >>> 55);
    }

    private static FieldName[] table() {
        FieldName[] table = new FieldName[SLOTS];
        Arrays.fill(table, OTHER);
        for (FieldName name : values()) {
            if (name != OTHER) {
                int slot = slot(name.beginning, name.ending);
                while (table[slot] != OTHER) {
                    slot = slot + 1 & SLOTS - 1;
                }
                table[slot] = name;
            }
        }
        return table;
    }

    /** Adds this name to the names of an object, which are bits; declines if it is there already and looked at. */
    long addTo(long seen) {
        long bit = 1L << ordinal();
        if ((seen & bit) != 0 && this != OTHER) {
            throw Declined.LINE;
        }
        return seen | bit;
    }
}
