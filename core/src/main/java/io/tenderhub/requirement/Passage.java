package io.tenderhub.requirement;

/**
 * One text of a tender and the field it stands in.
 *
 * @param position in a list of fields, or -1; spares making names of fields in which nothing is found
 * @param field its OCDS name; of one in a list, what is before its position
 * @param rest of the name, behind the position
 */
record Passage(String field, int position, String rest, String text) {

    static Passage of(String field, String text) {
        return new Passage(field, -1, "", text);
    }

    static Passage item(int position, String text) {
        return new Passage("tender.items", position, ".description", text);
    }

    static Passage additionalCategory(int position, String text) {
        return new Passage("tender.additionalProcurementCategories", position, "", text);
    }

    Evidence evidence(int start, int end) {
        String name = position < 0 ? field : field + "[" + position + "]" + rest;
        return new Evidence(name, text.substring(start, end));
    }
}
