package io.tenderhub.minilm;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import io.tenderhub.semantic.Embedding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;

/**
 * The loaded model. It is run on one text at a time and on one thread: its numbers are rounded by the range of all that it is run on at
 * once, so that a text beside others would come out a little different.
 */
final class SentenceModel implements AutoCloseable {
    private static final String FILE = "/all-minilm-l6-v2-q.onnx";

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPieces pieces = WordPieces.load();

    private SentenceModel(OrtEnvironment environment, OrtSession session) {
        this.environment = environment;
        this.session = session;
    }

    static SentenceModel load() throws OrtException, IOException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
        environment.setTelemetry(false);
        try (InputStream in = SentenceModel.class.getResourceAsStream(FILE);
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            if (in == null) {
                throw new IOException("the model is not on the class path: " + FILE);
            }
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return new SentenceModel(environment, environment.createSession(in.readAllBytes(), options));
        }
    }

    Embedding embed(String text) throws OrtException {
        long[] numbers = pieces.of(text);
        long[] ones = new long[numbers.length];
        Arrays.fill(ones, 1);
        try (OnnxTensor ids = tensor(numbers);
                OnnxTensor attention = tensor(ones);
                OnnxTensor kinds = tensor(new long[numbers.length]);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", ids, "attention_mask", attention, "token_type_ids", kinds))) {
            return mean(((OnnxTensor) result.get(0)).getFloatBuffer(), numbers.length);
        }
    }

    private OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), new long[] {1, values.length});
    }

    /** Of what the model says of each piece. */
    private static Embedding mean(FloatBuffer values, int count) {
        float[] sum = new float[values.remaining() / count];
        for (int piece = 0; piece < count; piece++) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += values.get(piece * sum.length + i);
            }
        }
        return Embedding.of(sum);
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
