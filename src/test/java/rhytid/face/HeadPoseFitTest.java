package rhytid.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rhytid.geometry.Point;

class HeadPoseFitTest {

    private static final Point MIDDLE = new Point(1999.5, 1499.5);
    private static final double FOCAL_PX = 4000;
    private static final double FIT_DEG = 0.3;

    @ParameterizedTest
    @CsvSource({
        "0,0,0",
        "10,0,0",
        "-10,0,0",
        "0,8,0",
        "0,-8,0",
        "0,0,12",
        "0,0,-12",
        "15,10,5",
        "-15,-10,20",
        "25,-15,-25"
    })
    void recoversTheTurnsItWasGiven(double yaw, double pitch, double roll) {
        FaceLandmarks seen = seen(yaw, pitch, roll, new Point(0, 0), 800);
        HeadPoseFit fit = HeadPoseFit.of(seen, FOCAL_PX, MIDDLE);
        assertThat(fit.pose().yaw()).isCloseTo(yaw, within(FIT_DEG));
        assertThat(fit.pose().pitch()).isCloseTo(pitch, within(FIT_DEG));
        assertThat(fit.pose().roll()).isCloseTo(roll, within(FIT_DEG));
        assertThat(fit.misfit()).isLessThan(1e-3);
        assertThat(fit.distanceMm()).isCloseTo(800, within(5.0));
    }

    @Test
    void noseToTheRightOfThePhotoIsAPositiveYaw() {
        FaceLandmarks seen = seen(12, 0, 0, new Point(0, 0), 800);
        double eyes = (seen.pupil(Side.RIGHT).x() + seen.pupil(Side.LEFT).x()) / 2;
        assertThat(seen.point(FaceMesh.NOSE_TIP).x()).isGreaterThan(eyes);
    }

    @Test
    void loweredRightEyeIsAPositiveRoll() {
        FaceLandmarks seen = seen(0, 0, 12, new Point(0, 0), 800);
        assertThat(seen.pupil(Side.RIGHT).y())
                .isGreaterThan(seen.pupil(Side.LEFT).y());
    }

    @Test
    void raisedBrowsAndAnOpenMouthDoNotTurnTheHead() {
        List<Point> points = new ArrayList<>(seen(5, 3, 0, new Point(0, 0), 800).points());
        for (Side side : Side.values()) {
            for (int i : FaceMesh.browOutline(side)) {
                points.set(i, points.get(i).plus(new Point(0, -40)));
            }
        }
        for (int i : new int[] {FaceMesh.MENTON, FaceMesh.POGONION, FaceMesh.LOWER_LIP_BOTTOM}) {
            points.set(i, points.get(i).plus(new Point(0, 120)));
        }
        HeadPose pose = HeadPoseFit.of(new FaceLandmarks(points, 1, 1), FOCAL_PX, MIDDLE)
                .pose();
        assertThat(pose.yaw()).isCloseTo(5, within(FIT_DEG));
        assertThat(pose.pitch()).isCloseTo(3, within(FIT_DEG));
    }

    @Test
    void anOutlineThatSlidesOverTheSkinIsNoNod() {
        FaceLandmarks exact = seen(5, -4, 0, new Point(0, 0), 1000);
        List<Point> points = new ArrayList<>(exact.points());
        for (int i : FaceMesh.oval()) {
            points.set(i, points.get(i).plus(new Point(0, 40)));
        }
        // The network shows 0.85 of a nod: points that nod by 4° are of a head that nodded by 4.7.
        assertThat(Nod.of(exact)).isCloseTo(-4 / 0.85, within(FIT_DEG));
        assertThat(Nod.of(new FaceLandmarks(points, 1, 0))).isEqualTo(Nod.of(exact));
    }

    @Test
    void croppingThePhotoAsideDoesNotTurnTheHead() {
        // The face stands 12 degrees off the axis; the same picture, its middle unknown, must say the same.
        FaceLandmarks seen = seen(4, -3, 2, new Point(170, 60), 800);
        HeadPose whole = HeadPoseFit.of(seen, FOCAL_PX, MIDDLE).pose();
        HeadPose cropped =
                HeadPoseFit.of(seen, FOCAL_PX, seen.point(FaceMesh.NASION)).pose();
        assertThat(cropped.yaw()).isCloseTo(whole.yaw(), within(1.0));
        assertThat(cropped.pitch()).isCloseTo(whole.pitch(), within(1.0));
    }

    @Test
    void anUnknownFocalLengthCostsLittle() {
        FaceLandmarks seen = seen(6, 4, 0, new Point(0, 0), 600);
        HeadPose guessed = HeadPoseFit.of(seen, Double.NaN, MIDDLE).pose();
        assertThat(guessed.yaw()).isCloseTo(6, within(1.0));
        assertThat(guessed.pitch()).isCloseTo(4, within(1.0));
    }

    @Test
    void theStatedErrorIsTheScatterOfNoisyPoints() {
        FaceLandmarks exact = seen(5, -4, 0, new Point(0, 0), 800);
        double noisePx = 4;
        Random random = new Random(7);
        double squares = 0;
        int tries = 60;
        double stated = 0;
        for (int i = 0; i < tries; i++) {
            List<Point> noisy = exact.points().stream()
                    .map(p -> p.plus(new Point(random.nextGaussian(), random.nextGaussian()).times(noisePx)))
                    .toList();
            // The spread is that of points in the plane: both axes together.
            HeadPoseFit fit = HeadPoseFit.of(new FaceLandmarks(noisy, 1, noisePx * Math.sqrt(2)), FOCAL_PX, MIDDLE);
            squares += Math.max(
                    Math.pow(fit.pose().pitch() + 4, 2), Math.pow(fit.pose().yaw() - 5, 2));
            stated = fit.errorDeg();
        }
        double scatter = Math.sqrt(squares / tries);
        assertThat(scatter).isBetween(stated / 1.6, stated * 1.6);
    }

    /** The mean face turned and seen by a camera, by formulas of its own. */
    private static FaceLandmarks seen(double yaw, double pitch, double roll, Point offAxisMm, double distanceMm) {
        double a = Math.toRadians(pitch);
        double b = Math.toRadians(yaw);
        double c = Math.toRadians(roll);
        List<Point> points = CanonicalFace.vertices().stream()
                .map(v -> {
                    double y1 = v.y() * Math.cos(a) + v.z() * Math.sin(a);
                    double z1 = -v.y() * Math.sin(a) + v.z() * Math.cos(a);
                    double x2 = v.x() * Math.cos(b) + z1 * Math.sin(b);
                    double z2 = -v.x() * Math.sin(b) + z1 * Math.cos(b);
                    double x3 = x2 * Math.cos(c) - y1 * Math.sin(c);
                    double y3 = x2 * Math.sin(c) + y1 * Math.cos(c);
                    double depth = distanceMm - z2;
                    return MIDDLE.plus(new Point(x3 + offAxisMm.x(), offAxisMm.y() - y3).times(FOCAL_PX / depth));
                })
                .toList();
        return new FaceLandmarks(points, 1, 0);
    }
}
