package rhytid.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rhytid.face.Expression;
import rhytid.geometry.Point;
import rhytid.geometry.Polyline;
import rhytid.wrinkle.Region;

/** The line that is in the picture is the one that the truth speaks of. */
class LineTruthTest {

    /** Of the stated depth: eight bits, and a valley that is seen between pixels. */
    private static final double PICTURE_SHARE = 0.05;
    /** Of the stated width: an upright line has one slope that the light does not reach. */
    private static final double LIT_SLOPE_SHARE = 0.20;

    private static final Point FOREHEAD = new Point(140, 103);
    private static final double STEP_MM = 0.05;

    private static final Visit CLOSE_UP = Visit.of(Expression.REST)
            .with(Framing.PORTRAIT.heightPx(500).heightMm(62.5).shift(0, 52))
            .with(Lighting.STATED)
            .with(Camera.IDEAL);

    @ParameterizedTest
    @CsvSource({"0, 0.8, 0.3", "0, 1.2, 0.1", "90, 1.2, 0.3", "30, 0.8, 0.1"})
    void aPaintedLineIsAsDarkAndAsWideInThePictureAsStated(double angleDeg, double widthMm, double depth) {
        Phantom smooth = Phantom.of(Base.FAIR_WOMAN);
        Phantom lined = smooth.line(Crease.straight(Region.FOREHEAD, FOREHEAD, 20, angleDeg, widthMm, depth));
        try (PhantomPhoto without = smooth.photograph(CLOSE_UP);
                PhantomPhoto with = lined.photograph(CLOSE_UP)) {
            TrueLine line = with.truth().lines().getFirst();
            double[] profile = meanProfile(line.path(), with, without);
            double darkest = 1;
            for (double share : profile) {
                darkest = Math.min(darkest, share);
            }
            assertThat(line.depth()).isEqualTo(depth, within(1e-6));
            assertThat(1 - darkest).isEqualTo(depth, within(PICTURE_SHARE * depth));
            assertThat(widthMm(profile, darkest)).isEqualTo(widthMm, within(LIT_SLOPE_SHARE * widthMm));
            assertThat(line.path().length() / with.truth().pxPerMm()).isEqualTo(20, within(0.1));
        }
    }

    @Test
    void halfOfTheDepthLeftIsHalfOfLengthTimesDepth() {
        Phantom phantom = Phantom.of(Base.OLIVE_WOMAN).seed(4).aged(0.8);
        Visit visit = Visit.of(Expression.REST).heightPx(300);
        try (PhantomPhoto before = phantom.photograph(visit);
                PhantomPhoto after = phantom.photograph(visit.with(Effect.NONE.lines(0.5, Region.FOREHEAD)))) {
            double was = before.truth().lengthTimesDepthMm(Region.FOREHEAD);
            assertThat(was).isGreaterThan(5);
            assertThat(after.truth().lengthTimesDepthMm(Region.FOREHEAD)).isEqualTo(was / 2, within(0.01 * was));
            assertThat(after.truth().lengthTimesDepthMm(Region.GLABELLA))
                    .isEqualTo(before.truth().lengthTimesDepthMm(Region.GLABELLA), within(1e-9));
        }
    }

    /** Luminance with the line over that without it, across the line, averaged along it. */
    private static double[] meanProfile(Polyline path, PhantomPhoto with, PhantomPhoto without) {
        int half = 80;
        double[] profile = new double[2 * half + 1];
        Polyline even = path.resampled(60);
        double step = STEP_MM * with.truth().pxPerMm();
        try (UByteIndexer lined = with.pixels().createIndexer();
                UByteIndexer smooth = without.pixels().createIndexer()) {
            for (int i = 3; i < 57; i++) {
                Point at = even.points().get(i);
                Point across = even.points().get(i + 1).minus(at).unit().quarterTurn();
                for (int j = -half; j <= half; j++) {
                    Point p = at.plus(across.times(j * step));
                    profile[j + half] += luminance(lined, p) / luminance(smooth, p) / 54;
                }
            }
        }
        return profile;
    }

    private static double widthMm(double[] profile, double darkest) {
        int dark = 0;
        for (double share : profile) {
            if (share < (1 + darkest) / 2) {
                dark++;
            }
        }
        return dark * STEP_MM;
    }

    private static double luminance(UByteIndexer pixels, Point p) {
        int x = (int) Math.floor(p.x());
        int y = (int) Math.floor(p.y());
        double fx = p.x() - x;
        double fy = p.y() - y;
        return (1 - fy) * ((1 - fx) * luminance(pixels, x, y) + fx * luminance(pixels, x + 1, y))
                + fy * ((1 - fx) * luminance(pixels, x, y + 1) + fx * luminance(pixels, x + 1, y + 1));
    }

    private static double luminance(UByteIndexer pixels, int x, int y) {
        return Tone.luminance(
                Tone.linear(pixels.get(y, x, 2) / 255f),
                Tone.linear(pixels.get(y, x, 1) / 255f),
                Tone.linear(pixels.get(y, x, 0) / 255f));
    }
}
