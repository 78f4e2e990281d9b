package rhytid.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import rhytid.face.Expression;
import rhytid.face.Side;
import rhytid.geometry.Point;

class MotionTest {

    /**
     * The search for where a place came from ends after a fixed number of steps; where a raised brow stretches the skin
     * above the lid most, under one place in a hundred is still this far off.
     */
    private static final double SEARCH_MM = 0.25;

    private final Anatomy anatomy = MeanFace.of(Base.OLIVE_WOMAN, false).anatomy();

    @Test
    void whatIsSeenAtAMovedPlaceIsWhatWasMovedThere() {
        Effect strong = Effect.NONE.brow(Side.LEFT, new BrowShift(1.2, 2.6, 3));
        Motion motion = new Motion(anatomy, 280, 320, Expression.BROW_RAISE, strong);
        double[] place = new double[2];
        for (double x = 90; x <= 190; x += 2.5) {
            for (double y = 70; y <= 165; y += 1.5) {
                Point moved = motion.forward(new Point(x, y));
                if (anatomy.points().subList(18, 34).stream().allMatch(lid -> lid.distanceTo(moved) > 9)) {
                    motion.back(moved.x(), moved.y(), place);
                    assertThat(place[0]).isEqualTo(x, within(SEARCH_MM));
                    assertThat(place[1]).as("from %s, %s", x, y).isEqualTo(y, within(SEARCH_MM));
                }
            }
        }
    }

    @Test
    void aLoweredLidCoversTheEyeAndLeavesItInPlace() {
        Motion motion = new Motion(anatomy, 280, 320, Expression.REST, Effect.NONE.lid(Side.RIGHT, -1.5));
        Point pupil = anatomy.pupil(Side.RIGHT);
        Point margin = anatomy.upperLid(Side.RIGHT)
                .at(0.5 * anatomy.upperLid(Side.RIGHT).length());
        double[] place = new double[2];
        motion.back(pupil.x(), pupil.y(), place);
        assertThat(place).containsExactly(pupil.x(), pupil.y());
        motion.back(margin.x(), margin.y() + 1, place);
        assertThat(place[1]).as("skin of the lid, from above its old margin").isLessThan(margin.y());
        assertThat(motion.forwardOnLid(Side.RIGHT, margin).y()).isEqualTo(margin.y() + 1.5, within(0.05));
    }

    @Test
    void theEyesStayWhereTheyAreWhenTheBrowsRise() {
        Motion motion = new Motion(anatomy, 280, 320, Expression.BROW_RAISE, Effect.NONE);
        for (Side side : Side.values()) {
            assertThat(motion.forward(anatomy.pupil(side)).distanceTo(anatomy.pupil(side)))
                    .isZero();
        }
    }
}
