package rhytid.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import java.nio.file.Path;
import java.util.Objects;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import rhytid.London;
import rhytid.face.Face;
import rhytid.face.FaceFinder;
import rhytid.face.Iris;
import rhytid.face.Models;
import rhytid.face.Side;
import rhytid.geometry.Point;
import rhytid.measure.FaceMeasurement;
import rhytid.measure.Measure;
import rhytid.photo.Photo;

/** Real upper lids, lowered by a known distance. */
class LoweredLidTest {

    /** MEASURES.md: moved by a known distance, mean absolute error. */
    private static final double GOAL_MM = 0.3;

    private static final int FACES = 4;

    private static final double[] MOVES_MM = {-2, -1};

    /** Grey levels a pixel row of the ramp that stands in for a photo. */
    private static final int RAMP = 8;

    @Test
    void aPictureOfALoweredLidShowsTheMarginAsFarDownAsItSays() {
        eachFace((finder, photo, face) -> {
            Point pupil = face.iris(Side.LEFT).map(Iris::centre).orElseThrow();
            int row = (int) Math.round(margin(face, Side.LEFT, pupil.x()));
            for (double mm : MOVES_MM) {
                int down = (int) Math.round(-mm * face.scale().pxPerMm());
                try (Photo ramp = ramp(photo, row);
                        Photo moved = PictureWarp.lidLowered(
                                ramp, face, Side.LEFT, -down / face.scale().pxPerMm())) {
                    for (int off = -3; off <= 3; off++) {
                        assertThat(level(moved, pupil, row + down + off) - level(ramp, pupil, row + off))
                                .as("%s mm, %s rows below the margin", mm, off)
                                .isBetween(-RAMP / 4, RAMP / 4);
                    }
                }
            }
        });
    }

    @Test
    void aLidLoweredByAKnownDistanceIsMeasured() {
        double[] errors = new double[1];
        eachFace((finder, photo, face) -> {
            for (double mm : MOVES_MM) {
                try (Photo moved = PictureWarp.lidLowered(photo, face, Side.LEFT, mm)) {
                    Face after = finder.find(moved).getFirst();
                    errors[0] += Math.abs(mrd1(after, Side.LEFT) - mrd1(face, Side.LEFT) - mm);
                    assertThat(mrd1(after, Side.RIGHT) - mrd1(face, Side.RIGHT))
                            .as("the lid that stays")
                            .isCloseTo(0, within(GOAL_MM));
                }
            }
        });
        assertThat(errors[0] / FACES / MOVES_MM.length).isLessThan(GOAL_MM);
    }

    private interface Check {
        void of(FaceFinder finder, Photo photo, Face face);
    }

    private static void eachFace(Check check) {
        try (FaceFinder finder = new FaceFinder(Models.open(Path.of("models")))) {
            for (Path file : Pictures.spread(LondonHalves.estimatedOn(), FACES)) {
                try (Photo photo = London.read(file)) {
                    check.of(finder, photo, finder.find(photo).getFirst());
                }
            }
        }
    }

    private static double mrd1(Face face, Side side) {
        return FaceMeasurement.of(face).get(Measure.MRD1, side).value();
    }

    private static double margin(Face face, Side side, double x) {
        return PictureWarp.heightAt(
                Objects.requireNonNull(face.upperLids().get(side)).line(), x);
    }

    /** As large as the photo, brighter from row to row, 128 at one of them. */
    private static Photo ramp(Photo photo, int middle) {
        Mat pixels = new Mat(photo.height(), photo.width(), CV_8UC3);
        try (UByteIndexer values = pixels.createIndexer()) {
            for (int y = 0; y < photo.height(); y++) {
                int level = Math.clamp(128L + RAMP * (y - middle), 0, 255);
                for (int x = 0; x < photo.width(); x++) {
                    values.put(y, x, new int[] {level, level, level});
                }
            }
        }
        return new Photo(pixels, photo.info());
    }

    private static int level(Photo photo, Point pupil, int row) {
        try (UByteIndexer values = photo.pixels().createIndexer()) {
            return values.get(row, (long) Math.round(pupil.x()), 0);
        }
    }
}
