package rhytid.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import rhytid.comparison.ErrorModel;

class TermsFitTest {

    private static final int MANY = 4000;

    @Test
    void whatWasPutInComesOut() {
        ErrorModel.Terms terms = TermsFit.of(List.of(trials(0.5, 0.2, 0.1)));
        assertThat(terms.own()).isCloseTo(0.5, within(0.1));
        assertThat(terms.betweenShots()).isCloseTo(0.2, within(0.02));
        assertThat(terms.ofChange()).isCloseTo(0.11, within(0.02));
    }

    @Test
    void photosThatErrAlikeLeaveNothingToAdd() {
        ErrorModel.Terms terms = TermsFit.of(List.of(trials(0.4, 0, 0)));
        assertThat(terms.own()).isCloseTo(0.4, within(0.05));
        assertThat(terms.betweenShots()).isCloseTo(0, within(0.05));
    }

    @Test
    void nineteenOfTwentyIntervalsHoldTheTruth() {
        List<Trial> trials = trials(0.5, 0.2, 0.1);
        ErrorModel.Terms terms = TermsFit.of(List.of(trials));
        long held = trials.stream()
                .filter(t -> Math.abs(t.error()) <= 1.96 * terms.errorOfChange(t.ownError(), 0, t.measured()))
                .count();
        assertThat(100.0 * held / MANY).isCloseTo(95, within(0.2));
    }

    /**
     * Of a movement of which little is left, the baseline's error hardly shows: all that scatters is the follow-up's.
     */
    @Test
    void whereOnePhotoIsToBlameItsVarianceIsNotSharedOutBetweenTwo() {
        ErrorModel.Terms terms = TermsFit.of(List.of(trials(0.5, 0.2, 0, 1.1)));
        assertThat(terms.betweenShots()).isCloseTo(0.2, within(0.02));
    }

    @Test
    void aSmallSetCountsAsMuchAsALargeOne() {
        List<Trial> wide = trials(0, 1, 0);
        List<Trial> narrow = trials(0, 0.1, 0);
        double both = TermsFit.of(List.of(wide.subList(0, 400), narrow)).betweenShots();
        double pooled =
                TermsFit.of(List.of(concat(wide.subList(0, 400), narrow))).betweenShots();
        assertThat(both).isGreaterThan(1.3 * pooled);
    }

    @Test
    void linesAreNeverSaidToBeSurerThanTheirPhotosShow() {
        List<Trial> tame = trials(0.5, 0, 0).stream()
                .map(t -> new Trial(
                        Trial.LINES,
                        "lines.lineIndex",
                        t.tone(),
                        t.truth(),
                        t.measured(),
                        t.low(),
                        t.high(),
                        t.significant(),
                        t.ownError(),
                        t.depthError(),
                        t.shots()))
                .toList();
        assertThat(TermsFit.of(List.of(tame)).own()).isEqualTo(1);
    }

    private static List<Trial> concat(List<Trial> some, List<Trial> others) {
        List<Trial> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    /** Changes of up to 3 mm of which a tenth or so is missed, and errors of two kinds. */
    private static List<Trial> trials(double own, double between, double missed) {
        return trials(own, between, missed, 2);
    }

    private static List<Trial> trials(double own, double between, double missed, double shots) {
        Random random = new Random(5);
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            double truth = 6 * random.nextDouble() - 3;
            double photos = 0.3 + 1.2 * random.nextDouble();
            double error = random.nextGaussian() * Math.sqrt(own * own * photos * photos + shots * between * between);
            trials.add(new Trial(
                    "brows",
                    "brows.pupil",
                    SkinTone.LIGHT,
                    truth,
                    (1 - missed) * truth + error,
                    0,
                    0,
                    false,
                    photos,
                    0,
                    shots));
        }
        return trials;
    }
}
