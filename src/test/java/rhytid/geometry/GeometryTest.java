package rhytid.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;

/** What holds of points, lines, regions and maps whatever they are. Coordinates as in photos: up to 10,000 pixels. */
class GeometryTest {

    /** Of 1e4 pixels, doubles keep 1e-12; maps and their ways back multiply that a few thousand times. */
    private static final Offset<Double> ROUNDING = within(1e-6);

    private static final int TRIES = 300;

    @Property(tries = TRIES)
    void aMapAndItsWayBackLeaveEveryPointInPlace(@ForAll("similarities") Affine map, @ForAll("points") Point p) {
        assertSame(map.inverse().apply(map.apply(p)), p);
        assertSame(map.then(map.inverse()).apply(p), p);
    }

    @Property(tries = TRIES)
    void mapsOneAfterTheOtherAreOneMap(
            @ForAll("similarities") Affine one, @ForAll("similarities") Affine next, @ForAll("points") Point p) {
        Point direct = next.apply(one.apply(p));
        assertThat(one.then(next).apply(p).distanceTo(direct)).isLessThanOrEqualTo(1e-9 * (1e4 + direct.norm()));
        assertThat(one.then(next).scale()).isCloseTo(one.scale() * next.scale(), ROUNDING);
    }

    @Property(tries = TRIES)
    void aSimilarityTurnsAndScalesAllLengthsAlike(
            @ForAll("similarities") Affine map, @ForAll("points") Point p, @ForAll("points") Point q) {
        assertThat(map.apply(p).distanceTo(map.apply(q))).isCloseTo(map.scale() * p.distanceTo(q), ROUNDING);
    }

    @Property(tries = TRIES)
    void aFitFindsTheSimilarityThatMovedThePoints(
            @ForAll("similarities") Affine map, @ForAll("polygons") Polygon shape) {
        Affine found =
                Affine.fitSimilarity(shape.points(), shape.transformed(map).points());
        for (Point p : shape.points()) {
            assertSame(found.apply(p), map.apply(p));
        }
    }

    @Property(tries = TRIES)
    void aSimilarityAboutAPointLeavesItInPlace(
            @ForAll("points") Point centre,
            @ForAll @DoubleRange(min = 0.1, max = 10) double scale,
            @ForAll @DoubleRange(min = -3, max = 3) double angle) {
        Affine map = Affine.similarityAbout(centre, scale, angle);
        assertSame(map.apply(centre), centre);
        assertThat(map.angle()).isCloseTo(angle, ROUNDING);
    }

    @Property(tries = TRIES)
    void anAreaGrowsByTheSquareOfTheScale(@ForAll("similarities") Affine map, @ForAll("polygons") Polygon shape) {
        double expected = shape.area() * map.scale() * map.scale();
        assertThat(shape.transformed(map).area()).isCloseTo(expected, within(1e-9 * (1e8 + expected)));
    }

    @Property(tries = TRIES)
    void whatLiesInARegionLiesInItsBoxAndMovesWithIt(
            @ForAll("polygons") Polygon shape, @ForAll("points") Point p, @ForAll("points") Point move) {
        if (shape.contains(p)) {
            assertThat(shape.bounds().contains(p)).isTrue();
        }
        Point middle = shape.points().getFirst().towards(shape.points().get(2), 0.5);
        Polygon triangle = new Polygon(shape.points().subList(0, 3));
        Point within = middle.towards(shape.points().get(1), 0.3);
        if (triangle.area() > 1) { // a sliver has no inside that rounding leaves alone
            assertThat(triangle.contains(within)).isTrue();
            assertThat(triangle.transformed(Affine.IDENTITY.movedBy(move)).contains(within.plus(move)))
                    .isTrue();
        }
    }

    @Property(tries = TRIES)
    void pointsAlongALineLieOnItInTheirOrderAndKeepItsEnds(
            @ForAll("polygons") Polygon corners, @ForAll @IntRange(min = 2, max = 50) int count) {
        Polyline line = new Polyline(corners.points());
        Polyline even = line.resampled(count);
        assertThat(even.points()).hasSize(count);
        assertSame(even.first(), line.first());
        assertSame(even.last(), line.last());
        assertThat(even.length()).isLessThanOrEqualTo(line.length() + 1e-6);
        even.points().forEach(p -> assertThat(line.distanceTo(p)).isLessThan(1e-6));
    }

    @Property(tries = TRIES)
    void noPlaceOnALineIsNearerThanItsDistance(
            @ForAll("polygons") Polygon corners,
            @ForAll("points") Point p,
            @ForAll @DoubleRange(min = 0, max = 1) double share) {
        Polyline line = new Polyline(corners.points());
        assertThat(p.distanceTo(line.at(share * line.length()))).isGreaterThanOrEqualTo(line.distanceTo(p) - 1e-6);
    }

    @Property(tries = TRIES)
    void whatTwoBoxesShareIsInBothWhicheverIsAsked(@ForAll("boxes") Box one, @ForAll("boxes") Box other) {
        Box shared = one.intersection(other);
        assertThat(shared.area()).isLessThanOrEqualTo(Math.min(one.area(), other.area()) + 1e-6);
        assertThat(shared.area()).isCloseTo(other.intersection(one).area(), ROUNDING);
        assertThat(one.overlap(other)).isBetween(0.0, 1 + 1e-9).isCloseTo(other.overlap(one), ROUNDING);
        if (one.area() > 0) {
            assertThat(one.overlap(one)).isCloseTo(1, ROUNDING);
        }
    }

    @Property(tries = TRIES)
    void aQuarterTurnIsSquareToTheVectorAndAsLong(@ForAll("points") Point v) {
        assertThat(v.dot(v.quarterTurn())).isZero();
        assertThat(v.quarterTurn().norm()).isEqualTo(v.norm());
        assertSame(v.quarterTurn().quarterTurn(), v.times(-1));
        if (v.norm() > 0) {
            assertThat(v.unit().norm()).isCloseTo(1, ROUNDING);
        }
    }

    @Example
    void whatHasNoAnswerIsRefused() {
        Point p = new Point(3, 4);
        assertThatThrownBy(() -> new Point(0, 0).unit()).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Affine(1, 2, 0, 2, 4, 0).inverse()).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Affine.fitSimilarity(List.of(p, p), List.of(p, p)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Polygon(List.of(p, p))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Polyline(List.of(p))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Box(0, 0, Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Box(0, 0, -1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Box.around(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertSame(Point actual, Point expected) {
        assertThat(actual.distanceTo(expected)).isCloseTo(0, ROUNDING);
    }

    @Provide
    Arbitrary<Point> points() {
        Arbitrary<Double> pixels =
                Arbitraries.doubles().between(-10_000, 10_000).ofScale(4);
        return Combinators.combine(pixels, pixels).as(Point::new);
    }

    @Provide
    Arbitrary<Affine> similarities() {
        return Combinators.combine(
                        Arbitraries.doubles().between(0.05, 20),
                        Arbitraries.doubles().between(-3.1, 3.1),
                        points())
                .as(Affine::similarity);
    }

    /** Of corners that do not all lie in one place. */
    @Provide
    Arbitrary<Polygon> polygons() {
        return points().list().ofMinSize(3).ofMaxSize(12).map(Polygon::new).filter(shape -> {
            Box bounds = shape.bounds();
            return bounds.width() + bounds.height() > 1;
        });
    }

    @Provide
    Arbitrary<Box> boxes() {
        Arbitrary<Double> side = Arbitraries.doubles().between(0, 5_000).ofScale(3);
        return Combinators.combine(points(), side, side)
                .as((corner, width, height) -> new Box(corner.x(), corner.y(), width, height));
    }
}
