package rhytid.wrinkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import rhytid.face.Face;

class ContrastGainTest {

    private static final Face FACE = DrawnSkin.plain().face();
    private static final SkinFrame FRAME = SkinFrame.of(FACE);
    private static final Canvas CANVAS = Canvas.of(FACE, FRAME, 4);

    @Test
    void anotherToneCurveStandsOutAndIsTakenOut() {
        Raster skin = texture(1, 0.02);
        ContrastGain gain = gain(skin, times(skin, 1.3f), 1);
        assertThat(gain.gain()).isEqualTo(1.3, within(0.02));
        assertThat(gain.error()).isLessThan(0.03);
    }

    @Test
    void photosOfOneSetUpKeepTheirContrast() {
        Raster skin = texture(1, 0.02);
        ContrastGain gain = gain(plus(skin, texture(2, 0.004)), plus(skin, texture(3, 0.004)), 1);
        assertThat(gain.gain()).isEqualTo(1, within(0.01));
        assertThat(gain.error()).isLessThan(0.02);
    }

    @Test
    void skinThatShowsNothingSharedSaysNothing() {
        ContrastGain gain = gain(texture(1, 0.02), texture(2, 0.03), 1);
        assertThat(gain.gain()).isEqualTo(1, within(0.1));
        assertThat(gain.error()).isGreaterThan(0.05);
    }

    @Test
    void noiseThatIsKnownToBeMoreIsNoContrast() {
        Raster skin = texture(1, 0.02);
        Raster before = plus(skin, texture(2, 0.003));
        Raster after = plus(skin, texture(3, 0.009));
        assertThat(gain(before, after, 9).gain()).isEqualTo(1, within(0.01));
    }

    @Test
    void aSmallGainThatMayBeChanceIsHardlyBelieved() {
        assertThat(ContrastGain.believed(0.03, 0.03).gain()).isEqualTo(1, within(0.01));
    }

    @Test
    void theUnsurerAGainTheLessOfItIsBelieved() {
        assertThat(ContrastGain.believed(0.2, 0.1).gain())
                .isLessThan(ContrastGain.believed(0.2, 0.04).gain());
        assertThat(ContrastGain.believed(0.2, 0.1).error())
                .isGreaterThan(ContrastGain.believed(0.2, 0.04).error());
    }

    @Test
    void lessContrastIsTheInverseOfMore() {
        assertThat(ContrastGain.believed(-0.2, 0.05).gain())
                .isEqualTo(1 / ContrastGain.believed(0.2, 0.05).gain(), within(1e-12));
    }

    @Test
    void finerPixelsAndAnAddedBlurLeaveLessNoise() {
        assertThat(ContrastGain.noise(8, 0)).isEqualTo(ContrastGain.noise(4, 0) / 4, within(1e-12));
        assertThat(ContrastGain.noise(4, 0.3)).isLessThan(ContrastGain.noise(4, 0));
    }

    @Test
    void contrastThatNoToneCurveMakesIsNotBelieved() {
        Raster skin = texture(1, 0.02);
        assertThat(gain(skin, times(skin, 1.3f), 1).isUnbelievable()).isFalse();
        assertThat(gain(skin, times(skin, 1.9f), 1).isUnbelievable()).isTrue();
        assertThat(gain(times(skin, 1.9f), skin, 1).isUnbelievable()).isTrue();
    }

    private static ContrastGain gain(Raster before, Raster after, double noiseRatio) {
        Raster skin = SkinFrame.raster(CANVAS.extent(), SkinMask.PX_PER_MM);
        java.util.Arrays.fill(skin.values(), 1);
        SkinMask mask = new SkinMask(skin, skin.empty(), skin.empty(), skin.empty());
        return ContrastGain.of(before, after, noiseRatio, CANVAS, mask, LightTurn.NONE);
    }

    /** Unevenness of about a line's width, as Weber contrast. */
    private static Raster texture(long seed, double spread) {
        Random random = new Random(seed);
        Raster raster = CANVAS.raster().empty();
        for (int i = 0; i < raster.values().length; i++) {
            raster.values()[i] = (float) random.nextGaussian();
        }
        double sigmaMm = 0.4;
        double left = 1 / (2 * sigmaMm * raster.pxPerMm() * Math.sqrt(Math.PI));
        return times(raster.blurred(sigmaMm), (float) (spread / left));
    }

    private static Raster times(Raster raster, float factor) {
        float[] values = raster.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
        return raster.with(values);
    }

    private static Raster plus(Raster one, Raster other) {
        float[] values = one.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] += other.values()[i];
        }
        return one.with(values);
    }
}
