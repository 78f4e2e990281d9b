package rhytid.wrinkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static rhytid.wrinkle.DrawnSkin.straight;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rhytid.alignment.Aligner;
import rhytid.face.Face;
import rhytid.geometry.Affine;
import rhytid.geometry.Point;
import rhytid.photo.Photo;

class PairedLinesTest {

    /** What is asked of a line that fades to 0.40 (MEASURES.md). */
    private static final double LINEARITY = 0.04;

    /** Noise of two photos, on 90 mm of lines. */
    private static final double TWO_PHOTOS_NOISE = 0.03;

    /** A drawn face has no lashes or brows to tell the blur by, only its skin. */
    private static final double BLUR_WITHOUT_EDGES = 0.05;

    private static final DrawnSkin FOREHEAD = DrawnSkin.plain()
            .with(
                    straight(0, -42, 35, 4, 0.35, 0.15),
                    straight(-5, -50, 30, -6, 0.45, 0.22),
                    straight(8, -57, 25, 8, 0.30, 0.12));

    @ParameterizedTest
    @ValueSource(doubles = {0.8, 0.4, 0.1, 0})
    void fadeIsReadAsItIs(double left) {
        assertThat(change(FOREHEAD, FOREHEAD.faded(left).retaken(2))).isEqualTo(left - 1, within(LINEARITY));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.45, 0.06})
    void fadeIsReadAlikeOnLightAndDarkSkin(double shade) {
        DrawnSkin skin = FOREHEAD.shaded(shade);
        assertThat(change(skin, skin.faded(0.4).retaken(2))).isEqualTo(-0.6, within(LINEARITY));
    }

    /** Where a line ran, rough skin is a little darker by chance, or the trace would run elsewhere: that stays. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0})
    void fadeOnRoughSkinIsReadAsItIs(double left) {
        DrawnSkin rough = FOREHEAD.textured(0.03);
        assertThat(change(rough, rough.faded(left).retaken(2))).isEqualTo(left - 1, within(LINEARITY));
    }

    @Test
    void linesThatWereNotThereBeforeAreNotMissed() {
        PairedRegion region = forehead(FOREHEAD.faded(0.3), FOREHEAD.retaken(2));
        assertThat(region.after().lineIndex()).isEqualTo(region.before().lineIndex() / 0.3, within(0.1));
    }

    @Test
    void aPhotoAgainstItselfShowsExactlyNoChange() {
        PairedRegion region = forehead(FOREHEAD, FOREHEAD);
        assertThat(region.relativeChange()).isZero();
        assertThat(region.fadeError()).isZero();
        assertThat(region.after().lineIndex()).isEqualTo(region.before().lineIndex());
    }

    @Test
    void aRetakenPhotoShowsNoChange() {
        assertThat(change(FOREHEAD, FOREHEAD.retaken(2))).isEqualTo(0, within(TWO_PHOTOS_NOISE));
    }

    /** It is as thin as a hair, but runs the way the forehead's lines run. */
    @Test
    void aFineLineThatFadedAwayIsNoHair() {
        DrawnSkin fine =
                DrawnSkin.plain().with(straight(0, -42, 35, 4, 0.15, 0.25), straight(-5, -50, 30, -6, 0.15, 0.25));
        assertThat(change(fine, fine.faded(0).retaken(2))).isEqualTo(-1, within(LINEARITY));
    }

    @Test
    void aHairThatFellOverTheGlabellaIsNoNewLine() {
        DrawnSkin frown =
                DrawnSkin.plain().with(straight(-6, -22, 14, 85, 0.4, 0.2), straight(6, -22, 14, 95, 0.4, 0.2));
        DrawnSkin hair =
                frown.retaken(2).with(straight(2, -40, 60, 80, 0.06, 0.8), straight(0, -40, 60, 100, 0.06, 0.8));
        PairedRegion glabella = region(Region.GLABELLA, frown, hair);
        assertThat(glabella.relativeChange()).isEqualTo(0, within(TWO_PHOTOS_NOISE));
    }

    @Test
    void blurredFollowUpDoesNotLookImproved() {
        assertThat(change(FOREHEAD, FOREHEAD.retaken(2).blurred(2.2))).isEqualTo(0, within(BLUR_WITHOUT_EDGES));
    }

    @Test
    void sharperFollowUpDoesNotLookWorse() {
        assertThat(change(FOREHEAD.blurred(2.2), FOREHEAD.retaken(2))).isEqualTo(0, within(BLUR_WITHOUT_EDGES));
    }

    @Test
    void lightFromAnotherSideIsNoChange() {
        assertThat(change(FOREHEAD.lit(0.35, 0.1), FOREHEAD.retaken(2).lit(-0.35, -0.1)))
                .isEqualTo(0, within(TWO_PHOTOS_NOISE));
    }

    @Test
    void darkerExposureIsNoChange() {
        assertThat(change(FOREHEAD, FOREHEAD.retaken(2).shaded(0.22))).isEqualTo(0, within(TWO_PHOTOS_NOISE));
    }

    @Test
    void turnedAndSmallerFollowUpIsNoChange() {
        Affine turn = Affine.similarityAbout(new Point(700, 700), 0.7, Math.toRadians(-7));
        assertThat(change(FOREHEAD, FOREHEAD.retaken(2).seenBy(turn))).isEqualTo(0, within(TWO_PHOTOS_NOISE));
    }

    @Test
    void skinWithoutLinesHasNoShareToSpeakOf() {
        PairedRegion region = forehead(DrawnSkin.plain(), DrawnSkin.plain().retaken(2));
        assertThat(region.reason()).contains("too few lines");
        assertThat(region.relativeChange()).isNaN();
        assertThat(region.before().lineIndex()).isEqualTo(0, within(0.02));
    }

    @Test
    void fadeIsSaidToBeSureAndARetakeIsNot() {
        PairedRegion faded = forehead(FOREHEAD, FOREHEAD.faded(0.8).retaken(2));
        PairedRegion retaken = forehead(FOREHEAD, FOREHEAD.retaken(2));
        assertThat(Math.abs(faded.relativeChange()) / faded.relativeError()).isGreaterThan(3);
        assertThat(Math.abs(retaken.relativeChange()) / retaken.relativeError()).isLessThan(1.96);
    }

    @Test
    void ofALargerFadeMoreIsNotKnown() {
        DrawnSkin rough = FOREHEAD.textured(0.03);
        PairedRegion little = forehead(rough, rough.faded(0.9).retaken(2));
        PairedRegion much = forehead(rough, rough.faded(0.2).retaken(2));
        assertThat(much.fadeError()).isGreaterThan(3 * little.fadeError());
    }

    @Test
    void linesOfTheFollowUpLieInTheFollowUp() {
        Affine turn = Affine.similarityAbout(new Point(700, 700), 0.8, Math.toRadians(5));
        PairedRegion region = forehead(FOREHEAD, FOREHEAD.retaken(2).seenBy(turn));
        Affine toMm = FOREHEAD.camera().then(turn).inverse();
        assertThat(region.after().lines()).isNotEmpty().allSatisfy(line -> {
            Point middle = toMm.apply(line.path().at(line.path().length() / 2));
            assertThat(FOREHEAD.valleys().stream()
                            .mapToDouble(v -> v.path().distanceTo(middle))
                            .min()
                            .orElseThrow())
                    .isLessThan(0.3);
        });
    }

    @Test
    void skinWhoseContrastIsAnotherGivesNoNumber() {
        DrawnSkin plain = FOREHEAD;
        DrawnSkin filtered = new DrawnSkin(
                plain.camera(),
                plain.shade(),
                plain.texture() / 2.5,
                plain.slope(),
                plain.blurPx(),
                plain.noise(),
                2,
                plain.valleys());
        PairedRegion region = forehead(plain, filtered);
        assertThat(region.reason()).contains("contrast differs too much");
        assertThat(region.relativeChange()).isNaN();
    }

    private static double change(DrawnSkin before, DrawnSkin after) {
        PairedRegion region = forehead(before, after);
        assertThat(region.reason()).isNull();
        return region.relativeChange();
    }

    private static PairedRegion forehead(DrawnSkin before, DrawnSkin after) {
        return region(Region.FOREHEAD, before, after);
    }

    private static PairedRegion region(Region region, DrawnSkin before, DrawnSkin after) {
        try (Photo one = before.photo();
                Photo two = after.photo()) {
            Face first = before.face();
            Face second = after.face();
            Affine map = Aligner.align(first, second).followUpToBaseline();
            return Objects.requireNonNull(
                    PairedLines.measure(one, first, two, second, map).regions().get(region));
        }
    }
}
