package rhytid.bench;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import rhytid.face.Face;
import rhytid.photo.Photo;

/**
 * A portrait lit from elsewhere: each place gets the ratio of what its slope in the relief of the head
 * ({@link HeadRelief}) catches from the new light and from the old one, which is taken to come from the front. A third
 * of all light comes from everywhere. Shadows that one part throws on another are not drawn.
 */
final class SideLight {

    private static final double AMBIENT = 0.35;
    private static final double GAMMA = 2.2;
    private static final int CELL_PX = 6;
    private static final double[] FRONT = direction(0, 15);

    private SideLight() {}

    /**
     * The face lit anew.
     *
     * @param azimuthDeg towards the subject's left
     * @param elevationDeg above the eyes
     * @return for the caller to close
     */
    static Photo of(Photo photo, Face face, double azimuthDeg, double elevationDeg) {
        HeadRelief relief = new HeadRelief(face, 7);
        double[] light = direction(azimuthDeg, elevationDeg);
        int columns = photo.width() / CELL_PX + 2;
        double[][] gains = new double[photo.height() / CELL_PX + 2][columns];
        for (int row = 0; row < gains.length; row++) {
            for (int column = 0; column < columns; column++) {
                double[] facing = relief.facing((double) column * CELL_PX, (double) row * CELL_PX);
                gains[row][column] = Math.pow(lit(light, facing) / lit(FRONT, facing), 1 / GAMMA);
            }
        }
        return new Photo(lit(photo, gains), photo.info());
    }

    private static double[] direction(double azimuthDeg, double elevationDeg) {
        double az = Math.toRadians(azimuthDeg);
        double el = Math.toRadians(elevationDeg);
        return new double[] {Math.sin(az) * Math.cos(el), Math.sin(el), Math.cos(az) * Math.cos(el)};
    }

    private static double lit(double[] light, double[] facing) {
        double straight = light[0] * facing[0] + light[1] * facing[1] + light[2] * facing[2];
        return AMBIENT + (1 - AMBIENT) * Math.max(0, straight);
    }

    private static Mat lit(Photo photo, double[][] gains) {
        Mat out = new Mat(photo.height(), photo.width(), CV_8UC3);
        try (UByteIndexer from = photo.pixels().createIndexer();
                UByteIndexer to = out.createIndexer()) {
            for (int y = 0; y < photo.height(); y++) {
                for (int x = 0; x < photo.width(); x++) {
                    double gain = between(gains, (double) x / CELL_PX, (double) y / CELL_PX);
                    for (int c = 0; c < 3; c++) {
                        to.put(y, x, c, (int) Math.min(255, Math.round(from.get(y, x, c) * gain)));
                    }
                }
            }
        }
        return out;
    }

    private static double between(double[][] grid, double column, double row) {
        int c = (int) column;
        int r = (int) row;
        double u = column - c;
        double v = row - r;
        return (1 - v) * ((1 - u) * grid[r][c] + u * grid[r][c + 1])
                + v * ((1 - u) * grid[r + 1][c] + u * grid[r + 1][c + 1]);
    }
}
