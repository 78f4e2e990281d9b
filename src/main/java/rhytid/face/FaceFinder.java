package rhytid.face;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import rhytid.geometry.Point;
import rhytid.photo.Photo;

/**
 * Finds the faces of a photo. Owns native memory: close it. Its networks keep their state while they run, so a finder
 * serves one thread at a time; take one for each thread.
 */
public final class FaceFinder implements AutoCloseable {

    /** Faces whose boxes share more than this are the same face. */
    private static final double SAME_FACE = 0.4;

    private final FaceDetector detector;
    private final LandmarkSearch search;
    private final LandmarkSearch quickSearch;
    private final LandmarkNetwork network;

    /** @throws UnusableModelException if a model cannot be loaded */
    public FaceFinder(Models models) {
        this(models, LookPlan.THOROUGH);
    }

    /** @throws UnusableModelException if a model cannot be loaded */
    public FaceFinder(Models models, LookPlan plan) {
        detector = new FaceDetector(models.detection());
        network = new LandmarkNetwork(models.landmarks());
        search = new LandmarkSearch(network, plan, FixLimits.DEFAULT);
        quickSearch = new LandmarkSearch(network, LookPlan.QUICK, FixLimits.DEFAULT);
    }

    /** Every face with all that is refined at full resolution, the largest first; none where there is none. */
    public List<Face> find(Photo photo) {
        return search(photo, search).stream()
                .map(landmarks -> FaceReading.of(photo, landmarks))
                .toList();
    }

    /** The points of every face, the largest first; quicker than {@link #find}, and a little noisier. */
    public List<FaceLandmarks> landmarks(Photo photo) {
        return search(photo, quickSearch);
    }

    private List<FaceLandmarks> search(Photo photo, LandmarkSearch how) {
        List<FaceLandmarks> found = new ArrayList<>();
        for (Detection detection : detector.detect(photo.pixels())) {
            Optional<FaceLandmarks> face = how.from(photo, Crop.around(detection, network.cropScale()));
            face.filter(f -> found.stream().noneMatch(other -> other.box().overlap(f.box()) > SAME_FACE))
                    .ifPresent(found::add);
        }
        found.sort(
                Comparator.comparingDouble((FaceLandmarks f) -> f.box().area()).reversed());
        return List.copyOf(found);
    }

    @Override
    public void close() {
        detector.close();
        network.close();
    }

    /** The middle of a photo, in pixels. */
    static Point middle(Photo photo) {
        return new Point((photo.width() - 1) / 2.0, (photo.height() - 1) / 2.0);
    }
}
