package rhytid.face;

import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rhytid.geometry.Point;
import rhytid.photo.Halves;

class CropSourceTest {

    /** A dot's centre of mass, through bytes and bilinear reading; half a pixel of the photo would be far more. */
    private static final double ROUNDING_PX = 0.06;

    @ParameterizedTest
    @CsvSource({"1500,0,192", "1500,0.3,192", "1500,0.3,96", "1500,0,48", "820,-0.2,192", "300,0.1,192", "120,0,192"})
    void aPlaceInThePhotoLiesWhereTheCropSaysHoweverMuchItIsShrunk(double side, double angle, int size) {
        Point dot = new Point(1003, 788);
        Crop crop = new Crop(new Point(960, 820), side, angle);
        double radius = Math.max(3, 0.02 * side);
        try (Mat photo = dotted(2000, 1600, dot, radius);
                Halves halves = new Halves(photo);
                CropSource source = CropSource.of(halves, crop, size);
                Mat drawn = source.draw(crop, size)) {
            Point expected = crop.toPixels(size).apply(dot);
            assertThat(centreOfMass(drawn).distanceTo(expected)).isLessThan(ROUNDING_PX);
        }
    }

    @ParameterizedTest
    @CsvSource({"1.0,true", "1.1,true", "1.6,false", "0.5,false"})
    void aSourceServesCropsLikeItsOwn(double scaling, boolean fits) {
        Crop crop = new Crop(new Point(960, 820), 700, 0);
        try (Mat photo = dotted(2000, 1600, new Point(10, 10), 3);
                Halves halves = new Halves(photo);
                CropSource source = CropSource.of(halves, crop, 192)) {
            assertThat(source.fits(crop.shifted(0.02, 0, 0.05, scaling), 192)).isEqualTo(fits);
        }
    }

    private static Mat dotted(int width, int height, Point dot, double radius) {
        Mat photo = new Mat(height, width, opencv_core.CV_8UC3, new Scalar(0, 0, 0, 0));
        try (BytePointer data = new BytePointer(photo.data())) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    double fade = Math.clamp(1.5 - dot.distanceTo(new Point(x, y)) / radius, 0.0, 1.0);
                    if (fade > 0) {
                        long at = 3L * (y * (long) width + x);
                        data.put(at, (byte) Math.round(255 * fade));
                    }
                }
            }
        }
        return photo;
    }

    private static Point centreOfMass(Mat picture) {
        double sum = 0;
        double sumX = 0;
        double sumY = 0;
        try (BytePointer data = new BytePointer(picture.data())) {
            for (int y = 0; y < picture.rows(); y++) {
                for (int x = 0; x < picture.cols(); x++) {
                    double value = data.get(3L * (y * (long) picture.cols() + x)) & 0xff;
                    sum += value;
                    sumX += value * x;
                    sumY += value * y;
                }
            }
        }
        return new Point(sumX / sum, sumY / sum);
    }
}
