package rhytid.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import rhytid.SharedData;
import rhytid.geometry.Box;
import rhytid.geometry.Point;
import rhytid.photo.Photo;

/**
 * Real brows, moved up and down by a known distance in the photo. Thresholds were tuned on the London faces of odd
 * rank; the even ones judge.
 */
class MovedBrowTest {

    /** MEASURES.md: a brow moved by a known distance, mean absolute error. */
    private static final double GOAL_MM = 0.3;

    private static final int FACES = 4;

    @Test
    void aBrowMovedByAKnownDistanceIsMeasured() throws IOException {
        double errors = 0;
        double dot = 0;
        double squares = 0;
        int count = 0;
        try (FaceFinder finder = new FaceFinder(TestModels.any())) {
            for (Path file : judges()) {
                try (Photo photo = FaceFinderTest.read(file)) {
                    Face before = finder.find(photo).getFirst();
                    for (double mm : new double[] {-2.5, 1.5}) {
                        try (Photo moved = moved(photo, before, mm)) {
                            Face after = finder.find(moved).getFirst();
                            for (Side side : Side.values()) {
                                double found =
                                        before.scale().mm(browY(before, before, side) - browY(after, before, side));
                                errors += Math.abs(found - mm);
                                dot += found * mm;
                                squares += mm * mm;
                                count++;
                            }
                        }
                    }
                }
            }
        }
        assertThat(errors / count).isLessThan(GOAL_MM);
        assertThat(dot / squares).as("share of the movement that is seen").isCloseTo(1, within(0.07));
    }

    private static List<Path> judges() throws IOException {
        try (Stream<Path> files = Files.list(SharedData.require("data/london/neutral_front"))) {
            List<Path> photos =
                    files.filter(f -> f.toString().endsWith(".jpg")).sorted().toList();
            return Stream.iterate(0, i -> i + 2 * photos.size() / (2 * FACES) / 2 * 2)
                    .limit(FACES)
                    .map(photos::get)
                    .toList();
        }
    }

    /** Where a face's brow border crosses the upright line through the first face's pupil. */
    private static double browY(Face face, Face first, Side side) {
        double x = first.landmarks().pupil(side).x();
        Contour brow = java.util.Objects.requireNonNull(face.upperBrows().get(side), "no brow border");
        List<Point> line = brow.line().resampled(300).points();
        OptionalDouble y = line.stream()
                .filter(p -> Math.abs(p.x() - x) < 1)
                .mapToDouble(Point::y)
                .average();
        return y.orElseThrow();
    }

    /** The photo with both brows moved up by so many millimetres, the skin around them stretched smoothly. */
    private static Photo moved(Photo photo, Face face, double mm) {
        int width = photo.width();
        int height = photo.height();
        double px = face.scale().pxPerMm();
        float[] xs = new float[width * height];
        float[] ys = new float[width * height];
        Box brows = Box.around(Stream.of(Side.values())
                .flatMap(side -> face.landmarks().points(FaceMesh.browOutline(side)).stream())
                .toList());
        double eyes = Stream.of(Side.values())
                .flatMap(side -> face.landmarks().points(FaceMesh.upperLid(side)).stream())
                .mapToDouble(Point::y)
                .min()
                .orElseThrow();
        double bottom = Math.max(eyes - px, brows.bottom() + 3 * px);
        for (int y = 0; y < height; y++) {
            double down = y < brows.y() - 8 * px
                    ? (y - (brows.y() - 23 * px)) / (15 * px)
                    : 1 - (y - brows.bottom()) / (bottom - brows.bottom());
            for (int x = 0; x < width; x++) {
                double aside = Math.min(x - (brows.x() - 12 * px), brows.right() + 12 * px - x) / (10 * px);
                double move = mm * px * smooth(down) * smooth(aside);
                xs[y * width + x] = x;
                ys[y * width + x] = (float) (y + move);
            }
        }
        Mat out = new Mat();
        try (Mat mapX = new Mat(height, width, opencv_core.CV_32F);
                Mat mapY = new Mat(height, width, opencv_core.CV_32F);
                FloatPointer dataX = new FloatPointer(mapX.data());
                FloatPointer dataY = new FloatPointer(mapY.data())) {
            dataX.put(xs);
            dataY.put(ys);
            opencv_imgproc.remap(photo.pixels(), out, mapX, mapY, opencv_imgproc.INTER_CUBIC);
        }
        return new Photo(out, photo.info());
    }

    private static double smooth(double share) {
        double t = Math.clamp(share, 0, 1);
        return t * t * (3 - 2 * t);
    }
}
