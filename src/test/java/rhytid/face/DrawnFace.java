package rhytid.face;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import rhytid.geometry.Point;
import rhytid.photo.Photo;

/**
 * Eyes and brows painted where they are known to lie, on the mean face seen from the front: what the refinement must
 * find to a part of a pixel. Painted from formulas, four by four samples a pixel, then blurred and made noisy.
 */
final class DrawnFace {

    private static final int SAMPLES = 4;
    private static final int WIDTH_MM = 130;
    private static final int HEIGHT_MM = 60;

    /** What is painted. Lengths in mm. */
    record Truth(
            double pxPerMm, double irisMm, double upperLidMm, double lowerLidMm, double browMm, int hair, int seed) {

        static final Truth USUAL = new Truth(6, 11.7, 3.8, 5.0, 0, 60, 1);

        Truth withIris(double mm) {
            return new Truth(pxPerMm, mm, upperLidMm, lowerLidMm, browMm, hair, seed);
        }

        Truth withScale(double scale) {
            return new Truth(scale, irisMm, upperLidMm, lowerLidMm, browMm, hair, seed);
        }

        Truth withUpperLid(double mm) {
            return new Truth(pxPerMm, irisMm, mm, lowerLidMm, browMm, hair, seed);
        }

        Truth withBrow(double mm) {
            return new Truth(pxPerMm, irisMm, upperLidMm, lowerLidMm, mm, hair, seed);
        }

        Truth withHair(int level) {
            return new Truth(pxPerMm, irisMm, upperLidMm, lowerLidMm, browMm, level, seed);
        }
    }

    private final Truth truth;

    DrawnFace(Truth truth) {
        this.truth = truth;
    }

    /** From mm of the mean face to pixels of the picture. */
    Point pixel(double xMm, double yMm) {
        return new Point((xMm + WIDTH_MM / 2.0) * truth.pxPerMm() - 0.5, (70 - yMm) * truth.pxPerMm() - 0.5);
    }

    MillimetreScale scale() {
        return new MillimetreScale(truth.pxPerMm(), 0.01, "iris");
    }

    Point irisCentre(Side side) {
        return pixel(centreX(side), CENTRE_Y);
    }

    private static final double CENTRE_Y = 27.64;

    private static double centreX(Side side) {
        return side == Side.RIGHT ? -31.7 : 31.7;
    }

    /** Height of the brow's upper border above the origin at a distance from the midline, mm, before it is moved. */
    private static double browTop(double x) {
        double u = (Math.abs(x) - 34) / 24;
        return 47 - 6 * u * u + 1.5 * u;
    }

    /** Where the upper border of the brow is painted, in pixels, above the pupil. */
    Point browAbovePupil(Side side) {
        double x = centreX(side);
        return pixel(x, browTop(x) + truth.browMm());
    }

    Point upperLidAtPupil(Side side) {
        return pixel(centreX(side), CENTRE_Y + truth.upperLidMm());
    }

    Point lowerLidAtPupil(Side side) {
        return pixel(centreX(side), CENTRE_Y - truth.lowerLidMm());
    }

    /** The mesh as a network might see it: the iris too large and low, the brows where they were before they moved. */
    FaceLandmarks mesh() {
        List<Point> points = new ArrayList<>();
        for (CanonicalFace.Vertex v : CanonicalFace.vertices()) {
            points.add(pixel(v.x(), v.y()));
        }
        for (Side side : Side.values()) {
            double centre = centreX(side);
            double outwards = side == Side.RIGHT ? -1 : 1;
            lid(points, FaceMesh.upperLid(side), centre, outwards, true);
            lid(points, FaceMesh.lowerLid(side), centre, outwards, false);
            int[] brow = FaceMesh.browUpperBorder(side);
            double[] places = {14, 24, 34, 46, 56};
            for (int i = 0; i < brow.length; i++) {
                double x = outwards * places[i];
                points.set(brow[i], pixel(x, browTop(x)));
            }
            int[] rim = FaceMesh.irisRim(side);
            double radius = 1.07 * truth.irisMm() / 2;
            points.set(FaceMesh.irisCentre(side), pixel(centre + 0.3, CENTRE_Y - 0.5));
            points.set(rim[0], pixel(centre + 0.3 + outwards * radius, CENTRE_Y - 0.5));
            points.set(rim[2], pixel(centre + 0.3 - outwards * radius, CENTRE_Y - 0.5));
        }
        return new FaceLandmarks(points, 1, 0.5);
    }

    private void lid(List<Point> points, int[] lid, double centre, double outwards, boolean upper) {
        for (int i = 0; i < lid.length; i++) {
            double along = 2.0 * i / (lid.length - 1) - 1;
            double x = centre + outwards * along * EYE_HALF_MM;
            points.set(lid[i], pixel(x, upper ? upperLid(x - centre) : lowerLid(x - centre)));
        }
    }

    private static final double EYE_HALF_MM = 14;

    private double upperLid(double fromCentre) {
        double u = fromCentre / EYE_HALF_MM;
        return CENTRE_Y - 2 + (truth.upperLidMm() + 2) * (1 - u * u);
    }

    private double lowerLid(double fromCentre) {
        double u = fromCentre / EYE_HALF_MM;
        return CENTRE_Y - 2 - (truth.lowerLidMm() - 2) * (1 - u * u);
    }

    /** The picture; whoever takes it closes it. */
    Photo photo(double blurPx, double noise) {
        int width = (int) (WIDTH_MM * truth.pxPerMm());
        int height = (int) (HEIGHT_MM * truth.pxPerMm());
        Random random = new Random(truth.seed());
        byte[] bytes = new byte[width * height * 3];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double[] colour = mean(x, y);
                for (int c = 0; c < 3; c++) {
                    double value = colour[c] + noise * random.nextGaussian();
                    bytes[3 * (y * width + x) + c] = (byte) Math.clamp(Math.round(value), 0, 255);
                }
            }
        }
        Mat picture = new Mat(height, width, opencv_core.CV_8UC3);
        new BytePointer(picture.data()).put(bytes);
        if (blurPx > 0) {
            try (Size own = new Size(0, 0)) {
                opencv_imgproc.GaussianBlur(picture, picture, own, blurPx);
            }
        }
        return new Photo(picture, FaceFinderTest.info("drawn"));
    }

    private double[] mean(int x, int y) {
        double[] sum = new double[3];
        for (int i = 0; i < SAMPLES * SAMPLES; i++) {
            double px = x + (i % SAMPLES + 0.5) / SAMPLES;
            double py = y + (i / SAMPLES + 0.5) / SAMPLES;
            double[] colour = colour(px / truth.pxPerMm() - WIDTH_MM / 2.0, 70 - py / truth.pxPerMm());
            for (int c = 0; c < 3; c++) {
                sum[c] += colour[c] / (SAMPLES * SAMPLES);
            }
        }
        return sum;
    }

    private static final double[] SKIN = {140, 165, 205};
    private static final double[] WHITE = {205, 210, 215};
    private static final double[] IRIS = {70, 75, 80};
    private static final double[] LASHES = {40, 40, 45};
    private static final double[] GLINT = {250, 250, 250};

    /** Blue, green and red at a place of the mean face. */
    private double[] colour(double x, double y) {
        double fromCentre = x - centreX(x < 0 ? Side.RIGHT : Side.LEFT);
        double top = upperLid(fromCentre);
        boolean inEye = Math.abs(fromCentre) < EYE_HALF_MM && y < top && y > lowerLid(fromCentre);
        if (inEye) {
            if (top - y < 0.5) {
                return LASHES;
            }
            double up = y - CENTRE_Y;
            boolean glint = Math.hypot(fromCentre - 1, up - 1) < 0.7;
            boolean iris = Math.hypot(fromCentre, up) < truth.irisMm() / 2;
            return glint ? GLINT : iris ? IRIS : WHITE;
        }
        double border = browTop(x) + truth.browMm();
        boolean brow = Math.abs(x) > 13 && Math.abs(x) < 58 && y < border && y > border - 7;
        double hair = truth.hair();
        return brow ? new double[] {hair, hair, hair + 10} : SKIN;
    }
}
