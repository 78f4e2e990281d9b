package rhytid.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rhytid.London;
import rhytid.bench.Unfit;
import rhytid.face.Expression;
import rhytid.face.Face;
import rhytid.face.FaceFinder;
import rhytid.face.LookPlan;
import rhytid.face.Models;
import rhytid.photo.Photo;
import rhytid.photo.Refusal;

class PhotoGateTest {

    private static FaceFinder finder;
    private static Photo portrait;
    private static Face face;

    private final PhotoGate gate = new PhotoGate(GateLimits.STANDARD);

    @BeforeAll
    static void open() {
        portrait = London.read(London.neutral().getFirst());
        finder = new FaceFinder(Models.open(Path.of("models")), LookPlan.QUICK);
        face = finder.find(portrait).getFirst();
    }

    @AfterAll
    static void close() {
        if (finder != null) {
            finder.close();
            portrait.close();
        }
    }

    @Test
    void aGoodPortraitIsFit() {
        assertThat(gate.judge(portrait, List.of(face), Asked.of(Expression.REST)))
                .isInstanceOf(PhotoVerdict.Fit.class);
    }

    @ParameterizedTest
    @CsvSource({
        "BLURRED, blurred",
        "SHAKEN, blurred",
        "DARK, too-dark",
        "BURNT, burnt-out",
        "TURNED, head-turned",
        "TILTED, head-tilted",
        "CUT_OFF_SIDE, cut-off",
        "MASK, covered",
        "HAND, covered",
        "SUNGLASSES, eyes-closed",
        "HAIR_OVER_AN_EYE, eyes-closed",
        "TWO_FACES, several-faces",
        "NO_FACE, no-face",
        "EYES_CLOSED, eyes-closed"
    })
    void aSpoiltPortraitIsRefusedForWhatIsWrongWithIt(Unfit kind, String code) {
        try (Photo spoilt = kind.of(portrait, face)) {
            PhotoVerdict verdict = gate.judge(spoilt, finder.find(spoilt), Asked.of(Expression.REST));
            assertThat(verdict).isInstanceOf(PhotoVerdict.Unfit.class);
            if (verdict instanceof PhotoVerdict.Unfit unfit) {
                assertThat(unfit.refusals()).extracting(Refusal::code).contains(code);
                assertThat(unfit.refusals())
                        .allSatisfy(refusal -> assertThat(refusal.message()).matches("[A-Z].*\\. [A-Z].*\\."));
            }
        }
    }
}
