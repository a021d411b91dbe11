package org.emotitune.emotion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The word kernel K = (1 − α)·I + α·C, straight from its definition and without a factorisation. */
final class KernelByHand {
    private final double alpha;
    private final Map<String, double[]> centred = new HashMap<>();

    KernelByHand(List<String> words, Map<String, float[]> embeddings, double alpha) {
        this.alpha = alpha;
        List<double[]> units = new ArrayList<>();
        for (String word : words) {
            float[] embedding = embeddings.getOrDefault(word, new float[0]);
            double[] vector = new double[embedding.length];
            for (int i = 0; i < vector.length; i++) {
                vector[i] = embedding[i];
            }
            units.add(scaled(vector, 1 / Math.sqrt(dot(vector, vector))));
        }
        double[] mean = new double[units.getFirst().length];
        units.forEach(unit -> add(mean, unit, 1.0 / units.size()));
        for (int w = 0; w < words.size(); w++) {
            add(units.get(w), mean, -1);
            centred.put(words.get(w), scaled(units.get(w), 1 / Math.sqrt(dot(units.get(w), units.get(w)))));
        }
    }

    double kernel(String one, String other) {
        double same = one.equals(other) ? 1 : 0;
        return (1 - alpha) * same + alpha * dot(vector(one), vector(other));
    }

    /** Cosine of two weighted sums of words under the kernel. */
    double cosine(List<WeightedWord> one, List<WeightedWord> other) {
        return inner(one, other) / Math.sqrt(inner(one, one) * inner(other, other));
    }

    private double inner(List<WeightedWord> one, List<WeightedWord> other) {
        double sum = 0;
        for (WeightedWord left : one) {
            for (WeightedWord right : other) {
                sum += left.weight() * right.weight() * kernel(left.word(), right.word());
            }
        }
        return sum;
    }

    private double[] vector(String word) {
        return centred.getOrDefault(word, new double[0]);
    }

    private static double dot(double[] one, double[] other) {
        double dot = 0;
        for (int i = 0; i < one.length; i++) {
            dot += one[i] * other[i];
        }
        return dot;
    }

    private static void add(double[] sum, double[] vector, double factor) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * vector[i];
        }
    }

    private static double[] scaled(double[] vector, double factor) {
        double[] scaled = new double[vector.length];
        add(scaled, vector, factor);
        return scaled;
    }
}
