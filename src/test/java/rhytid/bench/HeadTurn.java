package rhytid.bench;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.remap;

import java.util.Arrays;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import rhytid.face.Face;
import rhytid.photo.Photo;

/**
 * A portrait with its head turned further: the picture is laid over a relief of the head ({@link HeadRelief}), turned
 * about the neck and photographed again, near places before far ones. Portraits are taken to be made from a metre away.
 * What was hidden stays unknown, so the far ear is smeared; the face itself is seen as it would be.
 */
public final class HeadTurn {

    /** From where a portrait is taken when nobody says. */
    public static final double USUAL_MM = 1000;

    /** The axis lies this far behind the eyes. */
    private static final double NECK_MM = 75;

    private static final int CELL_PX = 4;

    private final Photo photo;
    private final HeadRelief relief;
    private final double[][] turn;
    private final double cameraMm;
    private final float[] sourceX;
    private final float[] sourceY;
    private final float[] nearness;

    private HeadTurn(Photo photo, Face face, double yawDeg, double pitchDeg, double cameraMm) {
        this.photo = photo;
        this.cameraMm = cameraMm;
        this.relief = new HeadRelief(face, 3);
        this.turn = turn(Math.toRadians(yawDeg), Math.toRadians(pitchDeg));
        this.sourceX = new float[photo.width() * photo.height()];
        this.sourceY = new float[sourceX.length];
        this.nearness = new float[sourceX.length];
        Arrays.fill(nearness, Float.NEGATIVE_INFINITY);
        // Where nothing of the head lands, the wall behind is seen as it was.
        for (int i = 0; i < sourceX.length; i++) {
            sourceX[i] = i % photo.width() < photo.width() / 2 ? 2 : photo.width() - 3;
            sourceY[i] = Math.min(i / photo.width(), photo.height() / 4);
        }
    }

    /** The head turned, photographed from as far as before. */
    static Photo of(Photo photo, Face face, double yawDeg, double pitchDeg) {
        return of(photo, face, yawDeg, pitchDeg, USUAL_MM);
    }

    /**
     * The head turned.
     *
     * @param yawDeg towards the subject's left
     * @param pitchDeg upwards
     * @param cameraMm from where it is photographed; the eyes keep their size
     * @return for the caller to close
     */
    public static Photo of(Photo photo, Face face, double yawDeg, double pitchDeg, double cameraMm) {
        return new HeadTurn(photo, face, yawDeg, pitchDeg, cameraMm).rendered();
    }

    private static double[][] turn(double yaw, double pitch) {
        double cy = Math.cos(yaw);
        double sy = Math.sin(yaw);
        double cp = Math.cos(pitch);
        double sp = Math.sin(pitch);
        return new double[][] {{cy, -sy * sp, sy * cp}, {0, cp, sp}, {-sy, -cy * sp, cy * cp}};
    }

    private Photo rendered() {
        int columns = (photo.width() - 1) / CELL_PX;
        int rows = (photo.height() - 1) / CELL_PX;
        double[][] above = seenRow(0, columns);
        for (int row = 1; row <= rows; row++) {
            double[][] below = seenRow(row, columns);
            for (int column = 1; column <= columns; column++) {
                triangle(above[column - 1], above[column], below[column - 1]);
                triangle(above[column], below[column], below[column - 1]);
            }
            above = below;
        }
        Mat result = new Mat();
        try (PointerScope scope = new PointerScope()) {
            Mat x = filled(sourceX);
            Mat y = filled(sourceY);
            remap(photo.pixels(), result, x, y, INTER_LINEAR, BORDER_REPLICATE, new Scalar(0, 0, 0, 0));
        }
        return new Photo(result, photo.info());
    }

    private Mat filled(float[] values) {
        Mat map = new Mat(photo.height(), photo.width(), CV_32F);
        try (FloatIndexer cells = map.createIndexer()) {
            cells.put(0, 0, values);
        }
        return map;
    }

    private double[][] seenRow(int row, int columns) {
        double[][] seen = new double[columns + 1][];
        for (int column = 0; column <= columns; column++) {
            seen[column] = seen((double) column * CELL_PX, (double) row * CELL_PX);
        }
        return seen;
    }

    /** Where a place of the photo is seen after the turn: x, y, nearness, and the place itself. */
    private double[] seen(double x, double y) {
        double z = relief.depthMm(x, y);
        double near = (USUAL_MM - z) / USUAL_MM;
        double[] p = relief.mm(x, y);
        double[] body = {p[0] * near, p[1] * near, z + NECK_MM};
        double[] turned = new double[3];
        for (int i = 0; i < 3; i++) {
            turned[i] = turn[i][0] * body[0] + turn[i][1] * body[1] + turn[i][2] * body[2];
        }
        // The neck's place is chosen so that the eyes stay in the middle.
        double ahead = NECK_MM;
        double moveX = -turn[0][2] * ahead;
        double moveY = -turn[1][2] * ahead;
        double depth = turned[2] - NECK_MM;
        double far = cameraMm / (cameraMm - depth);
        double[] px = relief.px((turned[0] + moveX) * far, (turned[1] + moveY) * far);
        return new double[] {px[0], px[1], depth, x, y};
    }

    private void triangle(double[] a, double[] b, double[] c) {
        double area = (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1]);
        if (area < 1e-3) {
            // Seen from behind.
            return;
        }
        int left = (int) Math.max(0, Math.ceil(Math.min(a[0], Math.min(b[0], c[0]))));
        int right = (int) Math.min(photo.width() - 1.0, Math.floor(Math.max(a[0], Math.max(b[0], c[0]))));
        int top = (int) Math.max(0, Math.ceil(Math.min(a[1], Math.min(b[1], c[1]))));
        int bottom = (int) Math.min(photo.height() - 1.0, Math.floor(Math.max(a[1], Math.max(b[1], c[1]))));
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double v = ((x - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (y - a[1])) / area;
                double w = ((b[0] - a[0]) * (y - a[1]) - (x - a[0]) * (b[1] - a[1])) / area;
                if (v >= -1e-6 && w >= -1e-6 && v + w <= 1 + 1e-6) {
                    put(y * photo.width() + x, 1 - v - w, v, w, a, b, c);
                }
            }
        }
    }

    private void put(int at, double u, double v, double w, double[] a, double[] b, double[] c) {
        float near = (float) (u * a[2] + v * b[2] + w * c[2]);
        if (near > nearness[at]) {
            nearness[at] = near;
            sourceX[at] = (float) (u * a[3] + v * b[3] + w * c[3]);
            sourceY[at] = (float) (u * a[4] + v * b[4] + w * c[4]);
        }
    }
}
