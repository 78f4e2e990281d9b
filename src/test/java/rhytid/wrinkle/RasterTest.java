package rhytid.wrinkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RasterTest {

    /** Floats, and the Gaussian's tails beyond 3.5 standard deviations. */
    private static final double ROUNDING = 1e-5;

    /** Of a variance: the tails left out, the grid's own width, and the means of blocks of wide blurs. */
    private static final double OF_VARIANCE = 0.03;

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.5, 1.1, 2.6})
    void aBlurredDotKeepsItsLightAndIsAsWideAsWasAskedFor(double sigmaMm) {
        Raster dot = new Raster(new float[301 * 299], 301, 299, -20, 7, 8);
        dot.values()[149 * 301 + 150] = 1;

        Raster soft = dot.blurred(sigmaMm);

        double sum = 0;
        double across = 0;
        double down = 0;
        for (int i = 0; i < soft.values().length; i++) {
            double x = (i % 301 - 150) / dot.pxPerMm();
            double y = (i / 301 - 149) / dot.pxPerMm();
            sum += soft.values()[i];
            across += soft.values()[i] * x * x;
            down += soft.values()[i] * y * y;
        }
        assertThat(sum).isEqualTo(1, within(1e-3));
        assertThat(across / sum / (sigmaMm * sigmaMm)).isEqualTo(1, within(OF_VARIANCE));
        assertThat(down / sum / (sigmaMm * sigmaMm)).isEqualTo(1, within(OF_VARIANCE));
    }

    @Test
    void whatIsEvenStaysEvenUpToTheBorder() {
        Raster even = new Raster(new float[40 * 30], 40, 30, 0, 0, 4);
        java.util.Arrays.fill(even.values(), 0.3f);

        for (float value : even.blurred(0.6).values()) {
            assertThat(value).isEqualTo(0.3f, within((float) ROUNDING));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {2, 3.7, 8, 11})
    void aSlopeReadOnAnotherFrameIsTheSameSlope(double pxPerMm) {
        Raster slope = new Raster(new float[60 * 50], 60, 50, 1, 2, 5);
        for (int i = 0; i < slope.values().length; i++) {
            slope.values()[i] = (float) (0.7 * slope.xMm(i % 60) - 0.2 * slope.yMm(i / 60));
        }
        Raster frame = SkinFrame.raster(new rhytid.geometry.Box(1.3, 2.4, 9, 8), pxPerMm);

        Raster read = slope.stretchedTo(frame);

        for (int i = 0; i < read.values().length; i++) {
            double x = Math.min(read.xMm(i % read.width()), slope.xMm(59));
            double y = Math.min(read.yMm(i / read.width()), slope.yMm(49));
            assertThat((double) read.values()[i]).isEqualTo(0.7 * x - 0.2 * y, within(ROUNDING));
        }
    }
}
