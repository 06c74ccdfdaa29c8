package io.tenderhub.event;

import java.util.Arrays;

/** What can happen. */
public enum EventType {
    TENDER_CREATED("tender.created"),
    TENDER_UPDATED("tender.updated"),
    COMPANY_UPDATED("company.updated");

    private final String code;

    EventType(String code) {
        this.code = code;
    }

    /** The name as stored and shown. */
    public String code() {
        return code;
    }

    /**
     * @throws IllegalArgumentException if no event has this name
     */
    public static EventType ofCode(String code) {
        return Arrays.stream(values())
                .filter(type -> type.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no event is called " + code));
    }
}
