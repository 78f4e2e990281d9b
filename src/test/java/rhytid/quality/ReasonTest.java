package rhytid.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rhytid.face.Expression;
import rhytid.photo.Refusal;

class ReasonTest {

    /** Scripts and translations go by these: one may be added, none may change or go. */
    @Test
    void codesStayAsTheyAre() {
        assertThat(Arrays.stream(Reason.values()).map(Reason::key))
                .containsExactlyInAnyOrder(
                        "no-face",
                        "several-faces",
                        "face-unclear",
                        "face-too-small",
                        "face-small",
                        "head-turned+",
                        "head-turned-",
                        "head-tilted+",
                        "head-tilted-",
                        "cut-off",
                        "covered",
                        "eyes-closed",
                        "blurred",
                        "soft",
                        "too-dark",
                        "dark",
                        "burnt-out",
                        "highlights",
                        "not-at-rest",
                        "smiling",
                        "no-brow-raise",
                        "weak-brow-raise",
                        "no-frown",
                        "weak-frown",
                        "no-squint",
                        "weak-squint",
                        "no-smile",
                        "weak-smile",
                        "no-pucker",
                        "weak-pucker",
                        "no-chin",
                        "weak-chin",
                        "no-platysma",
                        "weak-platysma",
                        "different-yaw+",
                        "different-yaw-",
                        "different-pitch+",
                        "different-pitch-",
                        "different-light",
                        "different-size",
                        "different-person",
                        "different-expression",
                        "expression-missing",
                        "nothing-in-common",
                        "scale-uncertain");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void saysWhatWasSeenAndWhatToDoInWholeSentences(Reason reason) {
        assertThat(reason.what()).matches("[A-Z].*\\.");
        assertThat(reason.advice()).matches("[A-Z].*\\.").hasSizeGreaterThan(15);
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void speaksOfThePhotoAndNeverBlames(Reason reason) {
        String text = (reason.what() + " " + reason.advice()).toLowerCase(java.util.Locale.ROOT);
        assertThat(text).doesNotContain("patient", "you failed", "wrong", "bad", "invalid", "error", "must");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void isFoundAgainByItsCodeAndTheSignOfItsValue(Reason reason) {
        double sign = reason.key().endsWith("-") ? -1 : 1;
        Refusal refusal = reason.refusal(sign * 17.4, sign * 15);
        assertThat(Reason.of(refusal.code(), refusal.value())).contains(reason);
        assertThat(refusal.message()).doesNotContain("{", "17.4", "-17");
    }

    @Test
    void numbersStandInTheTextWholeAndWithoutSign() {
        assertThat(Reason.TURNED_RIGHT.refusal(-17.6, -15).message()).contains("right by 18°");
        assertThatThrownBy(() -> Reason.TURNED_RIGHT.refusal(17.6, 15)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(value = Expression.class, mode = EnumSource.Mode.EXCLUDE, names = "REST")
    void everyExpressionCanBeMissingOrWeak(Expression expression) {
        assertThat(new TreeSet<>(java.util.List.of(
                        Reason.missing(expression).code(),
                        Reason.weak(expression).code())))
                .containsExactly("no-" + expression.key(), "weak-" + expression.key());
    }
}
