package io.tenderhub.requirement;

/** What a phrase in a text leads to: a finding at once, or a closer look at the place. */
enum Meaning {
    /** A kind of work; the phrase's number is that of a {@link Sector}. */
    SECTOR,
    /** The name of a buyer begins, such as "Department of"; it says nothing of the work. */
    BUYER,
    /** A registration; the phrase's number is its place in {@link Phrasebook#REGISTRATIONS}. */
    REGISTRATION,
    /** A standard bidding document may follow. */
    FORM,
    /** A B-BBEE level may follow. */
    LEVEL,
    /** 80 or 90 and a sign: a preference point system may follow. */
    POINTS,
    /** Words about specific goals as they stand. */
    GOAL,
    /** A group of people, whose points may follow. */
    GROUP,
    /** A period may follow. */
    PERIOD,
    MONTH,
    YEAR,
    EXPERIENCE,
    /** A place to be in: what is before it says whether bidders must be. */
    PLACE,
    COMPULSORY,
    /** A class of construction works may begin. */
    CIDB_CLASS,
    /** The word CIDB. */
    CIDB
}
