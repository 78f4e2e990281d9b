package rhytid.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import rhytid.London;
import rhytid.face.Expression;
import rhytid.face.FaceFinder;
import rhytid.face.Models;
import rhytid.photo.Photo;

class ComparerTest {

    private static FaceFinder finder;
    private static Comparer comparer;

    @BeforeAll
    static void open() {
        Models models = London.models();
        finder = new FaceFinder(models);
        comparer = new Comparer(finder, models);
    }

    @AfterAll
    static void close() {
        if (finder != null) {
            finder.close();
        }
    }

    @Test
    void aFaceAgainstItselfHasNotChanged() {
        Photo before = London.read(London.neutral().getFirst());
        Photo after = London.read(London.neutral().getFirst());
        List<Double> shares = new ArrayList<>();
        try (Comparison comparison = comparer.compare(
                Map.of(Expression.REST, before), Map.of(Expression.REST, after), (share, step) -> shares.add(share))) {
            assertThat(comparison.refusals()).isEmpty();
            ExpressionComparison rest =
                    Objects.requireNonNull(comparison.expressions().get(Expression.REST));
            rest.measures().forEach((key, change) -> {
                if (change.reason() == null) {
                    assertThat(change.change()).as("%s", key).isZero();
                    assertThat(change.significant()).as("%s", key).isFalse();
                    assertThat(change.mdc95()).as("%s", key).isPositive();
                }
            });
            assertThat(rest.alignment().residualMmP95()).isLessThan(1e-6);
        }
        assertThat(before.pixels().isNull()).isTrue();
        assertThat(shares).isSorted().endsWith(1.0);
    }
}
