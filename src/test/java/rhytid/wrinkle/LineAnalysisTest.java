package rhytid.wrinkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static rhytid.wrinkle.DrawnSkin.straight;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rhytid.face.Face;
import rhytid.face.FaceLandmarks;
import rhytid.face.FaceMesh;
import rhytid.geometry.Affine;
import rhytid.geometry.Point;
import rhytid.photo.Photo;

class LineAnalysisTest {

    /** Skin's own texture and the sensor's noise, on a line a few centimetres long. */
    private static final double A_TENTH = 0.10;

    /** Twelve directions of 15°, and ends that fade. */
    private static final double DIRECTION_DEG = 4;

    @ParameterizedTest
    @CsvSource({
        "0.45, 0, 30, 0.30, 0.20",
        "0.45, 18, 25, 0.45, 0.12",
        "0.35, -20, 30, 0.60, 0.15",
        "0.06, 0, 30, 0.30, 0.20",
        "0.06, 12, 25, 0.50, 0.15",
    })
    void drawnLineIsFoundWithItsLengthWidthAndDepth(
            double shade, double angle, double length, double sigma, double depth) {
        DrawnSkin.Valley drawn = straight(2, -48, length, angle, sigma, depth);
        RegionLines found = in(lines(DrawnSkin.plain().shaded(shade).with(drawn)), Region.FOREHEAD);
        assertThat(found.reason()).isNull();
        assertThat(found.lines()).hasSize(1);
        Line line = found.lines().getFirst();
        assertThat(line.lengthMm()).isEqualTo(length, within(A_TENTH * length));
        assertThat(line.widthMm()).isEqualTo(drawn.widthMm(), within(A_TENTH * drawn.widthMm()));
        assertThat(line.depth()).isEqualTo(depth, within(A_TENTH * depth));
        assertThat(line.directionDeg()).isEqualTo(angle, within(DIRECTION_DEG));
        assertThat(found.lineIndex() * found.areaMm2() / 100)
                .isEqualTo(drawn.lengthTimesDepth(), within(A_TENTH * drawn.lengthTimesDepth()));
    }

    @Test
    void linesOfEveryKindOfRegionAreFoundThere() {
        Map<Region, RegionLines> found = lines(DrawnSkin.plain()
                .with(
                        straight(-4, -14, 12, 88, 0.35, 0.2),
                        straight(-60, 2, 12, 5, 0.3, 0.2),
                        straight(58, -2, 10, -10, 0.3, 0.2)));
        assertThat(in(found, Region.GLABELLA).lengthMm()).isEqualTo(12, within(2.0));
        assertThat(in(found, Region.CROWS_FEET_RIGHT).lengthMm()).isEqualTo(12, within(2.0));
        assertThat(in(found, Region.CROWS_FEET_LEFT).lengthMm()).isEqualTo(10, within(2.0));
        assertThat(in(found, Region.FOREHEAD).lengthMm()).isLessThan(4);
    }

    @Test
    void crossingLinesAreTwo() {
        RegionLines found = in(
                lines(DrawnSkin.plain()
                        .with(straight(0, -48, 30, 20, 0.35, 0.2), straight(0, -48, 30, -20, 0.35, 0.2))),
                Region.FOREHEAD);
        assertThat(found.lengthMm()).isEqualTo(60, within(6.0));
        assertThat(found.lines()).hasSizeBetween(2, 4);
    }

    @Test
    void poresAndStubbleAreNoLines() {
        DrawnSkin skin = DrawnSkin.plain();
        java.util.Random random = new java.util.Random(3);
        DrawnSkin.Valley[] pores = new DrawnSkin.Valley[300];
        for (int i = 0; i < pores.length; i++) {
            pores[i] = straight(
                    -35 + 70 * random.nextDouble(),
                    -60 + 30 * random.nextDouble(),
                    0.3,
                    360 * random.nextDouble(),
                    0.15,
                    0.3);
        }
        double line = DrawnSkin.straight(0, -48, 35, 0, 0.3, 0.15).lengthTimesDepth();
        RegionLines found = in(lines(skin.with(pores)), Region.FOREHEAD);
        // Three hundred pores, each twice as deep as it, weigh less than one line across the forehead.
        assertThat(found.lineIndex() * found.areaMm2() / 100).isLessThan(line);
    }

    @Test
    void aLineAcrossTheGrainOfTheForeheadIsNone() {
        RegionLines found = in(lines(DrawnSkin.plain().with(straight(20, -48, 20, 85, 0.3, 0.25))), Region.FOREHEAD);
        assertThat(found.lengthMm()).isZero();
    }

    @Test
    void plainSkinHasNoLines() {
        lines(DrawnSkin.plain())
                .forEach((region, found) ->
                        assertThat(found.lineIndex()).as(region.key()).isLessThan(0.05));
    }

    @Test
    void mirroredFaceSwapsItsSides() {
        DrawnSkin skin = DrawnSkin.plain().with(straight(-60, 2, 14, 5, 0.3, 0.2));
        Map<Region, RegionLines> upright = lines(skin);
        Map<Region, RegionLines> mirrored;
        try (Photo photo = skin.photo();
                Mat flipped = new Mat()) {
            opencv_core.flip(photo.pixels(), flipped, 1);
            Face face = skin.face();
            FaceLandmarks mesh = new FaceLandmarks(
                    FaceMesh.unmirrored(face.landmarks().points(), (DrawnSkin.WIDTH - 1) / 2.0), 1, 0.1);
            Face other = new Face(mesh, face.pose(), 0.5, face.irises(), Map.of(), Map.of(), Map.of(), face.scale());
            mirrored = LineAnalysis.analyze(new Photo(flipped, photo.info()), other);
        }
        double right = in(upright, Region.CROWS_FEET_RIGHT).lineIndex();
        assertThat(right).isGreaterThan(0.3);
        assertThat(in(mirrored, Region.CROWS_FEET_LEFT).lineIndex()).isEqualTo(right, within(0.05 * right));
        assertThat(in(mirrored, Region.CROWS_FEET_RIGHT).lineIndex()).isLessThan(0.1);
    }

    @Test
    void turnedAndSmallerPictureKeepsItsMillimetres() {
        DrawnSkin skin = DrawnSkin.plain().with(straight(2, -48, 40, 5, 0.45, 0.2));
        Affine turn = Affine.similarityAbout(new Point(700, 700), 0.75, Math.toRadians(9));
        Line upright = in(lines(skin), Region.FOREHEAD).lines().getFirst();
        Line turned = in(lines(skin.seenBy(turn)), Region.FOREHEAD).lines().getFirst();
        assertThat(turned.lengthMm()).isEqualTo(upright.lengthMm(), within(0.03 * upright.lengthMm()));
        assertThat(turned.depth()).isEqualTo(upright.depth(), within(0.05 * upright.depth()));
        assertThat(turned.widthMm()).isEqualTo(upright.widthMm(), within(0.08 * upright.widthMm()));
    }

    @Test
    void smallPhotoSaysThatItCannotShowFineLines() {
        DrawnSkin skin = DrawnSkin.plain().seenBy(Affine.similarityAbout(new Point(700, 700), 0.25, 0));
        Map<Region, RegionLines> found = lines(skin);
        assertThat(in(found, Region.CROWS_FEET_LEFT).reason()).contains("resolution");
        assertThat(in(found, Region.FOREHEAD).usable()).isTrue();
    }

    @Test
    void linesLieWhereTheyWereDrawn() {
        DrawnSkin skin = DrawnSkin.plain().with(straight(2, -48, 30, 10, 0.35, 0.2));
        List<Line> found = in(lines(skin), Region.FOREHEAD).lines();
        Affine toMm = skin.camera().inverse();
        double pixelMm = 1 / DrawnSkin.PX_PER_MM;
        assertThat(found).hasSize(1);
        List<Point> path = found.getFirst().path().points();
        // Where a line ends, its last steps have little to hold on to.
        assertThat(path.subList(6, path.size() - 6))
                .allSatisfy(p -> assertThat(skin.valleys().getFirst().path().distanceTo(toMm.apply(p)))
                        .isLessThan(2 * pixelMm));
    }

    private static Map<Region, RegionLines> lines(DrawnSkin skin) {
        try (Photo photo = skin.photo()) {
            return LineAnalysis.analyze(photo, skin.face());
        }
    }

    private static RegionLines in(Map<Region, RegionLines> found, Region region) {
        return Objects.requireNonNull(found.get(region));
    }
}
