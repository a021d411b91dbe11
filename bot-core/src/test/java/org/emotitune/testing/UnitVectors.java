package org.emotitune.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Vectors of length 1. */
public final class UnitVectors {
    private UnitVectors() {}

    public static float[] random(Random random, int dimension) {
        double[] values = random.doubles(dimension, -1, 1).toArray();
        double norm = Math.sqrt(dot(values, values));
        float[] unit = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            unit[i] = (float) (values[i] / norm);
        }
        return unit;
    }

    public static List<float[]> random(Random random, int dimension, int count) {
        List<float[]> vectors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            vectors.add(random(random, dimension));
        }
        return vectors;
    }

    /** The vector with 1 at one place. */
    public static float[] axis(int place, int dimension) {
        float[] unit = new float[dimension];
        unit[place] = 1;
        return unit;
    }

    public static List<Float> boxed(float[] vector) {
        List<Float> boxed = new ArrayList<>();
        for (float value : vector) {
            boxed.add(value);
        }
        return boxed;
    }

    public static double cosine(float[] one, float[] other) {
        double[] a = widened(one);
        double[] b = widened(other);
        return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
    }

    private static double[] widened(float[] vector) {
        double[] wide = new double[vector.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = vector[i];
        }
        return wide;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
