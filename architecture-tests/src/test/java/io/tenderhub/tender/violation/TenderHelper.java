package io.tenderhub.tender.violation;

/** Breaks: such a name says nothing. */
public final class TenderHelper {}
