package rhytid.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rhytid.SharedData;
import rhytid.face.Expression;
import rhytid.face.FaceFinder;
import rhytid.face.FaceLandmarks;
import rhytid.face.Models;
import rhytid.face.Side;
import rhytid.face.TestModels;
import rhytid.photo.Photo;
import rhytid.photo.PhotoInfo;

class SampleImagesTest {

    private static final Path FOLDER = Path.of("sample-images");
    private static final int LEAST_HEIGHT_PX = 2000;
    private static final long MOST_BYTES = 25_000_000;
    /** Of the interpupillary distance: what a mesh network may be off at a pupil. */
    private static final double NETWORK_SHARE = 0.03;

    /** The same for a head that is turned so far that it is to be refused. */
    private static final double TURNED_NETWORK_SHARE = 0.06;

    static List<SamplePair> pairs() {
        return SampleCases.all();
    }

    @Test
    void allPairsTogetherAreSmallEnoughForAClone() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            assertThat(files.filter(Files::isRegularFile)
                            .mapToLong(file -> file.toFile().length())
                            .sum())
                    .isLessThan(MOST_BYTES);
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void theProjectsModelsFindTheFaceOfEverySample(SamplePair pair) {
        findsThePupils(pair, TestModels.any());
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void theTeacherFindsTheFaceOfEverySample(SamplePair pair) {
        findsThePupils(pair, Models.open(SharedData.require("models")));
    }

    private static void findsThePupils(SamplePair pair, Models models) {
        try (FaceFinder finder = new FaceFinder(models)) {
            for (Expression expression : pair.shown()) {
                finds(finder, pair, "baseline", pair.baseline(expression));
                finds(finder, pair, "follow-up", pair.followUp(expression));
            }
        }
    }

    private static void finds(FaceFinder finder, SamplePair pair, String visitName, Visit visit) {
        Path file = FOLDER.resolve(pair.name())
                .resolve(visitName)
                .resolve(visit.expression().key() + ".jpg");
        Sides<rhytid.geometry.Point> truth = new PhotoGeometry(pair.phantom(), visit).pupils();
        try (Mat pixels = opencv_imgcodecs.imread(file.toString(), opencv_imgcodecs.IMREAD_COLOR);
                Photo photo = new Photo(pixels, new PhotoInfo(file.toString(), "jpeg", null, null, null))) {
            assertThat(pixels.rows()).as("%s", file).isGreaterThanOrEqualTo(LEAST_HEIGHT_PX);
            List<FaceLandmarks> faces = finder.landmarks(photo);
            assertThat(faces).as("%s", file).hasSize(1);
            double eyes = truth.right().distanceTo(truth.left());
            double share = visit.framing().yawDeg() == 0 ? NETWORK_SHARE : TURNED_NETWORK_SHARE;
            for (Side side : Side.values()) {
                assertThat(faces.getFirst().pupil(side).distanceTo(truth.get(side)))
                        .as("%s, %s pupil", file, side)
                        .isEqualTo(0, within(share * eyes));
            }
        }
    }
}
