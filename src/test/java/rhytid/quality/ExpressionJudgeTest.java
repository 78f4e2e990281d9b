package rhytid.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rhytid.face.Expression;
import rhytid.photo.Refusal;

class ExpressionJudgeTest {

    /** Brow height and gap, opening of the lids, width of the mouth and height of its corners of a usual face. */
    private static final ExpressionReading REST = reading(0.42, 0.4, 0.155, 0.78, -0.02, -2);

    private static final ExpressionReading FROWN = reading(0.39, 0.33, 0.145, 0.78, -0.02, -2);
    private static final ExpressionReading RAISED = reading(0.51, 0.41, 0.165, 0.78, -0.02, -2);
    private static final ExpressionReading SMILE = reading(0.42, 0.4, 0.14, 0.92, 0.05, 3);

    @Test
    void aFaceAtRestIsNoFrownBeforeTheTreatment() {
        Objections objections = judged(REST, before(Expression.FROWN));
        assertThat(codes(objections.refusals())).containsExactly("no-frown");
    }

    @Test
    void whatATreatmentTookAwayIsPointedOutButNeverRefused() {
        for (Expression expression : Expression.values()) {
            Objections objections = judged(REST, Asked.of(expression).against(REST));
            assertThat(objections.refusals()).as(expression.key()).isEmpty();
            if (expression != Expression.REST) {
                assertThat(codes(objections.warnings())).containsExactly("weak-" + expression.key());
            }
        }
    }

    @Test
    void aWeakFrownIsWarnedOfEvenBeforeTheTreatment() {
        Objections objections = judged(reading(0.41, 0.375, 0.15, 0.78, -0.02, -2), before(Expression.FROWN));
        assertThat(objections.refusals()).isEmpty();
        assertThat(codes(objections.warnings())).containsExactly("weak-frown");
    }

    @Test
    void theExpressionThatWasAskedForPasses() {
        assertNothing(judged(FROWN, before(Expression.FROWN)));
        assertNothing(judged(RAISED, before(Expression.BROW_RAISE)));
        assertNothing(judged(SMILE, before(Expression.SMILE)));
        assertNothing(judged(REST, Asked.of(Expression.REST)));
    }

    @Test
    void aSmileIsNoRest() {
        assertThat(codes(judged(SMILE, Asked.of(Expression.REST)).refusals())).containsExactly("not-at-rest");
    }

    @Test
    void aSmileInsteadOfAFrownIsRefusedAtAnyTime() {
        assertThat(codes(judged(SMILE, Asked.of(Expression.FROWN).against(REST)).refusals()))
                .containsExactly("smiling");
    }

    @Test
    void withoutRestOfTheSameVisitMovementIsNotJudged() {
        assertNothing(judged(REST, new Asked(Expression.FROWN, Asked.Stage.BEFORE_TREATMENT, null, false)));
    }

    @Test
    void aBrowEndThatIsNotSeenProvesNothing() {
        assertNothing(judged(reading(0.42, Double.NaN, 0.155, 0.78, -0.02, -2), before(Expression.FROWN)));
    }

    @Test
    void chinAndNeckAreOnlyPointedOut() {
        assertThat(judged(REST, before(Expression.CHIN)).refusals()).isEmpty();
        assertThat(judged(REST, before(Expression.PLATYSMA)).refusals()).isEmpty();
    }

    private static Asked before(Expression expression) {
        return Asked.of(expression).at(Asked.Stage.BEFORE_TREATMENT).against(REST);
    }

    private static ExpressionReading reading(
            double browHeight, double browGap, double lidOpening, double mouthWidth, double corners, double smile) {
        return new ExpressionReading(browHeight, browGap, lidOpening, mouthWidth, corners, 0.38, 0.56, smile);
    }

    private static Objections judged(ExpressionReading seen, Asked asked) {
        Objections objections = new Objections();
        new ExpressionJudge(ExpressionLimits.STANDARD, seen).judge(asked, objections);
        return objections;
    }

    private static void assertNothing(Objections objections) {
        assertThat(objections.refusals()).isEmpty();
        assertThat(objections.warnings()).isEmpty();
    }

    private static List<String> codes(List<Refusal> refusals) {
        return refusals.stream().map(Refusal::code).toList();
    }
}
