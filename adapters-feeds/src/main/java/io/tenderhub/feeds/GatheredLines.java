package io.tenderhub.feeds;

import java.util.List;
import java.util.function.Consumer;

/**
 * What a block of lines held.
 *
 * @param releases how many went into the sorter
 * @param others what is no release, in order
 * @param position of the last thing read; empty if there were blanks only
 */
record GatheredLines(long releases, List<Consumer<OtherRecordSink>> others, String position) {}
