package rhytid.phantom;

import java.util.List;
import java.util.Random;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import rhytid.face.Side;
import rhytid.geometry.Affine;
import rhytid.geometry.Point;
import rhytid.geometry.Polyline;

/** Takes a phantom's photo: moves the face, frames it, and lets the camera do what cameras do. */
final class Portrait {

    /** What the middle of an unmoved picture shows, mm of the face frame. */
    private static final Point MIDDLE = new Point(140, 156);

    private final Phantom phantom;
    private final Visit visit;
    private final Canvas canvas;
    private final Motion motion;
    private final Affine toPicture;

    Portrait(Phantom phantom, Visit visit) {
        this.phantom = phantom;
        this.visit = visit;
        Framing framing = visit.framing();
        this.canvas = new Canvas(phantom, visit, Math.min(9, framing.pxPerMm()));
        this.motion =
                new Motion(canvas.anatomy(), canvas.widthMm(), canvas.heightMm(), visit.expression(), visit.effect());
        Point centre = new Point((framing.widthPx() - 1) / 2.0, (framing.heightPx() - 1) / 2.0);
        Affine turn = Affine.similarity(framing.pxPerMm(), Math.toRadians(framing.rollDeg()), new Point(0, 0));
        this.toPicture = turn.movedBy(centre.minus(turn.apply(MIDDLE.minus(framing.shiftMm()))));
    }

    PhantomPhoto photograph() {
        int w = visit.framing().widthPx();
        int h = visit.framing().heightPx();
        List<Plane> picture = List.of(new Plane(w, h), new Plane(w, h), new Plane(w, h));
        Affine back = toPicture.inverse();
        picture.getFirst().rows(y -> {
            double[] place = new double[2];
            for (int x = 0; x < w; x++) {
                Point mm = back.apply(new Point(x, y));
                motion.back(mm.x(), mm.y(), place);
                double cx = place[0] * canvas.pxPerMm - 0.5;
                double cy = place[1] * canvas.pxPerMm - 0.5;
                float on = Math.clamp(canvas.head.linear(cx, cy), 0f, 1f);
                for (int c = 0; c < 3; c++) {
                    float wall = backdrop(c, x / (double) w, y / (double) h);
                    float face = on > 0 ? canvas.rgb.get(c).cubic(cx, cy) : 0;
                    picture.get(c).values[y * w + x] = on * face + (1 - on) * wall;
                }
            }
        });
        return new PhantomPhoto(developed(picture), truth(), visit.camera().jpegQuality());
    }

    private float backdrop(int channel, double x, double y) {
        double[] grey = {0.50, 0.52, 0.53};
        double vignette = 1 - 0.30 * ((x - 0.55) * (x - 0.55) + (y - 0.45) * (y - 0.45));
        return (float) (grey[channel] * vignette);
    }

    private Mat developed(List<Plane> picture) {
        Camera camera = visit.camera();
        Lighting light = visit.lighting();
        float gain = (float) Math.pow(2, light.exposureEv());
        float[] gains = {gain * (float) (1 + light.warmth()), gain, gain * (float) (1 - light.warmth())};
        int w = picture.getFirst().width;
        int h = picture.getFirst().height;
        Mat mat = new Mat(h, w, opencv_core.CV_8UC3);
        List<Plane> sharp = camera.blurPx() > 0
                ? picture.stream().map(p -> p.blurred(camera.blurPx())).toList()
                : picture;
        try (UByteIndexer pixels = mat.createIndexer()) {
            picture.getFirst().rows(y -> {
                Random random = new Random(camera.seed() * 1_000_003L + y);
                for (int x = 0; x < w; x++) {
                    float common = camera.noise() == 0 ? 0 : (float) (random.nextGaussian() * camera.noise());
                    for (int c = 0; c < 3; c++) {
                        float code = 255 * Tone.encoded(gains[c] * sharp.get(c).values[y * w + x]);
                        float own = camera.noise() == 0 ? 0 : (float) (random.nextGaussian() * camera.noise() * 0.5);
                        pixels.put(y, x, 2 - c, Math.clamp(Math.round(code + common + own), 0, 255));
                    }
                }
            });
        }
        return mat;
    }

    private Point toPixels(Point base) {
        return toPicture.apply(motion.forward(base));
    }

    private BrowShift browHeights(Side side) {
        Anatomy a = canvas.anatomy();
        Polyline brow = new Polyline(Shape.smooth(a.browUpper(side), 0.5).points().stream()
                .map(motion::forward)
                .toList());
        return new BrowShift(
                a.pupilY() - Shape.yAt(brow, a.medialCanthus(side).x()),
                a.pupilY() - Shape.yAt(brow, a.pupil(side).x()),
                a.pupilY() - Shape.yAt(brow, a.lateralCanthus(side).x()));
    }

    private double mrd1(Side side) {
        Anatomy a = canvas.anatomy();
        Polyline lid = new Polyline(Shape.smooth(a.upperLid(side), 0.3).points().stream()
                .map(p -> motion.forwardOnLid(side, p))
                .toList());
        return a.pupilY() - Shape.yAt(lid, a.pupil(side).x());
    }

    private Truth truth() {
        Anatomy a = canvas.anatomy();
        Sides<Point> pupils = Sides.of(side -> toPicture.apply(a.pupil(side)));
        Sides<BrowShift> brows = Sides.of(this::browHeights);
        Sides<Double> lids = Sides.of(this::mrd1);
        Sides<Double> corners =
                Sides.of(side -> a.pupilY() - motion.forward(a.commissure(side)).y());
        List<TrueLine> lines = canvas.carved.stream()
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
        List<Point> mesh = a.mesh().stream().map(this::toPixels).toList();
        return new Truth(visit.framing().pxPerMm(), mesh, pupils, brows, lids, corners, lines);
    }
}
