package rhytid.wrinkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rhytid.geometry.Box;
import rhytid.geometry.Point;
import rhytid.geometry.Polyline;

class LineSearchTest {

    private static final Raster FLAT = SkinFrame.raster(new Box(-10, -10, 20, 20), 5);

    @Test
    void aLineThatWasFoundTwiceIsDrawnOnceAsFarAsItWasFound() {
        LineGauge parts = line(-8, 0, -4, 0.2);
        LineGauge whole = line(-8, 0.3, 6, 0.3);
        assertThat(LineSearch.distinct(List.of(parts, whole))).containsExactly(whole);
    }

    @Test
    void linesThatCrossOrRunSideBySideAreTwo() {
        LineGauge across = line(-8, 0, 8, 0);
        LineGauge beside = line(-7, 1, 7, 1);
        LineGauge upright = line(0, -5, 0, 5);
        assertThat(LineSearch.distinct(List.of(across, beside, upright))).containsExactly(across, beside, upright);
    }

    private static LineGauge line(double fromX, double fromY, double toX, double toY) {
        return LineGauge.of(new Polyline(List.of(new Point(fromX, fromY), new Point(toX, toY))), FLAT);
    }
}
