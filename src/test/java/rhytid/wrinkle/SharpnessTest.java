package rhytid.wrinkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rhytid.face.Face;
import rhytid.geometry.Box;

class SharpnessTest {

    private static final Face FACE = DrawnSkin.plain().face();
    private static final SkinFrame FRAME = SkinFrame.of(FACE);

    /** The share of a blur that four features of a few square centimetres leave unsure. */
    private static final double OF_A_BLUR = 0.1;

    private static final Raster LASHES = lashes();

    @ParameterizedTest
    @ValueSource(doubles = {0.15, 0.25, 0.4})
    void aSofterPhotoIsSofterByTheBlurThatWasAdded(double mm) {
        Sharpness.Beyond beyond = of(LASHES.blurred(mm)).blurBeyond(of(LASHES));
        assertThat(beyond.mm2()).isEqualTo(mm * mm, within(OF_A_BLUR * mm * mm));
        assertThat(of(LASHES).blurBeyond(of(LASHES.blurred(mm))).mm2()).isEqualTo(-beyond.mm2());
    }

    @Test
    void aDarkerExposureIsNoBlur() {
        float[] dark = LASHES.values().clone();
        for (int i = 0; i < dark.length; i++) {
            dark[i] *= 0.4f;
        }
        assertThat(of(LASHES.with(dark)).blurBeyond(of(LASHES)).mm2()).isZero();
    }

    @Test
    void noiseOfAnotherShotIsNoBlur() {
        Sharpness.Beyond beyond = of(noisy(1)).blurBeyond(of(noisy(2)));
        assertThat(beyond.mm2()).isZero();
        assertThat(beyond.error()).isPositive();
    }

    @Test
    void aBlurThatChanceWouldMakeIsNone() {
        assertThat(Sharpness.shrunk(0.0009, 0.001)).isZero();
        assertThat(Sharpness.shrunk(-0.0009, 0.001)).isZero();
    }

    @Test
    void aBlurFarBeyondChanceStaysWithItsSign() {
        assertThat(Sharpness.shrunk(-0.05, 0.001)).isEqualTo(-0.05, within(0.0001));
        assertThat(Sharpness.shrunk(0.002, 0.001)).isBetween(0.001, 0.002);
    }

    private static Sharpness of(Raster light) {
        return Sharpness.of(light, FACE.landmarks(), FRAME);
    }

    /** Strong detail of about 0.2 mm all over the upper face. */
    private static Raster lashes() {
        Raster empty = SkinFrame.raster(new Box(-60, -40, 120, 60), 8);
        Raster fine = scattered(empty, 5, 1).blurred(0.12);
        for (int i = 0; i < fine.values().length; i++) {
            fine.values()[i] = Math.max(0.01f, 0.3f + fine.values()[i] * 0.3f);
        }
        return fine;
    }

    private static Raster noisy(long seed) {
        float[] noise = scattered(LASHES, seed, 0.003f).values();
        for (int i = 0; i < noise.length; i++) {
            noise[i] += LASHES.values()[i];
        }
        return LASHES.with(noise);
    }

    private static Raster scattered(Raster like, long seed, float spread) {
        Random random = new Random(seed);
        Raster raster = like.empty();
        for (int i = 0; i < raster.values().length; i++) {
            raster.values()[i] = (float) (spread * random.nextGaussian());
        }
        return raster;
    }
}
