package io.tenderhub.semantic;

import java.util.Arrays;

/** What a text means, as a direction: a vector of length 1. Texts of like meaning point the same way. Immutable. */
public final class Embedding {
    private final float[] values;

    private Embedding(float[] values) {
        this.values = values;
    }

    /**
     * The direction of a vector of any length.
     *
     * @throws IllegalArgumentException if it has none: no values, all of them 0, or one that is no number
     */
    public static Embedding of(float... vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        double length = Math.sqrt(squares);
        if (!(length > 0) || Double.isInfinite(length)) {
            throw new IllegalArgumentException("a vector of " + vector.length + " values has no direction");
        }
        float[] unit = new float[vector.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) (vector[i] / length);
        }
        return new Embedding(unit);
    }

    public int dimensions() {
        return values.length;
    }

    /** A copy. */
    public float[] values() {
        return values.clone();
    }

    /**
     * The cosine of the angle between them, -1 to 1: 1 where both mean the same.
     *
     * @throws IllegalArgumentException if they are of different dimensions, so of different models
     */
    public double similarity(Embedding other) {
        if (other.values.length != values.length) {
            throw new IllegalArgumentException(
                    values.length + " dimensions can't be compared with " + other.values.length);
        }
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += (double) values[i] * other.values[i];
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Embedding that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Embedding of " + values.length + " dimensions";
    }
}
