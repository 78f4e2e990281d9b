package rhytid.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Numbers of one kind, and what is said of them. NaN where there are none. */
final class Sample {

    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    int size() {
        return values.size();
    }

    double mean() {
        return values.stream().mapToDouble(v -> v).average().orElse(Double.NaN);
    }

    double rootMeanSquare() {
        return Math.sqrt(values.stream().mapToDouble(v -> v * v).average().orElse(Double.NaN));
    }

    /** Standard deviation, with one degree of freedom for the mean. */
    double deviation() {
        double mean = mean();
        double squares =
                values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        return values.size() < 2 ? Double.NaN : Math.sqrt(squares / (values.size() - 1));
    }

    double quantile(double share) {
        if (values.isEmpty()) {
            return Double.NaN;
        }
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get((int) Math.round(share * (sorted.size() - 1)));
    }
}
