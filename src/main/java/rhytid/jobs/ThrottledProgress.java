package rhytid.jobs;

import java.util.function.DoubleConsumer;
import rhytid.clinic.ComparisonProgress;

/** Writes progress down when it moved enough to be seen. */
final class ThrottledProgress implements DoubleConsumer {

    private static final double STEP = 0.05;

    private final ComparisonProgress progress;
    private final String id;
    private double written;

    ThrottledProgress(ComparisonProgress progress, String id) {
        this.progress = progress;
        this.id = id;
    }

    @Override
    public synchronized void accept(double value) {
        if (value >= written + STEP) {
            progress.report(id, value);
            written = value;
        }
    }
}
