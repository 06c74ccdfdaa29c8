package io.tenderhub.feeds;

/**
 * Some whole lines of an input, with their line breaks.
 *
 * @param bytes those from {@code 0} to {@code length}; the rest of the array is of no meaning
 * @param length of the lines in bytes; 0 only where {@code open}
 * @param firstLine number of the first line within the input, from 1
 * @param open whether the last line goes on after these bytes, because it is longer than a block or because reading failed in
 *     it: then the block has to be read by {@link LineBlocks#withRest} on the thread that cuts the blocks, before the next
 */
record LineBlock(byte[] bytes, int length, long firstLine, boolean open) {}
