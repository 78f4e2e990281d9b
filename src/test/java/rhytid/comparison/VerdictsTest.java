package rhytid.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import rhytid.face.Expression;
import rhytid.photo.Refusal;
import rhytid.quality.Reason;

class VerdictsTest {

    private static final Refusal CLOSED = Reason.EYES_CLOSED.refusal(0.1, 0.25);

    private final Verdicts verdicts = new Verdicts(EnumSet.of(Expression.REST, Expression.FROWN, Expression.SMILE));

    @Test
    void anExpressionThatIsRefusedIsLeftOutAndTheRestIsCompared() {
        verdicts.refuse(Expression.FROWN, "follow-up/frown", List.of(CLOSED));
        assertThat(verdicts.pairRefused()).isFalse();
        assertThat(verdicts.refusals()).isEmpty();
        assertThat(verdicts.isRefused(Expression.FROWN)).isTrue();
        assertThat(verdicts.isRefused(Expression.SMILE)).isFalse();
        Objection warning = verdicts.warnings().getFirst();
        assertThat(warning.photo()).isEqualTo("follow-up/frown");
        assertThat(warning.refusal().code()).isEqualTo("eyes-closed");
        assertThat(warning.refusal().message()).startsWith(CLOSED.message()).endsWith("left out of the comparison.");
        assertThat(warning.refusal().value()).isEqualTo(0.1);
        assertThat(warning.refusal().limit()).isEqualTo(0.25);
    }

    @Test
    void withoutRestNothingIsComparedAndEveryReasonIsSaid() {
        verdicts.refuse(Expression.FROWN, "baseline/frown", List.of(CLOSED));
        verdicts.refuse(Expression.REST, "follow-up/rest", List.of(Reason.BLURRED.refusal(1.4, 0.85)));
        assertThat(verdicts.pairRefused()).isTrue();
        assertThat(verdicts.refusals())
                .extracting(o -> o.photo() + " " + o.refusal().code())
                .containsExactly("baseline/frown eyes-closed", "follow-up/rest blurred");
        assertThat(verdicts.warnings()).isEmpty();
    }

    @Test
    void wherePhotosOfEveryExpressionAreRefusedSoIsThePair() {
        Verdicts noRest = new Verdicts(EnumSet.of(Expression.FROWN));
        noRest.refuse(Expression.FROWN, "frown", List.of(CLOSED));
        assertThat(noRest.pairRefused()).isTrue();
    }

    @Test
    void visitsWithNothingInCommonAreRefusedWithAdvice() {
        Verdicts none = new Verdicts(Set.of());
        assertThat(none.refusals()).extracting(o -> o.refusal().code()).containsExactly("nothing-in-common");
        assertThat(none.refusals().getFirst().photo()).isNull();
    }

    @Test
    void warningsNeverRefuse() {
        verdicts.warn("baseline/rest", List.of(Reason.SOFT.refusal(0.7, 0.65)));
        assertThat(verdicts.pairRefused()).isFalse();
        assertThat(verdicts.warnings()).extracting(o -> o.refusal().code()).containsExactly("soft");
    }

    @Test
    void noReasonIsNoRefusal() {
        verdicts.refuse(Expression.REST, "rest", List.of());
        assertThat(verdicts.pairRefused()).isFalse();
    }
}
