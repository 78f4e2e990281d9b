package rhytid.face;

import rhytid.photo.Halves;
import rhytid.photo.Photo;

/**
 * How long one pass of a model's network takes, by the processor's clock, so that other work on the machine does not
 * count; sees what other packages don't.
 */
public final class PassTiming {

    private PassTiming() {}

    /** The median of some passes over a photo's middle, in milliseconds of one core. */
    public static double landmarkPassMs(Models models, Photo photo, int passes) {
        Crop crop = new Crop(FaceFinder.middle(photo), 0.6 * photo.width(), 0);
        try (LandmarkNetwork network = new LandmarkNetwork(models.landmarks());
                Halves halves = new Halves(photo.pixels());
                CropSource source = CropSource.of(halves, crop, network.size())) {
            double[] ms = new double[passes];
            for (int i = 0; i < passes; i++) {
                long start = cpuNanos();
                network.look(source, crop, false);
                ms[i] = (cpuNanos() - start) / 1e6;
            }
            java.util.Arrays.sort(ms);
            return ms[passes / 2];
        }
    }

    /** The median of some detections in a photo, in milliseconds. */
    public static double detectionMs(Models models, Photo photo, int times) {
        try (FaceDetector detector = new FaceDetector(models.detection())) {
            double[] ms = new double[times];
            for (int i = 0; i < times; i++) {
                long start = cpuNanos();
                try (Halves halves = new Halves(photo.pixels())) {
                    detector.detect(halves);
                }
                ms[i] = (cpuNanos() - start) / 1e6;
            }
            java.util.Arrays.sort(ms);
            return ms[times / 2];
        }
    }

    /** Time this thread has had a core to itself; OpenCV must be held to one thread. */
    private static long cpuNanos() {
        return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
