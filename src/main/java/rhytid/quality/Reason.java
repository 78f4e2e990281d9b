package rhytid.quality;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rhytid.face.Expression;
import rhytid.photo.Refusal;

/**
 * Everything a gate can have against a photo or a pair: a fixed code, what was seen, and what to do about it. The same
 * words serve refusals and warnings. {@code {value}} and {@code {limit}} stand for whole numbers without sign.
 *
 * <p>Where the sign of the value says which way to go, two reasons share a code, one for each sign. Translations go by
 * {@link #key()}; {@link #of(String, Double)} finds the reason of a refusal that was read back from JSON.
 */
public enum Reason {
    NO_FACE(
            "no-face",
            "No face was found in this photo.",
            "Take it from the front, in even light, with the whole face in the picture and nothing covering it."),
    SEVERAL_FACES(
            "several-faces",
            "There are {value} faces in this photo.",
            "Take it again with one person alone in the picture; mind mirrors and pictures on the wall."),
    FACE_UNCLEAR(
            "face-unclear",
            "The face can't be made out well enough.",
            "Take the photo from the front, in even light, with hair, hands and glasses away from the face."),
    FACE_TOO_SMALL(
            "face-too-small",
            "The face is too small in this photo: the eyes are {value} pixels apart.",
            "Go nearer, or use a camera with a higher resolution, so that they are at least {limit} pixels apart."),
    FACE_SMALL(
            "face-small",
            "The face is small in this photo, so fine lines can't be seen: the eyes are {value} pixels apart.",
            "Going nearer, until they are {limit} pixels apart or more, would show fine lines."),
    TURNED_LEFT(
            "head-turned",
            Sign.PLUS,
            "The head is turned to the person's left by {value}°.",
            "Turn it a little to the right, until the nose points at the camera."),
    TURNED_RIGHT(
            "head-turned",
            Sign.MINUS,
            "The head is turned to the person's right by {value}°.",
            "Turn it a little to the left, until the nose points at the camera."),
    TILTED_BACK(
            "head-tilted",
            Sign.PLUS,
            "The head is tilted back by {value}°.",
            "Lower the chin a little, and hold the camera at the height of the eyes."),
    BENT_FORWARD(
            "head-tilted",
            Sign.MINUS,
            "The head is bent forward by {value}°.",
            "Lift the chin a little, and hold the camera at the height of the eyes."),
    CUT_OFF(
            "cut-off",
            "A part of the face lies outside the picture.",
            "Take it again with some room around the whole face."),
    COVERED(
            "covered",
            "Something covers a part of the face, or coloured light falls on it.",
            "Take the photo again with nothing over the face: no mask, scarf, hand or hair."),
    EYES_CLOSED(
            "eyes-closed",
            "An eye is closed or covered.",
            "Take the photo again with both eyes open, looking into the camera, and without glasses or hair before"
                    + " them."),
    BLURRED(
            "blurred",
            "The photo is blurred, so lines can't be seen.",
            "Tap on the eyes to focus, hold the camera still, and take it again in good light."),
    SOFT(
            "soft",
            "The photo is a little soft, so fine lines fade.",
            "Focusing on the eyes and holding the camera still would show them."),
    TOO_DARK(
            "too-dark",
            "The face is too dark to be measured, or dark glasses cover the eyes.",
            "Take the photo in even, bright light from the front, without glasses."),
    DARK(
            "dark",
            "The face is rather dark, which makes the numbers less certain.",
            "More light from the front would help."),
    BURNT_OUT(
            "burnt-out",
            "Parts of the face are burnt out to white, and no line can be seen there.",
            "Take the photo again with less light or a shorter exposure, and without flash."),
    HIGHLIGHTS(
            "highlights",
            "Highlights hide a part of the skin.",
            "Softer light, or powder on shiny skin, would show it."),
    NOT_AT_REST(
            "not-at-rest",
            "The mouth smiles in this photo.",
            "Relax the face, close the lips without pressing them, and take the photo again."),
    SMILING(
            "smiling",
            "The mouth smiles in this photo, and another expression was asked for.",
            "Relax the mouth, make only the expression that was asked for, and take the photo again."),
    NO_BROW_RAISE(
            "no-brow-raise",
            "The brows are not raised yet: they are where they are at rest.",
            "Lift both brows as high as possible, as if surprised, and hold them while the photo is taken."),
    WEAK_BROW_RAISE(
            "weak-brow-raise",
            "The brows are hardly raised.",
            Weak.ADVICE + "lift both brows as high as possible and take it again."),
    NO_FROWN(
            "no-frown",
            "This is not a frown yet: the brows are where they are at rest.",
            "Draw the brows together as hard as possible, as if angry, and hold them while the photo is taken."),
    WEAK_FROWN(
            "weak-frown",
            "The frown is hardly seen.",
            Weak.ADVICE + "draw the brows together as hard as possible and take it again."),
    NO_SQUINT(
            "no-squint",
            "The eyes are not squeezed yet: they are as open as at rest.",
            "Narrow both eyes firmly, as against bright sun, without closing them, and hold while the photo is taken."),
    WEAK_SQUINT(
            "weak-squint", "The eyes are hardly narrowed.", Weak.ADVICE + "narrow both eyes firmly and take it again."),
    NO_SMILE(
            "no-smile",
            "This is not a smile yet: the mouth is as it is at rest.",
            "Smile as broadly as possible, and hold it while the photo is taken."),
    WEAK_SMILE(
            "weak-smile", "The smile is hardly seen.", Weak.ADVICE + "smile as broadly as possible and take it again."),
    NO_PUCKER(
            "no-pucker",
            "The lips are not puckered yet: they are as they are at rest.",
            "Push the lips forward, as if to whistle or to kiss, and hold them while the photo is taken."),
    WEAK_PUCKER(
            "weak-pucker", "The lips are hardly puckered.", Weak.ADVICE + "push the lips forward and take it again."),
    NO_CHIN(
            "no-chin",
            "The chin is not tensed yet: it is as it is at rest.",
            "Push the lower lip up against the upper one, until the chin wrinkles, and hold it while the photo is"
                    + " taken."),
    WEAK_CHIN(
            "weak-chin",
            "The chin is hardly tensed.",
            Weak.ADVICE + "push the lower lip up until the chin wrinkles, and take it again."),
    NO_PLATYSMA(
            "no-platysma",
            "The neck is not tensed yet: the corners of the mouth are where they are at rest.",
            "Pull the corners of the mouth down and outwards with the teeth together, and hold while the photo is"
                    + " taken."),
    WEAK_PLATYSMA(
            "weak-platysma",
            "The neck is hardly tensed.",
            Weak.ADVICE + "pull the corners of the mouth down and outwards and take it again."),
    MORE_TURNED_LEFT(
            "different-yaw",
            Sign.PLUS,
            "In the follow-up the head is turned {value}° further to the person's left than in the baseline.",
            "Take the follow-up again with the head a little more to the right, as in the baseline."),
    MORE_TURNED_RIGHT(
            "different-yaw",
            Sign.MINUS,
            "In the follow-up the head is turned {value}° further to the person's right than in the baseline.",
            "Take the follow-up again with the head a little more to the left, as in the baseline."),
    MORE_TILTED_BACK(
            "different-pitch",
            Sign.PLUS,
            "In the follow-up the head is tilted back by {value}° more than in the baseline.",
            "Take the follow-up again with the chin a little lower, or the camera a little higher."),
    MORE_BENT_FORWARD(
            "different-pitch",
            Sign.MINUS,
            "In the follow-up the head is bent forward by {value}° more than in the baseline.",
            "Take the follow-up again with the chin a little higher, or the camera a little lower."),
    DIFFERENT_LIGHT(
            "different-light",
            "The light comes from another direction in one photo than in the other, by about {value}°.",
            "Take the follow-up at the same place as the baseline, with the same lamps."),
    DIFFERENT_SIZE(
            "different-size",
            "The face is much larger in one photo than in the other.",
            "Take both from the same distance with the same camera."),
    DIFFERENT_PERSON(
            "different-person",
            "The two photos may show different people: what stays the same in a face does not agree.",
            "Check that both photos are of the same person."),
    DIFFERENT_EXPRESSION(
            "different-expression",
            "The mouth is relaxed in one photo and drawn wide in the other.",
            "Take both photos at rest, without a smile."),
    SCALE_UNCERTAIN(
            "scale-uncertain",
            "The irises of this photo tell a scale {value} % off what the distance between the pupils tells, so its"
                    + " millimetres are less certain.",
            "Take it with both eyes wide open, looking into the lens."),
    EXPRESSION_MISSING(
            "expression-missing",
            "There is no photo of this expression here, so it was not compared.",
            "Take it at every visit."),
    NOTHING_IN_COMMON(
            "nothing-in-common",
            "The two visits have no photo of the same expression.",
            "Take the follow-up in the same expressions as the baseline, beginning with the face at rest.");

    /** Which sign of the value a reason speaks of. */
    private enum Sign {
        ANY(""),
        PLUS("+"),
        MINUS("-");

        private final String suffix;

        Sign(String suffix) {
            this.suffix = suffix;
        }

        boolean holds(@Nullable Double value) {
            return this == ANY || value != null && (this == PLUS ? value >= 0 : value < 0);
        }
    }

    /** Constants of an enum can't refer to its own fields, so what they share lies here. */
    private static final class Weak {
        /** Less movement is what a treatment is for, so a weak expression is no mistake by itself. */
        private static final String ADVICE =
                "If this is as far as it goes, keep the photo: less movement is what a treatment does. Otherwise ";
    }

    private final String code;
    private final Sign sign;
    private final String what;
    private final String advice;

    Reason(String code, String what, String advice) {
        this(code, Sign.ANY, what, advice);
    }

    Reason(String code, Sign sign, String what, String advice) {
        this.code = code;
        this.sign = sign;
        this.what = what;
        this.advice = advice;
    }

    /** The fixed word for programs. */
    public String code() {
        return code;
    }

    /** What texts are found by: the code, with {@code +} or {@code -} where the value's sign says which way. */
    public String key() {
        return code + sign.suffix;
    }

    /** What was seen, with {@code {value}} and {@code {limit}} to be filled in. */
    public String what() {
        return what;
    }

    /** What to do about it, likewise. */
    public String advice() {
        return advice;
    }

    /** That an expression is none. */
    static Reason missing(Expression expression) {
        return expressionReason("no-", expression);
    }

    /** That an expression is hardly seen. */
    static Reason weak(Expression expression) {
        return expressionReason("weak-", expression);
    }

    private static Reason expressionReason(String prefix, Expression expression) {
        return of(prefix + expression.key(), null)
                .orElseThrow(() -> new IllegalArgumentException("nothing is missing in " + expression));
    }

    /** The reason behind a refusal's code and value; none if it is not a gate's. */
    public static Optional<Reason> of(String code, @Nullable Double value) {
        return Arrays.stream(values())
                .filter(reason -> reason.code.equals(code) && reason.sign.holds(value))
                .findFirst();
    }

    /** The refusal, or the warning, in words. */
    public Refusal refusal() {
        return new Refusal(code, what + " " + advice);
    }

    /**
     * The same with what was found and what it had to be.
     *
     * @param limit of the same sign as the value where that says which way
     */
    public Refusal refusal(double value, double limit) {
        if (!sign.holds(value)) {
            throw new IllegalArgumentException(this + " does not speak of " + value);
        }
        return new Refusal(code, filled(what + " " + advice, value, limit), value, limit);
    }

    /** The text with its numbers: whole, and without their sign, which the words tell. */
    public static String filled(String text, double value, double limit) {
        return text.replace("{value}", Long.toString(Math.round(Math.abs(value))))
                .replace("{limit}", Long.toString(Math.round(Math.abs(limit))));
    }
}
