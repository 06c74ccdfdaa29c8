package io.tenderhub.feeds;

/** Breaks: an adapter is entered by one door. */
public final class PublicBesidesTheEntry {}
