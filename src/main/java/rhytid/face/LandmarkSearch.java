package rhytid.face;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import rhytid.face.LandmarkNetwork.Look;
import rhytid.geometry.Point;
import rhytid.photo.Halves;

/** From a rough place of a face to its points: the passes and glances of a {@link LookPlan}. */
final class LandmarkSearch {

    private final LandmarkNetwork network;
    private final LookPlan plan;
    private final FixLimits limits;

    LandmarkSearch(LandmarkNetwork network, LookPlan plan, FixLimits limits) {
        this.network = network;
        this.plan = plan;
        this.limits = limits;
    }

    /** The face's points; nothing where a limit says that there is no face. */
    Optional<FaceLandmarks> from(Halves photo, Crop start) {
        CropSource source = CropSource.of(photo, start, network.size());
        try {
            Crop crop = start;
            List<Point> before = List.of();
            double movement = 0;
            for (int pass = 0; pass < plan.passes(); pass++) {
                source = fitting(source, photo, crop);
                Look look = network.look(source, crop, false);
                if (look.presence() < limits.minPresence()) {
                    return Optional.empty();
                }
                movement = before.isEmpty() ? 0 : rms(before, look.points()) / canthi(look.points());
                before = look.points();
                crop = Crop.around(look.points(), network.cropScale());
            }
            source = fitting(source, photo, crop);
            FaceLandmarks mean = mean(glances(source, crop));
            return movement <= limits.maxMovement() && isFaceLike(mean) ? Optional.of(mean) : Optional.empty();
        } finally {
            source.close();
        }
    }

    private CropSource fitting(CropSource source, Halves photo, Crop crop) {
        if (source.fits(crop, network.size())) {
            return source;
        }
        source.close();
        return CropSource.of(photo, crop, network.size());
    }

    private List<Look> glances(CropSource source, Crop crop) {
        return plan.glances().stream()
                .map(g -> network.look(
                        source,
                        crop.shifted(g.right(), g.down(), Math.toRadians(g.turnDegrees()), g.scaling()),
                        g.mirrored()))
                .toList();
    }

    private boolean isFaceLike(FaceLandmarks face) {
        boolean present = face.presence() >= limits.minPresence();
        return present
                && canthi(face.points()) > 1
                && HeadPoseFit.of(face, Double.NaN, face.point(FaceMesh.NASION)).misfit() <= limits.maxMisfit();
    }

    private FaceLandmarks mean(List<Look> looks) {
        List<Point> points = meanPoints(looks);
        double presence = looks.stream().mapToDouble(Look::presence).average().orElse(0);
        return new FaceLandmarks(points, presence, spread(looks, points));
    }

    private static List<Point> meanPoints(List<Look> looks) {
        List<Point> points = new ArrayList<>(FaceLandmarks.COUNT);
        for (int i = 0; i < FaceLandmarks.COUNT; i++) {
            Point sum = new Point(0, 0);
            for (Look look : looks) {
                sum = sum.plus(look.points().get(i));
            }
            points.add(sum.times(1.0 / looks.size()));
        }
        return points;
    }

    /**
     * Standard error of the mean point, in pixels. A mirrored and a straight look differ by the same in every photo, so
     * each is held against its own kind where there are several of it.
     */
    private double spread(List<Look> looks, List<Point> mean) {
        double squares = 0;
        int freedom = 0;
        for (boolean mirrored : new boolean[] {false, true}) {
            List<Look> kind = IntStream.range(0, looks.size())
                    .filter(i -> plan.glances().get(i).mirrored() == mirrored)
                    .mapToObj(looks::get)
                    .toList();
            if (kind.size() > 1) {
                squares += squares(kind, meanPoints(kind));
                freedom += kind.size() - 1;
            }
        }
        if (freedom == 0) {
            squares = squares(looks, mean);
            freedom = Math.max(1, looks.size() - 1);
        }
        return Math.sqrt(squares / FaceLandmarks.COUNT / freedom / looks.size());
    }

    private static double squares(List<Look> looks, List<Point> mean) {
        return looks.stream()
                .mapToDouble(look -> Math.pow(rms(look.points(), mean), 2) * FaceLandmarks.COUNT)
                .sum();
    }

    private static double rms(List<Point> a, List<Point> b) {
        double squares = 0;
        for (int i = 0; i < a.size(); i++) {
            Point off = a.get(i).minus(b.get(i));
            squares += off.dot(off);
        }
        return Math.sqrt(squares / a.size());
    }

    private static double canthi(List<Point> points) {
        return points.get(FaceMesh.lateralCanthus(Side.RIGHT))
                .distanceTo(points.get(FaceMesh.lateralCanthus(Side.LEFT)));
    }
}
