package rhytid.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;
import rhytid.SharedData;
import rhytid.photo.Photo;
import rhytid.photo.PhotoInfo;

class FaceFinderTest {

    @Test
    void findsThePupilsWhereAPersonPutThem() {
        Path folder = SharedData.require("data/london/neutral_front");
        try (FaceFinder finder = new FaceFinder(TestModels.any());
                Photo photo = read(folder.resolve("001_03.jpg"))) {
            List<Face> faces = finder.find(photo);
            assertThat(faces).hasSize(1);
            FaceLandmarks face = faces.getFirst().landmarks();
            // The first two points of 001_03.tem.
            double tolerance = 0.03 * face.interpupillaryPx();
            assertThat(face.pupil(Side.RIGHT).distanceTo(new rhytid.geometry.Point(565, 632)))
                    .isLessThan(tolerance);
            assertThat(face.pupil(Side.LEFT).distanceTo(new rhytid.geometry.Point(778, 624)))
                    .isLessThan(tolerance);
            assertThat(face.presence()).isGreaterThan(0.9);
        }
    }

    @Test
    void oneFinderServesManyThreadsAndFindsTheSameInEach() {
        Path folder = SharedData.require("data/london/neutral_front");
        try (FaceFinder finder = new FaceFinder(TestModels.any(), LookPlan.QUICK);
                Photo one = read(folder.resolve("001_03.jpg"));
                Photo two = read(folder.resolve("004_03.jpg"))) {
            List<List<FaceLandmarks>> alone =
                    Stream.of(one, two).map(finder::landmarks).toList();
            List<List<FaceLandmarks>> together = IntStream.range(0, 8)
                    .parallel()
                    .mapToObj(i -> finder.landmarks(i % 2 == 0 ? one : two))
                    .toList();
            for (int i = 0; i < together.size(); i++) {
                assertThat(together.get(i)).isEqualTo(alone.get(i % 2));
            }
        }
    }

    @Test
    void aGreyPictureHasNoFace() {
        try (FaceFinder finder = new FaceFinder(TestModels.any());
                Mat grey = new Mat(480, 640, opencv_core.CV_8UC3, new Scalar(128, 128, 128, 0));
                Photo photo = new Photo(grey, info("grey"))) {
            assertThat(finder.find(photo)).isEmpty();
            assertThat(finder.landmarks(photo)).isEmpty();
        }
    }

    static Photo read(Path file) {
        Mat pixels = opencv_imgcodecs.imread(file.toString(), opencv_imgcodecs.IMREAD_COLOR);
        assertThat(pixels.empty()).as("%s can be read", file).isFalse();
        return new Photo(pixels, info(file.getFileName().toString()));
    }

    static PhotoInfo info(String name) {
        return new PhotoInfo(name, "jpeg", null, null, null);
    }
}
