package rhytid.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import rhytid.London;
import rhytid.face.Face;
import rhytid.face.FaceFinder;
import rhytid.face.FaceMesh;
import rhytid.face.Models;
import rhytid.face.Side;
import rhytid.geometry.Point;
import rhytid.photo.Photo;

/** Real mouths, a corner moved by a known distance: the mesh alone sees three quarters of it. */
class MovedCornerTest {

    /** MEASURES.md: moved by a known distance, mean absolute error. */
    private static final double GOAL_MM = 0.3;

    private static final int FACES = 3;

    private static final double[] MOVES_MM = {-2.5, 1.5};

    @Test
    void aCornerOfTheMouthMovedByAKnownDistanceIsMeasured() {
        double errors = 0;
        int count = 0;
        try (FaceFinder finder = new FaceFinder(Models.open(Path.of("models")))) {
            for (Path file : Pictures.spread(LondonHalves.judged(), FACES)) {
                try (Photo photo = London.read(file)) {
                    Face before = finder.find(photo).getFirst();
                    for (double mm : MOVES_MM) {
                        try (Photo moved = PictureWarp.commissureMoved(photo, before, Side.LEFT, mm)) {
                            Face after = finder.find(moved).getFirst();
                            errors += Math.abs(rise(before, after, Side.LEFT) - mm);
                            count++;
                            assertThat(rise(before, after, Side.RIGHT))
                                    .as("the corner that stays")
                                    .isCloseTo(0, within(GOAL_MM));
                        }
                    }
                }
            }
        }
        assertThat(errors / count).isLessThan(GOAL_MM);
    }

    private static double rise(Face before, Face after, Side side) {
        List<Point> corners = List.of(
                before.landmarks().point(FaceMesh.commissure(side)),
                after.landmarks().point(FaceMesh.commissure(side)));
        return before.scale()
                .mm(corners.getLast()
                        .minus(corners.getFirst())
                        .dot(before.landmarks().up()));
    }
}
