package rhytid.face;

import java.util.Arrays;
import java.util.List;
import rhytid.geometry.Point;

/**
 * The points of the mesh by their anatomical names. Whatever has a side is written down for the subject's right and
 * mirrored for the left, so that the two can't differ. Lines along lids and brows run from medial to lateral. The
 * arrays handed out are copies.
 */
public final class FaceMesh {

    /** Glabella: on the midline between the brows. */
    public static final int GLABELLA = 9;

    /** Nasion: the root of the nose, on the midline. */
    public static final int NASION = 168;

    /** The tip of the nose. */
    public static final int NOSE_TIP = 1;

    /** Subnasale: where the columella meets the upper lip. */
    public static final int SUBNASALE = 2;

    /** The lowest point of the chin. */
    public static final int MENTON = 152;

    /** The most prominent point of the chin. */
    public static final int POGONION = 199;

    /** The mesh's highest point, on the midline of the upper forehead (the hairline lies above it). */
    public static final int FOREHEAD_TOP = 10;

    /** Labiale superius: the upper border of the upper lip, on the midline. */
    public static final int UPPER_LIP_TOP = 0;

    /** Stomion: the lower border of the upper lip, on the midline. */
    public static final int UPPER_LIP_BOTTOM = 13;

    /** The upper border of the lower lip, on the midline. */
    public static final int LOWER_LIP_TOP = 14;

    /** Labiale inferius: the lower border of the lower lip, on the midline. */
    public static final int LOWER_LIP_BOTTOM = 17;

    private static final int[] UPPER_LID = {133, 173, 157, 158, 159, 160, 161, 246, 33};
    private static final int[] LOWER_LID = {133, 155, 154, 153, 145, 144, 163, 7, 33};
    private static final int[] BROW_UPPER = {107, 66, 105, 63, 70};
    private static final int[] BROW_LOWER = {55, 65, 52, 53, 46};
    private static final int[] MIDLINE = {
        10, 151, 9, 8, 168, 6, 197, 195, 5, 4, 1, 19, 94, 2, 164, 0, 11, 12, 13, 14, 15, 16, 17, 18, 200, 199, 175, 152
    };
    private static final int[] OVAL = {
        10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149,
        150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109
    };
    private static final int[] OUTER_LIPS = {
        61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291, 375, 321, 405, 314, 17, 84, 181, 91, 146
    };
    private static final int[] INNER_LIPS = {
        78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308, 324, 318, 402, 317, 14, 87, 178, 88, 95
    };

    /** Bridge and root of the nose, on the midline, and what lies beside them: no toxin moves these. */
    private static final int[] STABLE_MIDLINE = {168, 6, 197, 195, 5};

    private static final int[] STABLE_RIGHT = {33, 133, 122, 196, 3, 236, 174, 188, 193, 245};

    private static final int[] MIRROR = mirrorTable();

    private FaceMesh() {}

    /** The point on the other side; points of the midline mirror into themselves. */
    public static int mirror(int index) {
        return MIRROR[index];
    }

    /**
     * Points found in a mirrored picture, put in the mesh's order for the picture as it was: the x axis is turned back
     * about {@code axisX} and the sides swap.
     *
     * @param axisX where the mirror stands: (width − 1) / 2 for a picture mirrored within its frame
     */
    public static List<Point> unmirrored(List<Point> points, double axisX) {
        return Arrays.stream(MIRROR)
                .mapToObj(points::get)
                .map(p -> new Point(2 * axisX - p.x(), p.y()))
                .toList();
    }

    public static int irisCentre(Side side) {
        return sided(468, side);
    }

    /** The iris's rim: lateral, top, medial, bottom. */
    public static int[] irisRim(Side side) {
        return sided(new int[] {471, 470, 469, 472}, side);
    }

    public static int medialCanthus(Side side) {
        return sided(133, side);
    }

    public static int lateralCanthus(Side side) {
        return sided(33, side);
    }

    /** The upper lid's margin with both canthi. */
    public static int[] upperLid(Side side) {
        return sided(UPPER_LID, side);
    }

    /** The lower lid's margin with both canthi. */
    public static int[] lowerLid(Side side) {
        return sided(LOWER_LID, side);
    }

    /** The upper border of the brow. */
    public static int[] browUpperBorder(Side side) {
        return sided(BROW_UPPER, side);
    }

    /** The lower border of the brow. */
    public static int[] browLowerBorder(Side side) {
        return sided(BROW_LOWER, side);
    }

    /** The corner of the mouth. */
    public static int commissure(Side side) {
        return sided(61, side);
    }

    /** The outermost point of the wing of the nose. */
    public static int ala(Side side) {
        return sided(129, side);
    }

    /** The outline of the face at the level of the zygomatic arch, before the ear. */
    public static int zygion(Side side) {
        return sided(234, side);
    }

    /** The outline of the face about at the level of the commissures. */
    public static int jawAtMouth(Side side) {
        return sided(58, side);
    }

    /** The outline of the face at the angle of the jaw. */
    public static int gonion(Side side) {
        return sided(172, side);
    }

    /** The middle of the cheek, between nose and ear: skin that no usual treatment changes. */
    public static int cheek(Side side) {
        return sided(50, side);
    }

    /** Beside the wing of the nose, where a smile raises the cheek. */
    public static int besideNose(Side side) {
        return sided(205, side);
    }

    /** The outline of the face, closed, from the top of the forehead by the subject's left. */
    public static int[] oval() {
        return OVAL.clone();
    }

    /** The outer border of the red of the lips, closed, from the right commissure by the upper lip. */
    public static int[] outerLips() {
        return OUTER_LIPS.clone();
    }

    /** The inner border of the lips, closed, from the right commissure by the upper lip. */
    public static int[] innerLips() {
        return INNER_LIPS.clone();
    }

    /** The points of the midline, from forehead to chin. */
    public static int[] midline() {
        return MIDLINE.clone();
    }

    /** A closed outline of the open eye: upper margin from the medial canthus, back along the lower one. */
    public static int[] eyeOutline(Side side) {
        int[] upper = upperLid(side);
        int[] lower = lowerLid(side);
        int[] outline = Arrays.copyOf(upper, upper.length + lower.length - 2);
        for (int i = 0; i < lower.length - 2; i++) {
            outline[upper.length + i] = lower[lower.length - 2 - i];
        }
        return outline;
    }

    /** A closed outline of the brow: upper border from its medial end, back along the lower one. */
    public static int[] browOutline(Side side) {
        int[] upper = browUpperBorder(side);
        int[] lower = browLowerBorder(side);
        int[] outline = Arrays.copyOf(upper, upper.length + lower.length);
        for (int i = 0; i < lower.length; i++) {
            outline[upper.length + i] = lower[lower.length - 1 - i];
        }
        return outline;
    }

    /** Points that neither a treatment nor an expression moves much: canthi, bridge and sides of the nose. */
    public static int[] stable() {
        int[] left = sided(STABLE_RIGHT, Side.LEFT);
        int[] all = Arrays.copyOf(STABLE_MIDLINE, STABLE_MIDLINE.length + 2 * left.length);
        System.arraycopy(STABLE_RIGHT, 0, all, STABLE_MIDLINE.length, left.length);
        System.arraycopy(left, 0, all, STABLE_MIDLINE.length + left.length, left.length);
        return all;
    }

    private static int sided(int right, Side side) {
        return side == Side.RIGHT ? right : MIRROR[right];
    }

    private static int[] sided(int[] right, Side side) {
        return side == Side.RIGHT
                ? right.clone()
                : Arrays.stream(right).map(i -> MIRROR[i]).toArray();
    }

    /** The partner of a point is whatever lies where the mean face's mirror image puts it. */
    private static int[] mirrorTable() {
        List<CanonicalFace.Vertex> face = CanonicalFace.vertices();
        int[] table = new int[face.size()];
        for (int i = 0; i < table.length; i++) {
            double nearest = Double.POSITIVE_INFINITY;
            for (int j = 0; j < table.length; j++) {
                double distance = Math.hypot(
                        Math.hypot(
                                face.get(i).x() + face.get(j).x(),
                                face.get(i).y() - face.get(j).y()),
                        face.get(i).z() - face.get(j).z());
                if (distance < nearest) {
                    nearest = distance;
                    table[i] = j;
                }
            }
        }
        return table;
    }
}
