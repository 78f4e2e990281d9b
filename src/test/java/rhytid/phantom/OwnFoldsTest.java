package rhytid.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import rhytid.geometry.Point;
import rhytid.wrinkle.Region;

/** What a treatment leaves of a region's drawn lines, it leaves of the folds that were there before. */
class OwnFoldsTest {

    private static final double PX_PER_MM = 3;

    private final MeanFace mean = MeanFace.of(Base.DARK, false);
    private final Point belowEye = mean.anatomy().pupil(rhytid.face.Side.LEFT).plus(new Point(0, 14));
    private final Window window = Window.over(60, 60, 220, 260, PX_PER_MM);

    @Test
    void aFoldFadesByTheShareItsRegionFades() {
        List<Plane> before = seen();
        List<Plane> some = faded(0.4);
        List<Plane> none = faded(0);
        double all = 0;
        for (int mm = -6; mm <= 6; mm++) {
            int x = (int) window.column(belowEye.x() + mm);
            int y = (int) window.row(belowEye.y());
            float was = before.getFirst().get(x, y);
            float gone = was - none.getFirst().get(x, y);
            assertThat(was - some.getFirst().get(x, y)).isEqualTo(0.6f * gone, within(1e-4f));
            all += Math.abs(gone);
        }
        assertThat(all).as("the mean face has a fold here").isGreaterThan(0.01);
    }

    @Test
    void whatIsNotTreatedStays() {
        int x = (int) window.column(mean.anatomy().midlineX());
        int y = (int) window.row(
                mean.anatomy().browUpper(rhytid.face.Side.LEFT).first().y() - 20);
        assertThat(faded(0).getFirst().get(x, y)).isEqualTo(seen().getFirst().get(x, y));
    }

    private List<Plane> seen() {
        return mean.rgb().stream()
                .map(plane -> window.seen(plane, mean.pxPerMm()))
                .toList();
    }

    private List<Plane> faded(double left) {
        List<Plane> rgb = seen();
        OwnFolds.of(mean).fade(window, rgb, Effect.NONE.lines(left, Region.INFRAORBITAL_LEFT));
        return rgb;
    }
}
