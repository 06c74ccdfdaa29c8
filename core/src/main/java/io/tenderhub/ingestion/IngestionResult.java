package io.tenderhub.ingestion;

/**
 * What became of everything that was read. Nothing is dropped without being counted: {@code created + updated + unchanged
 * + older} is the tenders stored or found stored, and with {@code refused} it is {@code tenders}.
 *
 * @param records releases and portal rows met, rejected ones included
 * @param tenders handed on by the feed: fewer than the records where several releases of one ocid were merged
 * @param older not stored because a newer release is there
 * @param refused tenders that the store could not hold; part of {@code rejected}
 * @param rejected records that could not be read, and tenders that could not be stored
 */
public record IngestionResult(
        long records,
        long tenders,
        long created,
        long updated,
        long unchanged,
        long older,
        long refused,
        long rejected) {}
