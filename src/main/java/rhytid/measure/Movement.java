package rhytid.measure;

import java.util.Arrays;
import java.util.Optional;
import rhytid.face.Expression;
import rhytid.face.Face;
import rhytid.face.FaceMesh;
import rhytid.face.Side;
import rhytid.geometry.Point;

/** How far an expression moves the face from rest, on one day. */
public enum Movement {
    /** Rise of the brows' upper borders at the pupils, mean of both sides, mm. */
    BROW_RAISE("browRaise", Expression.BROW_RAISE),
    /** Approach of the medial ends of the brows, mm. */
    FROWN("frown", Expression.FROWN),
    /** Path of the commissures, mean of both sides, mm; never negative. */
    SMILE("smile", Expression.SMILE);

    private final String key;
    private final Expression expression;

    Movement(String key, Expression expression) {
        this.key = key;
        this.expression = expression;
    }

    /** Its name in comparison.json. */
    public String key() {
        return key;
    }

    /** The expression that is held against rest. */
    public Expression expression() {
        return expression;
    }

    /**
     * The movement between two photos of the same day, in mm, with its standard error from both.
     *
     * @param rest the face at rest
     * @param moved the same face in this movement's expression, its scale read by the same iris
     */
    public Estimate between(Face rest, Face moved) {
        Optional<Double> plain = read(rest, moved, FaceDepth.MEAN);
        if (plain.isEmpty()) {
            return Estimate.unknown("the places that move could not be found in both photos");
        }
        // Where the head is held otherwise than at rest, what stands out moves with it, by a depth that is not known.
        double variance = squared(read(rest, moved, new FaceDepth(FaceDepth.ERROR_MM)), plain.get())
                * NoiseSource.EITHER_WAY.length;
        for (NoiseSource source : FaceNoise.sourcesOf(rest)) {
            for (double by : NoiseSource.EITHER_WAY) {
                variance += squared(read(source.moved().apply(by), moved, FaceDepth.MEAN), plain.get());
            }
        }
        for (NoiseSource source : FaceNoise.sourcesOf(moved)) {
            for (double by : NoiseSource.EITHER_WAY) {
                variance += squared(read(rest, source.moved().apply(by), FaceDepth.MEAN), plain.get());
            }
        }
        return Estimate.of(plain.get(), Math.sqrt(variance / NoiseSource.EITHER_WAY.length));
    }

    private static double squared(Optional<Double> value, double plain) {
        return value.map(v -> (v - plain) * (v - plain)).orElse(0.0);
    }

    private Optional<Double> read(Face restFace, Face movedFace, FaceDepth depth) {
        FaceGeometry rest = FaceGeometry.of(restFace, depth);
        FaceGeometry moved = FaceGeometry.of(movedFace, depth);
        if (this == FROWN) {
            return Brows.distance(rest).flatMap(far -> Brows.distance(moved).map(near -> far - near));
        }
        if (!rest.hasPupillaryLine() || !moved.hasPupillaryLine()) {
            return Optional.empty();
        }
        return this == SMILE ? Optional.of(commissurePath(rest, moved)) : browRise(rest, moved);
    }

    private static Optional<Double> browRise(FaceGeometry rest, FaceGeometry moved) {
        double sum = 0;
        for (Side side : Side.values()) {
            Optional<Point> from = Brows.place(rest, Measure.BROW_PUPIL, side);
            Optional<Point> to = Brows.place(moved, Measure.BROW_PUPIL, side);
            if (from.isEmpty() || to.isEmpty()) {
                return Optional.empty();
            }
            sum += to.get().y() - from.get().y();
        }
        return Optional.of(sum / Side.values().length);
    }

    private static double commissurePath(FaceGeometry rest, FaceGeometry moved) {
        return Arrays.stream(Side.values())
                .mapToInt(FaceMesh::commissure)
                .mapToDouble(corner -> rest.mesh(corner).distanceTo(moved.mesh(corner)))
                .average()
                .orElseThrow();
    }
}
