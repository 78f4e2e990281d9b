package rhytid.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import rhytid.face.Expression;
import rhytid.face.MillimetreScale;
import rhytid.face.Side;

class PhantomTest {

    private static final double FIELD_SMOOTHING_MM = 0.05;

    @Test
    void sameVisitGivesTheSameBytes() {
        Phantom phantom = Phantom.of(Base.DARK).seed(5).aged(0.5);
        Visit visit = Visit.of(Expression.REST).heightPx(400).retaken(2);
        try (PhantomPhoto once = phantom.photograph(visit);
                PhantomPhoto again = phantom.photograph(visit)) {
            assertThat(once.jpeg()).isEqualTo(again.jpeg());
        }
    }

    @Test
    void aRetakenPhotoIsNoCopy() {
        Phantom phantom = Phantom.of(Base.DARK).seed(5);
        Visit visit = Visit.of(Expression.REST).heightPx(400);
        try (PhantomPhoto once = phantom.photograph(visit.retaken(1));
                PhantomPhoto again = phantom.photograph(visit.retaken(2))) {
            assertThat(once.jpeg()).isNotEqualTo(again.jpeg());
            assertThat(once.truth().browHeights()).isEqualTo(again.truth().browHeights());
        }
    }

    @Test
    void aBrowShiftedByTwoMillimetresStandsTwoMillimetresLower() {
        Phantom phantom = Phantom.of(Base.OLIVE_MAN);
        Visit before = Visit.of(Expression.REST).heightPx(300);
        Visit after = before.with(Effect.NONE.brow(Side.LEFT, BrowShift.all(-2)));
        try (PhantomPhoto a = phantom.photograph(before);
                PhantomPhoto b = phantom.photograph(after)) {
            BrowShift was = a.truth().browHeights().get(Side.LEFT);
            BrowShift is = b.truth().browHeights().get(Side.LEFT);
            assertThat(is.pupil() - was.pupil()).isEqualTo(-2, within(FIELD_SMOOTHING_MM));
            assertThat(b.truth().browHeights().get(Side.RIGHT).pupil())
                    .isEqualTo(a.truth().browHeights().get(Side.RIGHT).pupil(), within(FIELD_SMOOTHING_MM));
        }
    }

    @Test
    void everyBaseIsTheMeanOfEightPeopleOrMore() {
        for (Base base : Base.values()) {
            assertThat(MeanFace.of(base, false).members()).as(base.key()).isGreaterThanOrEqualTo(8);
        }
    }

    @Test
    void irisesOfTheBaseAreAsWideAsTheScaleSays() {
        for (Base base : Base.values()) {
            Anatomy anatomy = MeanFace.of(base, false).anatomy();
            double right = anatomy.point(4).distanceTo(anatomy.point(8));
            double left = anatomy.point(12).distanceTo(anatomy.point(16));
            assertThat((right + left) / 2).as(base.key()).isEqualTo(MillimetreScale.IRIS_DIAMETER_MM, within(0.1));
        }
    }
}
