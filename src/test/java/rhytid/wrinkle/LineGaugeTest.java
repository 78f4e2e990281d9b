package rhytid.wrinkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import rhytid.geometry.Box;
import rhytid.geometry.Point;
import rhytid.geometry.Polyline;

class LineGaugeTest {

    /** The width is one of a list, each 15 % wider than the one before. */
    private static final double BY_LISTED_WIDTHS = 0.03;

    private static final double DEPTH = 0.2;
    private static final double SIGMA_MM = 0.4;
    private static final Polyline COURSE = new Polyline(List.of(new Point(-8, 0), new Point(8, 0)));
    private static final Raster FLAT = valley();

    @Test
    void aValleyIsReadWithItsDepthAndWidth() {
        LineGauge gauge = LineGauge.of(COURSE, FLAT);
        assertThat(LineSearch.mean(gauge.depths(FLAT))).isEqualTo(DEPTH, within(BY_LISTED_WIDTHS * DEPTH));
        assertThat(gauge.widthMm()).isEqualTo(2.355 * SIGMA_MM, within(0.08));
    }

    @Test
    void textureTakesMuchOfAShallowLineAndLittleOfADeepOne() {
        LineGauge gauge = LineGauge.of(COURSE, FLAT);
        assertThat(gauge.texture()).isZero();
        assertThat(gauge.less(0.1 * DEPTH, FLAT).texture()).isBetween(0.0, 0.03 * DEPTH);
        LineGauge shallow = gauge.less(DEPTH, FLAT);
        assertThat(shallow.texture()).isBetween(0.4 * DEPTH, DEPTH);
        assertThat(LineSearch.mean(shallow.depths(FLAT)))
                .isEqualTo(LineSearch.mean(gauge.depths(FLAT)) - shallow.texture(), within(1e-9));
    }

    @Test
    void aLineWithinSkinIsFlankedByItAllAlong() {
        assertThat(LineGauge.of(COURSE, FLAT).flankedBy(skinBelow(-3))).isEqualTo(1);
    }

    @Test
    void aLineAlongTheBorderOfSkinIsNotFlanked() {
        assertThat(LineGauge.of(COURSE, FLAT).flankedBy(skinBelow(-0.5))).isZero();
    }

    @Test
    void aLineThatRunsOutOfSkinIsFlankedAsFarAsSkinGoes() {
        Raster skin = skinBelow(-3);
        for (int i = 0; i < skin.values().length; i++) {
            skin.values()[i] = skin.xMm(i % skin.width()) < 4 ? 1 : 0;
        }
        assertThat(LineGauge.of(COURSE, FLAT).flankedBy(skin)).isEqualTo(0.75, within(0.03));
    }

    @Test
    void aPlaceMovedToTheBorderIsNotFlanked() {
        LineGauge gauge = LineGauge.of(COURSE, FLAT);
        Raster skin = skinBelow(-3);
        assertThat(gauge.isFlanked(5, new Point(0, 2), skin)).isTrue();
        assertThat(gauge.isFlanked(5, new Point(0, -2.5), skin)).isFalse();
    }

    private static Raster valley() {
        Raster raster = SkinFrame.raster(new Box(-12, -8, 24, 16), 8);
        for (int i = 0; i < raster.values().length; i++) {
            double off = raster.yMm(i / raster.width()) / SIGMA_MM;
            raster.values()[i] = (float) (-DEPTH * Math.exp(-off * off / 2));
        }
        return raster;
    }

    /** Skin from a height on downwards. */
    private static Raster skinBelow(double yMm) {
        Raster raster = SkinFrame.raster(new Box(-12, -8, 24, 16), SkinMask.PX_PER_MM);
        for (int i = 0; i < raster.values().length; i++) {
            raster.values()[i] = raster.yMm(i / raster.width()) > yMm ? 1 : 0;
        }
        return raster;
    }
}
