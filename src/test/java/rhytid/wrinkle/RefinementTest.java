package rhytid.wrinkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static rhytid.wrinkle.DrawnSkin.straight;

import org.junit.jupiter.api.Test;
import rhytid.face.Face;
import rhytid.geometry.Affine;
import rhytid.geometry.Point;
import rhytid.photo.Photo;

/** What lays the skin of the follow-up over the baseline's can neither erase a line nor invent one. */
class RefinementTest {

    /** Of a line's depth: what a field smooth over several millimetres may take or give. */
    private static final double DEPTH_SHARE = 0.05;

    /** A drawn face has no lashes to tell the blur by, so that one photo is blurred a little for nothing. */
    private static final double BLUR_WITHOUT_EDGES = 0.15;

    /** A field as smooth as a window of 5 mm: no faster than this, mm per mm. */
    private static final double STEEPEST = 0.2;

    private static final DrawnSkin SMOOTH = DrawnSkin.plain();
    private static final DrawnSkin LINED = SMOOTH.with(straight(0, -48, 34, 3, 0.4, 0.2));

    @Test
    void removedLineIsAsGoneWithRefinementAsWithout() {
        assertRefinementKeeps(LINED, SMOOTH.retaken(2), 0.2, 0);
    }

    @Test
    void addedLineIsAsThereWithRefinementAsWithout() {
        assertRefinementKeeps(SMOOTH, LINED.retaken(2), 0, 0.2);
    }

    @Test
    void aFaceThatLiesOffIsLaidOverWithoutTouchingItsLines() {
        Affine off = new Affine(1, 0, 4, 0, 1, -5);
        try (Photo one = LINED.photo();
                Photo two = LINED.retaken(2).seenBy(off).photo()) {
            MatchedLight light = light(one, two);
            // The alignment was given as none, so that the refinement has all of the move to find.
            Point move = light.flow().apply(new Point(0, -48)).minus(new Point(0, -48));
            assertThat(move.x()).isEqualTo(4 / DrawnSkin.PX_PER_MM, within(0.05));
            assertThat(move.y()).isEqualTo(-5 / DrawnSkin.PX_PER_MM, within(0.05));
            LineGauge gauge = gauge(light.before());
            assertThat(depth(gauge, light.after())).isEqualTo(depth(gauge, light.before()), within(DEPTH_SHARE * 0.2));
            assertThat(steepest(light.flow())).isLessThan(STEEPEST);
        }
    }

    private static void assertRefinementKeeps(DrawnSkin before, DrawnSkin after, double was, double is) {
        try (Photo one = before.photo();
                Photo two = after.photo()) {
            MatchedLight light = light(one, two);
            Canvas canvas = canvas(before.face());
            SkinFrame frame = SkinFrame.of(before.face());
            SkinMask mask = canvas.mask(two, before.face().landmarks(), frame);
            Raster plain = FlatSkin.flatten(
                    LightReader.luminance(two, frame, canvas.raster(), null)
                            .blurred(light.match().blurAfterMm()),
                    mask);
            LineGauge gauge = gauge(was > is ? light.before() : plain);
            assertThat(depth(gauge, light.before())).isEqualTo(was, within(BLUR_WITHOUT_EDGES * 0.2));
            assertThat(depth(gauge, light.after())).isEqualTo(is, within(BLUR_WITHOUT_EDGES * 0.2));
            assertThat(depth(gauge, light.after())).isEqualTo(depth(gauge, plain), within(DEPTH_SHARE * 0.2));
            assertThat(steepest(light.flow())).isLessThan(STEEPEST);
        }
    }

    /** Along the drawn line. */
    private static LineGauge gauge(Raster flat) {
        return LineGauge.of(LINED.valleys().getFirst().path(), flat);
    }

    private static double depth(LineGauge gauge, Raster flat) {
        return LineSearch.mean(gauge.depths(flat));
    }

    private static double steepest(Flow flow) {
        Raster dx = flow.dxMm();
        double steepest = 0;
        for (double y = -60; y < 40; y++) {
            for (double x = -40; x < 40; x++) {
                Point here = flow.apply(new Point(x, y)).minus(new Point(x, y));
                Point there = flow.apply(new Point(x + 1, y + 1)).minus(new Point(x + 1, y + 1));
                steepest = Math.max(steepest, here.distanceTo(there) / Math.sqrt(2));
            }
        }
        assertThat(dx.pxPerMm()).isEqualTo(1);
        return steepest;
    }

    private static MatchedLight light(Photo one, Photo two) {
        Face face = LINED.face();
        SkinFrame frame = SkinFrame.of(face);
        Canvas canvas = canvas(face);
        SkinMask mask = canvas.mask(one, face.landmarks(), frame).and(canvas.mask(two, face.landmarks(), frame));
        return MatchedLight.of(canvas, mask, one, two, frame);
    }

    private static Canvas canvas(Face face) {
        SkinFrame frame = SkinFrame.of(face);
        return Canvas.of(face, frame, frame.pxPerMm());
    }
}
