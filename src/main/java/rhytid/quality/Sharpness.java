package rhytid.quality;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;
import rhytid.face.Face;
import rhytid.face.FaceMesh;
import rhytid.face.Side;
import rhytid.geometry.Box;
import rhytid.geometry.Point;
import rhytid.photo.Photo;

/**
 * How blurred a photo is, from the sharpest edges around the eyes (lids, lashes, irises, hairs of the brows). An edge
 * of blur σ has a slope in proportion to 1/√(σ² + s²) once the picture is blurred by s; so the slopes at two values of
 * s tell σ, whatever the contrast (the re-blurring of Zhuo and Sim, "Defocus map estimation from a single image",
 * 2011). Taken in eight directions, and the worst counts: a photo that moved is sharp across its way, and seen from any
 * other direction its sharp edges hide the blurred ones.
 */
final class Sharpness {

    /** Finer than this the picture is first smoothed, mm, or noise passes for edges. */
    private static final double FINE_MM = 0.1;

    private static final double COARSE_MM = 0.4;

    /** What smoothing needs at least to mean anything on a grid of pixels. */
    private static final double FINE_PX = 0.7;

    private static final double COARSE_PX = 1.8;

    /** Only the steepest slopes are edges. */
    private static final double EDGES = 0.03;

    /** Of the places so many are steep in any direction; the edges of each are sought among these first. */
    private static final double LOOKED_AT = 0.15;

    private static final int DIRECTIONS = 8;

    private Sharpness() {}

    /** Standard deviation of the blur in pixels of the photo, never negative; NaN where the eyes lie outside. */
    static double blurPx(Photo photo, Face face) {
        Rect eyes = eyes(photo, face);
        if (eyes.width() < 16 || eyes.height() < 8) {
            return Double.NaN;
        }
        double fine = Math.max(FINE_PX, face.scale().pixels(FINE_MM));
        double coarse = Math.max(COARSE_PX, face.scale().pixels(COARSE_MM));
        try (PointerScope scope = new PointerScope()) {
            Mat grey = new Mat();
            cvtColor(new Mat(photo.pixels(), eyes), grey, COLOR_BGR2GRAY);
            Mat floats = new Mat();
            grey.convertTo(floats, CV_32F);
            Slopes one = Slopes.of(blurred(floats, fine));
            Slopes two = Slopes.of(blurred(floats, coarse));
            Slopes.Steep steepest = one.steepest(LOOKED_AT);
            double worst = 0;
            for (int i = 0; i < DIRECTIONS; i++) {
                worst = Math.max(worst, blur(one, steepest, two, i * Math.PI / DIRECTIONS, fine, coarse));
            }
            return worst;
        }
    }

    private static double blur(
            Slopes one, Slopes.Steep steepest, Slopes two, double direction, double fine, double coarse) {
        float dx = (float) Math.cos(direction);
        float dy = (float) Math.sin(direction);
        int wanted = one.size() - (int) (one.size() * (1 - EDGES));
        int[] places = steepest.places();
        float[] slopes = one.along(dx, dy, places);
        float steep = places.length < wanted ? 0 : Ranked.at(slopes, places.length - wanted);
        if (steep <= steepest.limit()) { // others may be as steep in this direction
            places = one.all().places();
            slopes = one.along(dx, dy, places);
            steep = Ranked.at(slopes, places.length - wanted);
        }
        float[] ratios = new float[places.length];
        int edges = 0;
        for (int i = 0; i < places.length; i++) {
            if (slopes[i] >= steep && slopes[i] > 0) {
                float soft = two.along(dx, dy, places[i]);
                ratios[edges++] = soft > 0 ? slopes[i] / soft : Float.POSITIVE_INFINITY;
            }
        }
        double ratio = edges == 0 ? 1 : Ranked.at(Arrays.copyOf(ratios, edges), edges / 2);
        double squared = (coarse * coarse - ratio * ratio * fine * fine) / Math.max(ratio * ratio - 1, 1e-3);
        return Math.sqrt(Math.max(0, squared));
    }

    private static float[][] blurred(Mat picture, double sigma) {
        Mat out = new Mat();
        GaussianBlur(picture, out, new Size(0, 0), sigma);
        float[][] rows = new float[out.rows()][out.cols()];
        try (FloatIndexer values = out.createIndexer()) {
            for (int y = 0; y < rows.length; y++) {
                values.get(y, rows[y]);
            }
        }
        return rows;
    }

    /** Both eyes with their brows. */
    private static Rect eyes(Photo photo, Face face) {
        List<Point> points = new ArrayList<>();
        for (Side side : Side.values()) {
            points.addAll(face.landmarks().points(FaceMesh.eyeOutline(side)));
            points.addAll(face.landmarks().points(FaceMesh.browOutline(side)));
        }
        Box box = Box.around(points).intersection(new Box(0, 0, photo.width(), photo.height()));
        return new Rect((int) box.x(), (int) box.y(), (int) box.width(), (int) box.height());
    }
}
