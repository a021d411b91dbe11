package org.emotitune.emotion;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;
import org.ejml.simple.SimpleSVD;

/**
 * Coordinates of words such that their inner products are the word kernel K = (1 − α)·I + α·C, where C holds the
 * cosines of the words' embeddings after the mean of all of them has been taken out.
 *
 * <p>The coordinates are the rows of the symmetric square root of K: K = F·F, F = V·√Λ·Vᵀ (Löwdin 1950). It is the
 * factor of K that lies nearest to the identity, so coordinate i is still mostly word i and a vector can be read.
 * α = 0 compares words by equality alone, α = 1 by their embeddings alone. Immutable.
 */
final class WordKernel {
    private final List<String> words;
    private final Map<String, double[]> coordinates;

    /**
     * @param words distinct words; coordinate i belongs to word i
     * @param embeddings a vector for each word
     * @param alpha share of the embeddings, 0 to 1
     */
    WordKernel(List<String> words, Map<String, float[]> embeddings, double alpha) {
        this.words = List.copyOf(words);
        this.coordinates = new HashMap<>();
        SimpleMatrix root = squareRoot(kernel(words, embeddings, alpha));
        for (int i = 0; i < words.size(); i++) {
            coordinates.put(words.get(i), root.getRow(i).getDDRM().getData());
        }
    }

    int dimension() {
        return words.size();
    }

    /**
     * @return the unit vector of the weighted sum of the words' coordinates
     * @throws IllegalArgumentException if a word is not of this kernel
     */
    double[] unit(List<WeightedWord> weighted) {
        double[] sum = new double[words.size()];
        for (WeightedWord each : weighted) {
            double[] coordinate = coordinates.get(each.word());
            if (coordinate == null) {
                throw new IllegalArgumentException("'%s' is not in the mood space".formatted(each.word()));
            }
            for (int i = 0; i < sum.length; i++) {
                sum[i] += each.weight() * coordinate[i];
            }
        }
        return normalised(sum);
    }

    private static SimpleMatrix kernel(List<String> words, Map<String, float[]> embeddings, double alpha) {
        SimpleMatrix vectors = centred(words, embeddings);
        SimpleMatrix cosines = vectors.mult(vectors.transpose());
        return cosines.scale(alpha).plus(SimpleMatrix.identity(words.size()).scale(1 - alpha));
    }

    private static SimpleMatrix centred(List<String> words, Map<String, float[]> embeddings) {
        double[][] rows = new double[words.size()][];
        for (int r = 0; r < rows.length; r++) {
            rows[r] = normalised(doubles(words.get(r), embeddings));
        }
        double[] mean = new double[rows[0].length];
        for (double[] row : rows) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += row[i] / rows.length;
            }
        }
        for (int r = 0; r < rows.length; r++) {
            for (int i = 0; i < mean.length; i++) {
                rows[r][i] -= mean[i];
            }
            rows[r] = normalised(rows[r]);
        }
        return new SimpleMatrix(rows);
    }

    /** The kernel is symmetric and has no negative eigenvalue, so its singular vectors are its eigenvectors. */
    private static SimpleMatrix squareRoot(SimpleMatrix kernel) {
        SimpleSVD<SimpleMatrix> decomposition = kernel.svd();
        SimpleMatrix roots = decomposition.getW().elementPower(0.5);
        return decomposition.getU().mult(roots).mult(decomposition.getV().transpose());
    }

    private static double[] doubles(String word, Map<String, float[]> embeddings) {
        float[] values = embeddings.get(word);
        if (values == null) {
            throw new IllegalArgumentException("no embedding of '%s' is given".formatted(word));
        }
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }

    private static double[] normalised(double[] vector) {
        double norm = 0;
        for (double value : vector) {
            norm += value * value;
        }
        norm = Math.sqrt(norm);
        double[] unit = new double[vector.length];
        for (int i = 0; i < unit.length && norm > 0; i++) {
            unit[i] = vector[i] / norm;
        }
        return unit;
    }
}
