package rhytid.quality;

import java.util.ArrayList;
import java.util.List;
import rhytid.face.Face;
import rhytid.face.FaceMesh;
import rhytid.face.MillimetreScale;
import rhytid.geometry.Affine;
import rhytid.geometry.Point;

/**
 * Whether two faces can belong to one person, as far as the places tell that neither a treatment nor an expression
 * moves much: canthi, nose, and the outline at temples and cheekbones. Both are brought to the front and laid over each
 * other; how far each place then is from its partner is counted in standard deviations of one person's photos. It
 * notices most mix-ups of photos, not all: relatives, and people who look alike, share these places.
 */
final class SamePerson {

    /**
     * A place of the mesh, on the subject's right or in the middle.
     *
     * @param spreadX standard deviation across the face between photos of one person, as a share of the interpupillary
     *     distance; from the neutral and the smiling photo of 31 people of the London set (every second one), each also
     *     turned by up to 6°, taken from 0.55 to 1.6 m and retaken by computation, November 2026
     * @param spreadY the same along the face
     */
    private record Place(int index, double spreadX, double spreadY) {}

    private static final List<Place> PLACES = List.of(
            new Place(33, 0.0039, 0.0038),
            new Place(133, 0.0019, 0.0033),
            new Place(122, 0.0012, 0.0023),
            new Place(196, 0.0008, 0.0029),
            new Place(3, 0.0008, 0.0039),
            new Place(236, 0.0026, 0.0017),
            new Place(174, 0.0019, 0.0013),
            new Place(188, 0.0012, 0.0014),
            new Place(193, 0.0019, 0.0040),
            new Place(245, 0.0019, 0.0022),
            new Place(168, 0.0019, 0.0042),
            new Place(6, 0.0012, 0.0024),
            new Place(197, 0.0008, 0.0035),
            new Place(195, 0.0007, 0.0046),
            new Place(5, 0.0010, 0.0064),
            new Place(4, 0.0014, 0.0091),
            new Place(1, 0.0017, 0.0101),
            new Place(2, 0.0019, 0.0043),
            new Place(129, 0.0188, 0.0183),
            new Place(98, 0.0217, 0.0196),
            new Place(234, 0.0046, 0.0052),
            new Place(127, 0.0039, 0.0054),
            new Place(162, 0.0033, 0.0070),
            new Place(116, 0.0044, 0.0084),
            new Place(143, 0.0039, 0.0019));

    private static final List<Place> BOTH_SIDES = bothSides();

    /** Of the iris's diameter as a share of the interpupillary distance. */
    private static final double IRIS_SPREAD = 0.003;

    /** No place counts for more than five standard deviations: one that is misread proves nothing. */
    private static final double MOST = 25;

    private SamePerson() {}

    /** Mean squared difference in standard deviations: about 1 and less for one person. */
    static double difference(Face before, Face after) {
        List<Point> first = places(before);
        List<Point> second = places(after);
        Affine laid = Affine.fitSimilarity(second, first);
        double sum = term(iris(before) - iris(after), IRIS_SPREAD);
        for (int i = 0; i < first.size(); i++) {
            Point apart = laid.apply(second.get(i)).minus(first.get(i));
            Place place = BOTH_SIDES.get(i);
            sum += term(apart.x(), place.spreadX()) + term(apart.y(), place.spreadY());
        }
        return sum / (2 * first.size() + 1);
    }

    static void judge(GateLimits limits, Face before, Face after, Objections objections) {
        objections.judge(
                Reason.DIFFERENT_PERSON,
                difference(before, after),
                limits.warnPersonDifference(),
                limits.maxPersonDifference());
    }

    /** A difference of two readings has twice the variance of one. */
    private static double term(double difference, double spread) {
        return Math.min(MOST, difference * difference / (2 * spread * spread));
    }

    private static List<Point> places(Face face) {
        FrontalMesh mesh = FrontalMesh.of(face);
        return BOTH_SIDES.stream().map(place -> mesh.point(place.index())).toList();
    }

    private static double iris(Face face) {
        return face.scale().pixels(MillimetreScale.IRIS_DIAMETER_MM)
                / face.landmarks().interpupillaryPx();
    }

    private static List<Place> bothSides() {
        List<Place> all = new ArrayList<>();
        for (Place place : PLACES) {
            all.add(place);
            int mirrored = FaceMesh.mirror(place.index());
            if (mirrored != place.index()) {
                all.add(new Place(mirrored, place.spreadX(), place.spreadY()));
            }
        }
        return List.copyOf(all);
    }
}
