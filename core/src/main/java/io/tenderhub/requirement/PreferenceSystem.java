package io.tenderhub.requirement;

/** Preference point systems of the South African Preferential Procurement Regulations, 2022 (in force 16 January 2023). */
public enum PreferenceSystem {
    /** 80 points for price, 20 for specific goals. */
    EIGHTY_TWENTY("80/20"),
    /** 90 points for price, 10 for specific goals. */
    NINETY_TEN("90/10"),
    /** The tender says that either may apply. */
    BOTH("both");

    private final String code;

    PreferenceSystem(String code) {
        this.code = code;
    }

    /** As written: {@code 80/20}, {@code 90/10} or {@code both}. */
    public String code() {
        return code;
    }
}
