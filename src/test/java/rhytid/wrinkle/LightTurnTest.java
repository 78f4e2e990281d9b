package rhytid.wrinkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static rhytid.wrinkle.DrawnSkin.straight;

import org.junit.jupiter.api.Test;
import rhytid.face.Face;
import rhytid.geometry.Point;
import rhytid.photo.Photo;

class LightTurnTest {

    /** Noise of two photos and of 468 places. */
    private static final double NOISE = 0.02;

    private static final Point ACROSS_FOREHEAD_LINES = new Point(0, 1);
    private static final Point ACROSS_UPRIGHT_LINES = new Point(1, 0);

    @Test
    void sameLightIsNoTurn() {
        LightTurn turn = turn(DrawnSkin.plain(), DrawnSkin.plain().retaken(2));
        assertThat(turn.across()).isEqualTo(0, within(NOISE));
        assertThat(turn.down()).isEqualTo(0, within(NOISE));
        assertThat(turn.gain(ACROSS_FOREHEAD_LINES)).isEqualTo(1, within(NOISE));
    }

    @Test
    void aNearerLampIsNoTurn() {
        LightTurn turn = turn(DrawnSkin.plain(), DrawnSkin.plain().lit(0.3, 0.2));
        assertThat(turn.across()).isEqualTo(0, within(NOISE));
        assertThat(turn.down()).isEqualTo(0, within(NOISE));
    }

    @Test
    void aShadowOverOneSideOfTheFaceIsNoSureTurn() {
        LightTurn turn = turn(DrawnSkin.plain(), DrawnSkin.plain().retaken(2).with(straight(45, 0, 160, 90, 12, 0.3)));
        assertThat(Math.abs(turn.across())).isLessThan(2 * turn.acrossError());
        assertThat(Math.abs(turn.down())).isLessThan(2 * turn.downError());
    }

    /** It fits the slopes of the face as if the lamp had sunk, by 0.23 and five times as much as its parts disagree. */
    @Test
    void aShadowOverTheLowerFaceIsNoLampThatMoved() {
        LightTurn turn = turn(DrawnSkin.plain(), DrawnSkin.plain().retaken(2).with(straight(0, 30, 300, 0, 20, 0.35)));
        assertThat(turn.down()).isBetween(-0.1, 0.1);
        assertThat(Math.abs(turn.down())).isLessThan(turn.downError());
    }

    @Test
    void higherLampDeepensForeheadLinesAndLeavesUprightOnes() {
        LightTurn turn = new LightTurn(0, -0.2, 0.01, 0.01, LampSide.UNKNOWN);
        assertThat(turn.gain(ACROSS_FOREHEAD_LINES)).isGreaterThan(1.1);
        assertThat(turn.gain(ACROSS_UPRIGHT_LINES)).isEqualTo(1, within(1e-9));
        assertThat(turn.doubt(ACROSS_FOREHEAD_LINES)).isGreaterThan(0.03);
    }

    @Test
    void sidewaysTurnMakesUprightLinesUncertain() {
        LightTurn turn = new LightTurn(0.2, 0, 0.01, 0.01, LampSide.UNKNOWN);
        assertThat(turn.doubt(ACROSS_UPRIGHT_LINES)).isGreaterThan(5 * turn.doubt(ACROSS_FOREHEAD_LINES));
    }

    @Test
    void aKnownSideMakesUprightLinesSurer() {
        LightTurn unknown = new LightTurn(0.2, 0, 0.01, 0.01, LampSide.UNKNOWN);
        LightTurn known = new LightTurn(0.2, 0, 0.01, 0.01, new LampSide(0.1, 0.06));
        assertThat(known.doubt(ACROSS_UPRIGHT_LINES)).isLessThan(0.7 * unknown.doubt(ACROSS_UPRIGHT_LINES));
    }

    @Test
    void aLampAsideThatGoesFartherAsideDeepensUprightLines() {
        LightTurn farther = new LightTurn(0.2, 0, 0.01, 0.01, new LampSide(0.15, 0.06));
        LightTurn nearer = new LightTurn(-0.2, 0, 0.01, 0.01, new LampSide(0.15, 0.06));
        assertThat(farther.gain(ACROSS_UPRIGHT_LINES)).isGreaterThan(1.1);
        assertThat(nearer.gain(ACROSS_UPRIGHT_LINES)).isEqualTo(1 / farther.gain(ACROSS_UPRIGHT_LINES), within(1e-9));
    }

    @Test
    void higherLampDeepensTextureLessThanTheLinesAcrossIt() {
        LightTurn turn = new LightTurn(0, -0.2, 0.01, 0.01, LampSide.UNKNOWN);
        assertThat(turn.ofTexture()).isBetween(1.1, turn.gain(ACROSS_FOREHEAD_LINES));
    }

    @Test
    void aLargerTurnIsDoubtedMore() {
        LightTurn small = new LightTurn(0, -0.05, 0.005, 0.005, LampSide.UNKNOWN);
        LightTurn large = new LightTurn(0, -0.3, 0.005, 0.005, LampSide.UNKNOWN);
        assertThat(large.doubt(ACROSS_FOREHEAD_LINES)).isGreaterThan(2 * small.doubt(ACROSS_FOREHEAD_LINES));
        assertThat(LightTurn.NONE.doubt(ACROSS_FOREHEAD_LINES)).isZero();
    }

    private static LightTurn turn(DrawnSkin before, DrawnSkin after) {
        try (Photo one = before.photo();
                Photo two = after.photo()) {
            Face face = before.face();
            SkinFrame frame = SkinFrame.of(face);
            Canvas canvas = Canvas.of(face, frame, SkinMask.PX_PER_MM);
            SkinMask mask = canvas.mask(one, face.landmarks(), frame).and(canvas.mask(two, face.landmarks(), frame));
            Raster first = LightReader.luminance(one, frame, canvas.raster(), null);
            Raster second = LightReader.luminance(two, frame, canvas.raster(), null);
            return LightTurnFit.between(first, second, mask, face.landmarks(), frame);
        }
    }
}
