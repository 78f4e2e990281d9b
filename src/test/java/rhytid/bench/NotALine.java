package rhytid.bench;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import rhytid.face.Face;
import rhytid.face.FaceMesh;
import rhytid.face.Side;
import rhytid.geometry.Box;
import rhytid.geometry.Point;
import rhytid.geometry.Polygon;
import rhytid.photo.Photo;
import rhytid.wrinkle.Region;

/** Dark and often long and thin, yet no line of the skin. Drawn by computation over a portrait. */
enum NotALine {
    NOTHING("nothing") {
        @Override
        void draw(Veil veil, Face face, Random grown, Random day) {
            // The portrait as it is: what is called a change without any of the others.
        }
    },

    /** Loose hairs over the forehead and beside the eyes; they fall otherwise each time. */
    HAIR("loose hairs") {
        @Override
        void draw(Veil veil, Face face, Random grown, Random day) {
            Box forehead = veil.outline(Region.FOREHEAD).bounds();
            for (int i = 0; i < 9; i++) {
                Point from = new Point(forehead.x() + day.nextDouble() * forehead.width(), forehead.y() - veil.px(6));
                Point to = from.plus(new Point(
                        veil.px(14) * day.nextGaussian(),
                        veil.px(6) + (0.3 + 0.7 * day.nextDouble()) * forehead.height()));
                strand(veil, from, to, day);
            }
            for (Side side : Side.values()) {
                Point canthus = face.landmarks().point(FaceMesh.lateralCanthus(side));
                int out = side == Side.RIGHT ? -1 : 1;
                for (int i = 0; i < 4; i++) {
                    Point from = canthus.plus(new Point(out * veil.px(10 + 8 * day.nextDouble()), -veil.px(28)));
                    Point to = canthus.plus(
                            new Point(out * veil.px(8 + 10 * day.nextDouble()), veil.px(14 + 10 * day.nextDouble())));
                    strand(veil, from, to, day);
                }
            }
        }

        private void strand(Veil veil, Point from, Point to, Random day) {
            Point over = from.towards(to, 0.5).plus(new Point(veil.px(5) * day.nextGaussian(), 0));
            veil.stroke(from, over, to, between(day, 0.07, 0.12), between(day, 0.6, 0.95));
        }
    },

    /** A beard of an hour to two days, 50 hairs a square centimetre, fair or dark: it grows where it grew. */
    STUBBLE("stubble") {
        @Override
        void draw(Veil veil, Face face, Random grown, Random day) {
            double dark = between(grown, 0.1, 1);
            for (Region region :
                    List.of(Region.PERIORAL, Region.CHIN, Region.MARIONETTE_RIGHT, Region.MARIONETTE_LEFT)) {
                for (Point root : scattered(veil, region, 0.5, grown)) {
                    double angle = Math.PI / 2 + 0.5 * grown.nextGaussian();
                    double length = veil.px(between(grown, 0.3, 0.9));
                    Point tip = root.plus(new Point(Math.cos(angle), Math.sin(angle)).times(length));
                    veil.stroke(
                            root,
                            root.towards(tip, 0.5),
                            tip,
                            between(grown, 0.08, 0.12),
                            dark * between(grown, 0.5, 0.9));
                }
            }
        }
    },

    PORES("wide pores") {
        @Override
        void draw(Veil veil, Face face, Random grown, Random day) {
            for (Region region : List.of(
                    Region.NASAL,
                    Region.GLABELLA,
                    Region.FOREHEAD,
                    Region.INFRAORBITAL_RIGHT,
                    Region.INFRAORBITAL_LEFT,
                    Region.NASOLABIAL_RIGHT,
                    Region.NASOLABIAL_LEFT)) {
                for (Point at : scattered(veil, region, 0.25, grown)) {
                    veil.pit(at, between(grown, 0.2, 0.45), between(grown, 0.08, 0.3));
                }
            }
        }
    },

    /** A dark frame about the eyes, its bridge and its arms, and its shadow below; the lenses change nothing. */
    GLASSES("glasses") {
        @Override
        void draw(Veil veil, Face face, Random grown, Random day) {
            double width = between(grown, 1, 2.5);
            Point down = face.landmarks().up().times(-1);
            Point slid = down.times(veil.px(3 + 1.5 * day.nextDouble()));
            Point aside = down.quarterTurn().times(-1);
            Point light = down.times(veil.px(2)).plus(aside.times(veil.px(day.nextGaussian())));
            for (Side side : Side.values()) {
                int out = face.landmarks().pupil(side).x()
                                < face.landmarks().point(FaceMesh.NASION).x()
                        ? -1
                        : 1;
                Point centre = face.landmarks().pupil(side).plus(slid).plus(aside.times(out * veil.px(2)));
                for (int k = 0; k < 700; k++) {
                    double angle = 2 * Math.PI * k / 700;
                    Point rim = centre.plus(aside.times(veil.px(24) * Math.cos(angle)))
                            .plus(down.times(veil.px(19) * Math.sin(angle)));
                    veil.pit(rim.plus(light), 1.5 * width, 0.12);
                    veil.stroke(rim, rim, rim.plus(down.times(0.5)), width, 0.95);
                }
                Point hinge = centre.plus(aside.times(out * veil.px(24))).minus(down.times(veil.px(4)));
                Point ear = hinge.plus(aside.times(out * veil.px(16)));
                veil.stroke(hinge, hinge.towards(ear, 0.5), ear, width, 0.95);
            }
            Point bridge = face.landmarks().point(FaceMesh.NASION).plus(slid);
            veil.stroke(
                    bridge.minus(aside.times(veil.px(8))),
                    bridge.minus(down.times(veil.px(3))),
                    bridge.plus(aside.times(veil.px(8))),
                    width,
                    0.95);
        }
    },

    /** Half the face in the shade of something near, 15 to 35 % darker; its edge falls otherwise each time. */
    SHADOW("a shadow's edge") {
        @Override
        void draw(Veil veil, Face face, Random grown, Random day) {
            Point brows = face.landmarks().point(FaceMesh.GLABELLA);
            Point edge = brows.plus(new Point(veil.px(between(day, -25, 25)), veil.px(between(day, -30, 35))));
            double angle = between(day, 0, 2 * Math.PI);
            veil.shadow(
                    edge,
                    new Point(Math.cos(angle), Math.sin(angle)),
                    between(day, 0.3, 1.5),
                    between(day, 0.15, 0.35));
        }
    };

    private final String words;

    NotALine(String words) {
        this.words = words;
    }

    /**
     * @param grown what is the same in every photo of the person
     * @param day what is otherwise in every photo
     */
    abstract void draw(Veil veil, Face face, Random grown, Random day);

    /** A portrait with it, and the regions it lies on; the photo is for the caller to close. */
    record Worn(Photo photo, Set<Region> touched) {}

    Worn on(Photo portrait, Face face, long person, long day) {
        Veil veil = new Veil(portrait, face);
        draw(veil, face, new Random(person), new Random(day));
        return new Worn(veil.over(), this == NOTHING ? Set.of(Region.values()) : veil.touched());
    }

    String words() {
        return words;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static List<Point> scattered(Veil veil, Region region, double perSquareMm, Random random) {
        Polygon outline = veil.outline(region);
        Box box = outline.bounds();
        int count = (int) (perSquareMm * box.width() * box.height() / veil.px(1) / veil.px(1));
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(i -> new Point(
                        box.x() + random.nextDouble() * box.width(), box.y() + random.nextDouble() * box.height()))
                .filter(outline::contains)
                .toList();
    }

    private static double between(Random random, double low, double high) {
        return low + (high - low) * random.nextDouble();
    }
}
