package rhytid.face;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rhytid.geometry.Affine;
import rhytid.geometry.Box;
import rhytid.geometry.Point;
import rhytid.geometry.Polyline;
import rhytid.photo.Photo;

/**
 * Finds the margin of a lid in the full-resolution photo. The upper one is where the dark line of lashes and shadow
 * gives way to the skin of the lid: over the iris the only edge that every eye shows, so it is followed all along. The
 * lower one is where the eye, white or iris, gives way to the redder rim of the lid.
 */
final class LidMargin {

    private static final double STEP_MM = 0.06;
    private static final double COLUMN_MM = 0.7;

    /** Smoothing, as a share of the strips' height. */
    private static final double SIGMA = 0.22;

    private static final double MAX_AT_BOUNDARY = 0.15;

    /** What is left of the error where the evidence is good: lashes have a thickness. */
    private static final double FLOOR_MM = 0.12;

    /** Share of the lid at each canthus where lashes, tear duct and shadow hide the margin: the mesh stays. */
    private static final double CORNER = 0.16;

    /**
     * The two lids differ in what shows their margin, and in how many grey levels of it are too few. The lower one
     * shows faintly and hardly moves, so it is read from higher strips, drawn stiffer and held nearer to the mesh. On
     * 31 London portraits retaken twice it repeats to 0.11 mm with strips of 1.3 mm, to 0.20 with the upper one's of
     * 0.7.
     *
     * <p>The upper one lies 1.3 mm outside of the mesh's line, up to 2.8 mm where lashes are thick (31 London
     * portraits). Outside of where it is expected lies the crease, which shows like a margin. Inside lies the eye,
     * which shows nothing like it, and a lid that hangs, which the mesh follows by a third or less: there the mesh is
     * hardly trusted, and the margin is searched as far as a lid hangs that goes down by 2 mm from the mesh's own line.
     * With the margin expected at 0.7 mm, 3 mm searched and the mesh trusted at 2, painted lashes were found now at
     * their upper edge, now within: 14 of 186 lids lowered by 0.8 to 2 mm were missed by more than 0.4 mm, now 1 is.
     */
    enum Lid {
        UPPER(Luminance.Mix.SEEN, 0.7, 7, 25, 0.4, 2.5, 1.3, 4),
        LOWER(Luminance.Mix.REDNESS, 1.3, 2.5, 100, 10, 10, 0, 2);

        /** How far outside of where it is expected the margin is searched, mm. */
        private static final double BEYOND_MM = 2;

        private final Luminance.Mix mix;
        private final double stripMm;
        private final double minEvidence;
        private final double stiffness;
        private final double trustInwards;
        private final double trustOutwards;
        private final double outwardsMm;
        private final double inwardsMm;

        /**
         * @param stripMm height of each of the two strips whose difference shows the margin
         * @param minEvidence grey levels
         * @param stiffness what a bend costs, grey levels at 1 mm between neighbouring places, squared
         * @param trustInwards what lying inside of the expected place costs, grey levels at 1 mm, squared
         * @param trustOutwards what lying outside of it costs
         * @param outwardsMm how far outside of the mesh's line the margin is expected
         * @param inwardsMm how far inside of where it is expected it is searched
         */
        Lid(
                Luminance.Mix mix,
                double stripMm,
                double minEvidence,
                double stiffness,
                double trustInwards,
                double trustOutwards,
                double outwardsMm,
                double inwardsMm) {
            this.mix = mix;
            this.stripMm = stripMm;
            this.minEvidence = minEvidence;
            this.stiffness = stiffness;
            this.trustInwards = trustInwards;
            this.trustOutwards = trustOutwards;
            this.outwardsMm = outwardsMm;
            this.inwardsMm = inwardsMm;
        }
    }

    private LidMargin() {}

    /**
     * The margin; nothing where it does not show.
     *
     * @param mesh the mesh's points of the margin, from medial to lateral
     */
    static Optional<Contour> of(Photo photo, FaceLandmarks landmarks, Lid lid, int[] mesh, MillimetreScale scale) {
        double mm = scale.pxPerMm();
        Polyline whole = SmoothCurve.through(landmarks.points(mesh));
        double length = whole.length();
        Point outside = lid == Lid.UPPER ? landmarks.up() : landmarks.up().times(-1);
        Polyline expected = part(whole, CORNER * length, (1 - CORNER) * length)
                .transformed(Affine.IDENTITY.movedBy(outside.times(lid.outwardsMm * mm)));
        Box box = Box.around(expected.points());
        Luminance brightness = Luminance.of(
                photo,
                new Box(box.x() - 6 * mm, box.y() - 6 * mm, box.width() + 12 * mm, box.height() + 12 * mm),
                lid.mix,
                SIGMA * lid.stripMm * mm);
        int columns = (int) Math.max(10, Math.round(expected.length() / (COLUMN_MM * mm)));
        Border border = new Border(
                expected,
                outside,
                columns,
                lid.inwardsMm * mm,
                Lid.BEYOND_MM * mm,
                STEP_MM * mm,
                (place, outwards) -> tempered(strip(brightness, place, outwards, lid.stripMm * mm)
                        - strip(brightness, place, outwards, -lid.stripMm * mm)));
        double mm2 = mm * mm;
        Border.Found found = border.find(lid.stiffness / mm2, lid.trustInwards / mm2, lid.trustOutwards / mm2);
        if (found.evidence() < lid.minEvidence || found.boundary() > MAX_AT_BOUNDARY) {
            return Optional.empty();
        }
        List<Point> line = new ArrayList<>();
        line.add(whole.first());
        line.addAll(found.line().points());
        line.add(whole.last());
        return Optional.of(new Contour(new Polyline(line), Math.hypot(found.errorPx(), FLOOR_MM * mm), true));
    }

    private static Polyline part(Polyline line, double from, double to) {
        List<Point> points = new ArrayList<>();
        int count = 24;
        for (int i = 0; i < count; i++) {
            points.add(line.at(from + (to - from) * i / (count - 1)));
        }
        return new Polyline(points);
    }

    /** A glint or painted lash must not outvote its neighbours; the steepest place stays the steepest. */
    private static double tempered(double levels) {
        return 60 * levels / (60 + Math.abs(levels));
    }

    private static double strip(Luminance brightness, Point place, Point outwards, double height) {
        int samples = 4;
        double sum = 0;
        for (int i = 0; i < samples; i++) {
            sum += brightness.at(place.plus(outwards.times((i + 0.5) / samples * height)));
        }
        return sum / samples;
    }
}
