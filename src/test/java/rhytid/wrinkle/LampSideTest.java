package rhytid.wrinkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rhytid.face.CanonicalFace;
import rhytid.face.FaceMesh;

class LampSideTest {

    /** What is believed of a side that is seen, by how far faces are from being symmetric. */
    private static final double BELIEVED = 0.8;

    @Test
    void aLampOnOneSideIsToldBetweenTheMiddleAndWhereItIsSeen() {
        LampSide side = LampSide.of(light(i -> -0.2 * FaceShading.shade(i)[0]));
        assertThat(side.across()).isEqualTo(BELIEVED * 0.2, within(0.01));
        assertThat(side.error()).isLessThan(LampSide.UNKNOWN.error() / 2);
    }

    @Test
    void colourThatBothHalvesShareIsNoSide() {
        double[] pale = new Random(3).doubles(FaceShading.places(), -0.3, 0.3).toArray();
        LampSide side = LampSide.of(light(i -> pale[Math.min(i, FaceMesh.mirror(i))]));
        assertThat(side.across()).isEqualTo(0, within(1e-9));
    }

    @Test
    void hairOverATemplePullsLittle() {
        LampSide side = LampSide.of(light(i -> FaceShading.shade(i)[0] > 0.7 ? -0.5 : 0));
        assertThat(Math.abs(side.across())).isLessThan(LampSide.UNKNOWN.error());
    }

    @Test
    void aShadowOverOneCheekPullsLittle() {
        LampSide side = LampSide.of(light(i -> isOnOneCheek(i) ? -0.4 : 0));
        assertThat(Math.abs(side.across())).isLessThan(side.error());
    }

    private static boolean isOnOneCheek(int place) {
        CanonicalFace.Vertex at = CanonicalFace.vertex(place);
        return at.x() > 15 && CanonicalFace.vertex(468).y() - at.y() > 15;
    }

    @Test
    void fewPlacesTellNothing() {
        double[] ln = light(i -> -0.2 * FaceShading.shade(i)[0]);
        Arrays.fill(ln, 40, ln.length, Double.NaN);
        assertThat(LampSide.of(ln)).isEqualTo(LampSide.UNKNOWN);
    }

    private static double[] light(IntToDoubleFunction ln) {
        return IntStream.range(0, FaceShading.places()).mapToDouble(ln).toArray();
    }
}
