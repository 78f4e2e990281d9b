package rhytid.bench;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import rhytid.face.CanonicalFace;
import rhytid.face.Face;
import rhytid.geometry.Point;
import rhytid.photo.Photo;

/** A portrait whose lamp is moved: each place gets more or less light by how the mean face slopes there. */
final class Shading {

    private static final double AMBIENT = 0.5;
    private static final double ELEVATION_DEG = 38;
    private static final double NEIGHBOURS_MM = 9;
    private static final int GRID_PX = 16;

    private Shading() {}

    /**
     * The photo under other light; closes nothing.
     *
     * @param apartDeg by how much the lamp moves
     * @param towardsDeg which way: 0 to the picture's right, 90 upwards
     */
    static Photo turned(Photo photo, Face face, double apartDeg, double towardsDeg) {
        double[] usual = lamp(0, ELEVATION_DEG);
        double[] moved = lamp(
                apartDeg * Math.cos(Math.toRadians(towardsDeg)),
                ELEVATION_DEG + apartDeg * Math.sin(Math.toRadians(towardsDeg)) / 2);
        int columns = photo.width() / GRID_PX + 2;
        int rows = photo.height() / GRID_PX + 2;
        double[][] ratio = new double[rows][columns];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                double[] slope = slope(face, new Point(c * GRID_PX, r * GRID_PX));
                ratio[r][c] = lit(moved, slope) / lit(usual, slope);
            }
        }
        Mat result = photo.pixels().clone();
        try (UByteIndexer pixels = result.createIndexer()) {
            for (int y = 0; y < photo.height(); y++) {
                for (int x = 0; x < photo.width(); x++) {
                    double k = between(ratio, x / (double) GRID_PX, y / (double) GRID_PX);
                    for (int c = 0; c < 3; c++) {
                        pixels.put(y, x, c, LinearLight.times(pixels.get(y, x, c), k));
                    }
                }
            }
        }
        return new Photo(result, photo.info());
    }

    private static double[] lamp(double azimuthDeg, double elevationDeg) {
        double az = Math.toRadians(azimuthDeg);
        double el = Math.toRadians(elevationDeg);
        double forwards = Math.cos(az) * Math.cos(el);
        return new double[] {Math.sin(az) * Math.cos(el) / forwards, -Math.sin(el) / forwards};
    }

    private static double lit(double[] lamp, double[] slope) {
        double facing = 1 - lamp[0] * slope[0] - lamp[1] * slope[1];
        return AMBIENT + (1 - AMBIENT) * Math.max(0, facing) / Math.sqrt(1 + slope[0] * slope[0] + slope[1] * slope[1]);
    }

    /** Of a plane through the mean face's depths around a place; level far from the face. */
    private static double[] slope(Face face, Point at) {
        List<double[]> near = new ArrayList<>();
        double w = 1e-3;
        double xs = 0;
        double ys = 0;
        double zs = 0;
        double px = face.scale().pxPerMm();
        for (int i = 0; i < 468; i++) {
            Point off = face.landmarks().point(i).minus(at).times(1 / px);
            double far = off.norm() / NEIGHBOURS_MM;
            if (far < 3) {
                double weight = Math.exp(-far * far / 2);
                double z = CanonicalFace.vertex(i).z();
                near.add(new double[] {weight, off.x(), off.y(), z});
                w += weight;
                xs += weight * off.x();
                ys += weight * off.y();
                zs += weight * z;
            }
        }
        double xx = 0.5 * NEIGHBOURS_MM * NEIGHBOURS_MM;
        double yy = xx;
        double xy = 0;
        double xz = 0;
        double yz = 0;
        for (double[] p : near) {
            double x = p[1] - xs / w;
            double y = p[2] - ys / w;
            xx += p[0] * x * x;
            yy += p[0] * y * y;
            xy += p[0] * x * y;
            xz += p[0] * x * (p[3] - zs / w);
            yz += p[0] * y * (p[3] - zs / w);
        }
        double det = xx * yy - xy * xy;
        return new double[] {(yy * xz - xy * yz) / det, (xx * yz - xy * xz) / det};
    }

    private static double between(double[][] grid, double column, double row) {
        int c = (int) column;
        int r = (int) row;
        double fx = column - c;
        double fy = row - r;
        return (1 - fy) * ((1 - fx) * grid[r][c] + fx * grid[r][c + 1])
                + fy * ((1 - fx) * grid[r + 1][c] + fx * grid[r + 1][c + 1]);
    }
}
