package io.tenderhub.spark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Iterator;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Tuple2;

/** Lines to score. */
final class Lines {
    private Lines() {}

    /**
     * In input order, as they stand in a file.
     *
     * @param path of one file that can be split: plain JSON Lines, here or wherever Spark reads from
     */
    static JavaRDD<Line> of(JavaSparkContext spark, String path, int partitions) {
        return spark.textFile(path, partitions)
                .zipWithIndex()
                .filter(line -> !line._1().isBlank())
                .mapPartitions(Lines::told);
    }

    /** Such that all releases of one ocid follow each other in one partition, which they have to if they are to be merged. Sorted on disk where memory is short. */
    static JavaRDD<Line> together(JavaRDD<Line> lines, int partitions) {
        return lines.mapToPair(line -> new Tuple2<>(line.key(), line))
                .repartitionAndSortWithinPartitions(new OcidPartitioner(partitions), Line.Key.ORDER)
                .values();
    }

    private static Iterator<Line> told(Iterator<Tuple2<String, Long>> numbered) {
        JsonFactory json = new JsonFactory();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return numbered.hasNext();
            }

            @Override
            public Line next() {
                Tuple2<String, Long> line = numbered.next();
                return new Line(line._2() + 1, ocid(json, line._1()), line._1());
            }
        };
    }

    /** Of the object itself, not of what is in it. */
    private static String ocid(JsonFactory json, String text) {
        try (JsonParser parser = json.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return "";
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = parser.currentName().equals("ocid");
                JsonToken value = parser.nextToken();
                if (found) {
                    return value == JsonToken.VALUE_STRING ? parser.getText() : "";
                }
                parser.skipChildren();
            }
            return "";
        } catch (IOException broken) {
            // It becomes a reject where it is read as a release.
            return "";
        }
    }
}
