package rhytid.face;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bytedeco.opencv.opencv_core.Mat;
import rhytid.geometry.Point;
import rhytid.photo.Both;
import rhytid.photo.Halves;
import rhytid.photo.Photo;
import rhytid.photo.Turn;

/**
 * Finds the faces of a photo. Owns native memory: close it. Safe for use by many threads; its landmark networks, which
 * keep their state while they run, are as many as there are cores (at least two, for the two photos of a pair), and
 * photos wait for them. There is one detector: a photo needs it for a moment, and its state is the largest.
 */
public final class FaceFinder implements AutoCloseable {

    /** Faces whose boxes share more than this are the same face. */
    private static final double SAME_FACE = 0.4;

    /** A face is found in a tenth of a second; where networks are not to be had, more are loaded. */
    private static final int LONGEST_WAIT_S = 10;

    private final Models models;
    private final LookPlan plan;
    private final Turn turn = new Turn(Math.max(2, Runtime.getRuntime().availableProcessors()), LONGEST_WAIT_S);
    private final FaceDetector detector;
    private final ConcurrentLinkedQueue<LandmarkNetwork> idle = new ConcurrentLinkedQueue<>();

    /** @throws UnusableModelException if a model cannot be loaded */
    public FaceFinder(Models models) {
        this(models, LookPlan.THOROUGH);
    }

    /** @throws UnusableModelException if a model cannot be loaded */
    public FaceFinder(Models models, LookPlan plan) {
        this.models = models;
        this.plan = plan;
        detector = new FaceDetector(models.detection());
        // Two at once, for the two photos of a pair; others are loaded when they are wanted.
        Both<LandmarkNetwork> networks = Both.of(this::load, this::load);
        idle.add(networks.baseline());
        idle.add(networks.followUp());
    }

    private LandmarkNetwork load() {
        return new LandmarkNetwork(models.landmarks());
    }

    /** What it finds faces with. */
    public Models models() {
        return models;
    }

    /** Every face with all that is refined at full resolution, the largest first; none where there is none. */
    public List<Face> find(Photo photo) {
        return search(photo, plan).stream()
                .map(landmarks -> FaceReading.of(photo, landmarks))
                .toList();
    }

    /** The points of every face, the largest first; quicker than {@link #find}, and a little noisier. */
    public List<FaceLandmarks> landmarks(Photo photo) {
        return search(photo, LookPlan.QUICK);
    }

    private List<FaceLandmarks> search(Photo photo, LookPlan how) {
        return turn.take(() -> {
            LandmarkNetwork free = idle.poll();
            LandmarkNetwork network = free == null ? load() : free;
            try (Halves halves = new Halves(photo.pixels())) {
                return search(halves, how, network);
            } finally {
                idle.add(network);
            }
        });
    }

    /**
     * Looks where the detector is sure of a face; only if that leads to none, where it sees a likeness, and last in the
     * photo's middle, where portraits have their face. The less sure the start, the stricter the landmark network is
     * held to its word.
     */
    private List<FaceLandmarks> search(Halves photo, LookPlan how, LandmarkNetwork network) {
        double cropScale = network.cropScale();
        List<Detection> seen = detector.detect(photo);
        List<Crop> sure = crops(seen, FaceDetector.SURE, 2, cropScale);
        List<FaceLandmarks> found = distinct(photo, sure, new LandmarkSearch(network, how, FixLimits.DEFAULT));
        if (found.isEmpty()) {
            LandmarkSearch strict = new LandmarkSearch(network, how, FixLimits.STRICT);
            found = distinct(photo, crops(seen, 0, FaceDetector.SURE, cropScale), strict);
            for (Crop start : found.isEmpty() ? centred(photo.whole()) : List.<Crop>of()) {
                if (found.isEmpty()) {
                    found = distinct(photo, List.of(start), strict);
                }
            }
        }
        return found.stream()
                .sorted(Comparator.comparingDouble((FaceLandmarks f) -> f.box().area())
                        .reversed())
                .toList();
    }

    private static List<Crop> crops(List<Detection> seen, double fromScore, double belowScore, double cropScale) {
        return seen.stream()
                .filter(d -> d.score() >= fromScore && d.score() < belowScore)
                .map(d -> Crop.around(d, cropScale))
                .toList();
    }

    private static List<FaceLandmarks> distinct(Halves photo, List<Crop> starts, LandmarkSearch how) {
        List<FaceLandmarks> found = new ArrayList<>();
        for (Crop start : starts) {
            how.from(photo, start)
                    .filter(f -> found.stream().noneMatch(other -> other.box().overlap(f.box()) > SAME_FACE))
                    .ifPresent(found::add);
        }
        return found;
    }

    /** Squares about the middle and a little above it, from nearly the whole photo to less than half of it. */
    private static List<Crop> centred(Mat photo) {
        List<Crop> crops = new ArrayList<>();
        double shorter = Math.min(photo.cols(), photo.rows());
        for (double size : new double[] {0.95, 0.65, 0.45}) {
            for (double height : new double[] {0.5, 0.4}) {
                crops.add(new Crop(new Point(photo.cols() / 2.0, photo.rows() * height), size * shorter, 0));
            }
        }
        return crops;
    }

    @Override
    public void close() {
        detector.close();
        for (LandmarkNetwork network = idle.poll(); network != null; network = idle.poll()) {
            network.close();
        }
    }

    /** The middle of a photo, in pixels. */
    static Point middle(Photo photo) {
        return new Point((photo.width() - 1) / 2.0, (photo.height() - 1) / 2.0);
    }
}
