package io.tenderhub.spark;

import org.apache.spark.Partitioner;

/** All lines of one ocid into one partition; those without are spread. */
final class OcidPartitioner extends Partitioner {
    private final int partitions;

    OcidPartitioner(int partitions) {
        this.partitions = partitions;
    }

    @Override
    public int numPartitions() {
        return partitions;
    }

    @Override
    public int getPartition(Object key) {
        Line.Key of = (Line.Key) key;
        int hash = of.ocid().isEmpty() ? Long.hashCode(of.number()) : of.ocid().hashCode();
        return Math.floorMod(hash, partitions);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OcidPartitioner partitioner && partitioner.partitions == partitions;
    }

    @Override
    public int hashCode() {
        return partitions;
    }
}
