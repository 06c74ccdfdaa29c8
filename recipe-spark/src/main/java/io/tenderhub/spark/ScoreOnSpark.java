package io.tenderhub.spark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.LongAccumulator;

/**
 * Scores a file of OCDS JSON Lines for one company on a cluster: {@code PROFILE INPUT OUTPUT [compiled]}. Writes the folders
 * {@code OUTPUT/scores} and {@code OUTPUT/rejects}, JSON Lines both. Releases of one ocid are brought together first; {@code compiled}
 * says that each has one line of its own already, which spares moving the data.
 */
public final class ScoreOnSpark {
    private final JavaSparkContext spark;
    private final Question question;
    private final LongAccumulator scored;
    private final LongAccumulator rejected;

    ScoreOnSpark(JavaSparkContext spark, Question question) {
        this.spark = spark;
        this.question = question;
        this.scored = spark.sc().longAccumulator("scored");
        this.rejected = spark.sc().longAccumulator("rejected");
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 3) {
            throw new IllegalArgumentException("PROFILE INPUT OUTPUT [compiled]");
        }
        Question question = new Question(
                Files.readString(Path.of(arguments[0])), Clock.systemUTC().instant(), false);
        boolean compiled = arguments.length > 3 && arguments[3].equals("compiled");
        try (JavaSparkContext spark = new JavaSparkContext(new SparkConf().setAppName("tender scores"))) {
            ScoreOnSpark scoring = new ScoreOnSpark(spark, question);
            scoring.run(arguments[1], arguments[2], spark.defaultParallelism() * 3, compiled);
            scoring.tell(System.err);
        }
    }

    void run(String input, String output, int partitions, boolean compiled) {
        JavaRDD<Line> lines = Lines.of(spark, input, partitions);
        JavaRDD<Outcome> outcomes = (compiled ? lines : Lines.together(lines, partitions))
                .mapPartitions(new PartitionScoring(input, spark.broadcast(question), scored, rejected))
                .persist(StorageLevel.MEMORY_AND_DISK());
        outcomes.filter(outcome -> !outcome.rejected()).map(Outcome::json).saveAsTextFile(output + "/scores");
        outcomes.filter(Outcome::rejected).map(Outcome::json).saveAsTextFile(output + "/rejects");
        outcomes.unpersist();
    }

    long scored() {
        return scored.value();
    }

    long rejected() {
        return rejected.value();
    }

    private void tell(PrintStream to) {
        to.printf("scored %,d tenders, %,d rejected%n", scored(), rejected());
    }
}
