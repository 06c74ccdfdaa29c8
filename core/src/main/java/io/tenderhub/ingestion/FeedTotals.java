package io.tenderhub.ingestion;

/**
 * What a feed read. Nothing is dropped without being counted.
 *
 * @param records releases and portal rows met, rejected ones included
 * @param tenders handed on: fewer than the records where several releases of one ocid were merged
 * @param rejected records that could not be read
 */
public record FeedTotals(long records, long tenders, long rejected) {}
