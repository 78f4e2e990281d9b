package rhytid.phantom;

import java.util.List;
import rhytid.face.Expression;
import rhytid.face.Side;
import rhytid.geometry.Affine;
import rhytid.geometry.Box;
import rhytid.geometry.Point;
import rhytid.geometry.Polyline;

/** Where everything of a phantom's face is in its photo: skin moved, head turned, picture framed. Knows no pixel. */
final class PhotoGeometry {

    /** What the middle of an unmoved picture shows, mm of the face frame. */
    private static final Point MIDDLE = new Point(140, 156);

    private static final int WIDTH_MM = 280;
    private static final int HEIGHT_MM = 320;
    /** As far as any skin is moved. */
    private static final double MOVED_MM = 9;
    /** As far as anything is moved when the head turns. */
    private static final double TURNED_MM = 54;
    /** No finer than the base can bear. */
    private static final double FINEST_PX_PER_MM = 9;

    private final Framing framing;
    private final Anatomy anatomy;
    private final Motion motion;
    private final Turn turn;
    private final Affine toPicture;
    private final Affine toFace;

    PhotoGeometry(Phantom phantom, Visit visit) {
        this.framing = visit.framing();
        this.anatomy = MeanFace.of(phantom.base(), visit.expression() == Expression.SMILE)
                .anatomy();
        this.motion = new Motion(anatomy, WIDTH_MM, HEIGHT_MM, visit.expression(), visit.effect());
        this.turn = new Turn(phantom.seed(), anatomy, framing.yawDeg(), framing.pitchDeg());
        Point centre = new Point((framing.widthPx() - 1) / 2.0, (framing.heightPx() - 1) / 2.0);
        Affine roll = Affine.similarity(framing.pxPerMm(), Math.toRadians(framing.rollDeg()), new Point(0, 0));
        this.toPicture = roll.movedBy(centre.minus(roll.apply(MIDDLE.minus(framing.shiftMm()))));
        this.toFace = toPicture.inverse();
    }

    /** The part of the face frame that the picture shows, with room for what is moved into it. */
    Window window() {
        Box seen = Box.around(List.of(
                toFace.apply(new Point(0, 0)),
                toFace.apply(new Point(framing.widthPx(), 0)),
                toFace.apply(new Point(0, framing.heightPx())),
                toFace.apply(new Point(framing.widthPx(), framing.heightPx()))));
        double room = framing.yawDeg() == 0 && framing.pitchDeg() == 0 ? MOVED_MM : TURNED_MM;
        return Window.over(
                Math.max(0, seen.x() - room),
                Math.max(0, seen.y() - room),
                Math.min(WIDTH_MM, seen.right() + room),
                Math.min(HEIGHT_MM, seen.bottom() + room),
                Math.min(FINEST_PX_PER_MM, framing.pxPerMm()));
    }

    /** Which place of the base, in mm, a pixel shows: written to {@code place} as x, y. */
    void back(int x, int y, double[] place) {
        Point mm = toFace.apply(new Point(x, y));
        turn.back(mm.x(), mm.y(), place);
        motion.back(place[0], place[1], place);
    }

    private Point toPixels(Point base) {
        return toPicture.apply(turn.forward(motion.forward(base)));
    }

    Sides<Point> pupils() {
        return Sides.of(side -> toPicture.apply(turn.forward(anatomy.pupil(side))));
    }

    private BrowShift browHeights(Side side) {
        Polyline brow = new Polyline(Shape.smooth(anatomy.browUpper(side), 0.5).points().stream()
                .map(motion::forward)
                .toList());
        return new BrowShift(
                anatomy.pupilY() - Shape.yAt(brow, anatomy.medialCanthus(side).x()),
                anatomy.pupilY() - Shape.yAt(brow, anatomy.pupil(side).x()),
                anatomy.pupilY() - Shape.yAt(brow, anatomy.lateralCanthus(side).x()));
    }

    private double browDistance() {
        Sides<Point> ends =
                Sides.of(side -> motion.forward(anatomy.browUpper(side).first()));
        return ends.left().x() - ends.right().x();
    }

    private double mrd1(Side side) {
        Polyline lid = new Polyline(Shape.smooth(anatomy.upperLid(side), 0.3).points().stream()
                .map(p -> motion.forwardOnLid(side, p))
                .toList());
        return anatomy.pupilY() - Shape.yAt(lid, anatomy.pupil(side).x());
    }

    private double commissureHeight(Side side) {
        return anatomy.pupilY() - motion.forward(anatomy.commissure(side)).y();
    }

    /** The truth about a photo with lines whose courses are given in mm of the face frame. */
    Truth truth(List<TrueLine> carved) {
        List<TrueLine> lines = carved.stream()
                .map(line -> new TrueLine(
                        line.name(),
                        line.region(),
                        new Polyline(line.path().points().stream()
                                .map(this::toPixels)
                                .toList()),
                        line.lengthMm(),
                        line.widthMm(),
                        line.depth()))
                .toList();
        return new Truth(
                framing.pxPerMm(),
                anatomy.mesh().stream().map(this::toPixels).toList(),
                pupils(),
                Sides.of(this::browHeights),
                browDistance(),
                Sides.of(this::mrd1),
                Sides.of(this::commissureHeight),
                lines);
    }
}
