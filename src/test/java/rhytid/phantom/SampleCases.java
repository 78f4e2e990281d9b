package rhytid.phantom;

import static rhytid.wrinkle.Region.CROWS_FEET_LEFT;
import static rhytid.wrinkle.Region.CROWS_FEET_RIGHT;
import static rhytid.wrinkle.Region.FOREHEAD;
import static rhytid.wrinkle.Region.GLABELLA;
import static rhytid.wrinkle.Region.INFRAORBITAL_LEFT;
import static rhytid.wrinkle.Region.INFRAORBITAL_RIGHT;
import static rhytid.wrinkle.Region.NASAL;

import java.util.List;
import java.util.Map;
import rhytid.face.Expression;
import rhytid.face.Side;

/** The pairs of sample-images/: what an injector sees at a control visit, good and bad. */
final class SampleCases {

    private SampleCases() {}

    static List<SamplePair> all() {
        return List.of(
                fullImprovement(),
                partial(),
                nullPair(),
                browLiftOneSide(),
                lineLeftOver(),
                browPtosis(),
                lateralPeak(),
                turnedAway());
    }

    private static SamplePair fullImprovement() {
        Effect effect = Effect.NONE
                .lines(0.12, GLABELLA, FOREHEAD)
                .lines(0.2, NASAL)
                .lines(0.25, CROWS_FEET_RIGHT, CROWS_FEET_LEFT)
                .movement(Expression.FROWN, 0.1);
        return comparable(
                "01-full-improvement",
                "Glabella, forehead and crow's feet treated; the lines are nearly gone.",
                Phantom.of(Base.FAIR_WOMAN).seed(11).aged(0.95),
                effect,
                Expression.FROWN,
                finding("movement-lost", null));
    }

    private static SamplePair partial() {
        Effect effect = Effect.NONE.lines(0.55, FOREHEAD, GLABELLA).movement(Expression.BROW_RAISE, 0.5);
        return comparable(
                "02-partial-improvement",
                "Forehead and glabella treated; about half of the depth of the lines is left.",
                Phantom.of(Base.OLIVE_MAN).seed(22).aged(1.0),
                effect,
                Expression.BROW_RAISE);
    }

    private static SamplePair nullPair() {
        return comparable(
                "03-no-change",
                "Nothing was done: the same face photographed again, with fresh noise and slightly other framing.",
                Phantom.of(Base.DARK).seed(33).aged(0.9),
                Effect.NONE,
                Expression.SMILE);
    }

    private static SamplePair browLiftOneSide() {
        Effect effect = Effect.NONE
                .lines(0.4, FOREHEAD)
                .lines(0.5, CROWS_FEET_LEFT)
                .brow(Side.LEFT, new BrowShift(1.2, 2.6, 3.0));
        return comparable(
                "04-brow-lift-left",
                "The left brow stands 2.6 mm higher above the pupil; the right one stays.",
                Phantom.of(Base.OLIVE_WOMAN).seed(44).aged(0.75),
                effect,
                Expression.BROW_RAISE,
                finding("new-brow-asymmetry", null));
    }

    private static SamplePair lineLeftOver() {
        Effect effect = Effect.NONE
                .lines(0.15, CROWS_FEET_RIGHT, GLABELLA)
                .lines(0.95, CROWS_FEET_LEFT)
                .lines(0.5, INFRAORBITAL_RIGHT)
                .lines(1.0, INFRAORBITAL_LEFT);
        return comparable(
                "05-left-crows-feet-left-over",
                "Crow's feet treated on both sides; those on the left hardly changed.",
                Phantom.of(Base.FAIR_MAN).seed(55).aged(1.05),
                effect,
                Expression.SMILE,
                finding("line-left-over", Side.LEFT));
    }

    private static SamplePair browPtosis() {
        Effect effect = Effect.NONE
                .lines(0.15, FOREHEAD)
                .brow(Side.RIGHT, new BrowShift(-2.2, -2.8, -2.6))
                .brow(Side.LEFT, new BrowShift(-2.0, -2.6, -2.4))
                .movement(Expression.BROW_RAISE, 0.15);
        return comparable(
                "06-brow-ptosis",
                "The forehead is smooth, but both brows hang more than 2 mm lower.",
                Phantom.of(Base.FAIR_WOMAN).seed(66).aged(1.1),
                effect,
                Expression.BROW_RAISE,
                finding("brow-ptosis", Side.RIGHT),
                finding("brow-ptosis", Side.LEFT),
                finding("movement-lost", null));
    }

    private static SamplePair lateralPeak() {
        Effect effect = Effect.NONE
                .lines(0.2, GLABELLA)
                .lines(0.5, FOREHEAD)
                .brow(Side.RIGHT, new BrowShift(-0.6, 0.6, 3.0))
                .brow(Side.LEFT, new BrowShift(-0.6, 0.6, 3.1))
                .movement(Expression.FROWN, 0.1);
        return comparable(
                "07-lateral-brow-peak",
                "The outer halves of both brows went up by 3 mm, the inner ones did not.",
                Phantom.of(Base.DARK).seed(77).aged(0.6),
                effect,
                Expression.FROWN,
                finding("lateral-brow-peak", Side.RIGHT),
                finding("lateral-brow-peak", Side.LEFT),
                finding("movement-lost", null));
    }

    private static SamplePair turnedAway() {
        return new SamplePair(
                "08-refused-head-turned",
                "The follow-up was taken with the head turned by 23°: the pair must be refused.",
                Phantom.of(Base.OLIVE_MAN).seed(88).aged(0.8),
                88,
                Effect.NONE.lines(0.3, FOREHEAD, GLABELLA),
                Expression.FROWN,
                Framing.PORTRAIT.turned(23, 0),
                Camera.GOOD,
                List.of("head-turned"),
                List.of());
    }

    @SafeVarargs
    private static SamplePair comparable(
            String name,
            String title,
            Phantom phantom,
            Effect effect,
            Expression expression,
            Map<String, String>... findings) {
        return new SamplePair(
                name,
                title,
                phantom,
                phantom.seed(),
                effect,
                expression,
                Framing.PORTRAIT,
                Camera.GOOD,
                List.of(),
                List.of(findings));
    }

    private static Map<String, String> finding(String code, @org.jspecify.annotations.Nullable Side side) {
        return side == null ? Map.of("code", code) : Map.of("code", code, "side", side.key());
    }
}
