package rhytid.bench;

import static org.bytedeco.opencv.global.opencv_imgproc.INTER_CUBIC;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import rhytid.London;
import rhytid.face.Expression;
import rhytid.face.Face;
import rhytid.face.FaceFinder;
import rhytid.measure.Movement;
import rhytid.photo.Photo;
import rhytid.quality.Asked;
import rhytid.quality.GateLimits;
import rhytid.quality.PairGate;
import rhytid.quality.PairVerdict;
import rhytid.quality.PhotoGate;
import rhytid.quality.PhotoVerdict;

/**
 * How many fit pairs are refused, and how many unfit ones are not: another head pose, light, size, expression, another
 * person. As in the program, each photo is judged first, then the two together.
 */
final class PairGateRates implements Benchmark {

    /** Poses of a careful retake differ by this much. */
    private static final double SMALL_TURN_DEG = 2.5;

    /** Light up to here is taken out of the lines, and no reason to refuse. */
    private static final double FIT_LIGHT_DEG = 28;

    private static final double SMILE_MM = 4;

    private final PhotoGate photoGate = new PhotoGate(GateLimits.STANDARD);
    private final PairGate pairGate = new PairGate(GateLimits.STANDARD);

    @Override
    public String name() {
        return "pair-gates";
    }

    @Override
    public List<GoalRow> run(Bench bench) {
        List<GatePerson> people = GatePerson.of(bench.size().of(31, 4));
        return Judged.rows(
                "pair-gate",
                "pairs",
                bench.crew().each(people, this::person).stream()
                        .flatMap(List::stream)
                        .toList());
    }

    private List<Judged> person(FaceFinder finder, GatePerson person) {
        List<Judged> judged = new ArrayList<>();
        Random random = new Random(person.seed());
        try (Photo neutral = London.read(person.neutral());
                Photo smiling = London.read(person.smiling())) {
            Face rest = finder.find(neutral).getFirst();
            Pairs pairs = new Pairs(finder, neutral, rest, judged);
            double small = SMALL_TURN_DEG * (2 * random.nextDouble() - 1);
            double sign = random.nextBoolean() ? 1 : -1;
            pairs.retaken(Judged.FIT, HeadTurn.of(neutral, rest, small, small), person.seed());
            pairs.retaken(Judged.FIT, SideLight.of(neutral, rest, sign * FIT_LIGHT_DEG, 15), person.seed() + 50L);
            pairs.retaken("turned apart by 9°", HeadTurn.of(neutral, rest, 9 * sign, 0), person.seed());
            pairs.retaken("tilted apart by 9°", HeadTurn.of(neutral, rest, 0, 9 * sign), person.seed());
            pairs.retaken("light from 70° aside", SideLight.of(neutral, rest, sign * 70, 15), person.seed());
            pairs.retaken("light from below", SideLight.of(neutral, rest, 0, -45), person.seed());
            pairs.judge("a third of the size", resized(neutral, 1.5), resized(neutral, 0.45));
            pairs.retaken("another person", London.read(person.another()), person.seed());
            Face smile = finder.find(smiling).getFirst();
            if (Movement.SMILE.between(rest, smile).value() >= SMILE_MM) {
                pairs.retaken("smile in one of two at rest", London.read(person.smiling()), person.seed());
            }
        }
        return judged;
    }

    private static Photo resized(Photo photo, double factor) {
        Mat out = new Mat();
        resize(photo.pixels(), out, new Size(0, 0), factor, factor, INTER_CUBIC);
        return new Photo(out, photo.info());
    }

    /** Judges pairs of one person. Closes the photos it is given. */
    private final class Pairs {
        private final FaceFinder finder;
        private final Photo neutral;
        private final SkinTone tone;
        private final List<Judged> judged;

        Pairs(FaceFinder finder, Photo neutral, Face rest, List<Judged> judged) {
            this.finder = finder;
            this.neutral = neutral;
            this.tone = SkinTone.of(neutral, rest.landmarks());
            this.judged = judged;
        }

        /** Against the neutral portrait, after both were framed, exposed and compressed anew. */
        void retaken(String kind, Photo followUp, long seed) {
            try (followUp) {
                judge(
                        kind,
                        Retake.random(2 * seed).of(neutral),
                        Retake.random(2 * seed + 1).of(followUp));
            }
        }

        void judge(String kind, Photo baseline, Photo followUp) {
            try (baseline;
                    followUp) {
                PhotoVerdict before = photoGate.judge(
                        baseline,
                        finder.find(baseline),
                        Asked.of(Expression.REST).inPair());
                PhotoVerdict after = photoGate.judge(
                        followUp,
                        finder.find(followUp),
                        Asked.of(Expression.REST).inPair());
                boolean refused = true;
                String words = Judged.words(before) + " | " + Judged.words(after);
                if (before instanceof PhotoVerdict.Fit one && after instanceof PhotoVerdict.Fit two) {
                    PairVerdict verdict = pairGate.judge(one, two, Expression.REST);
                    refused = !verdict.comparable();
                    words = Judged.codes(verdict.refusals()) + " " + Judged.codes(verdict.warnings());
                }
                if (refused == kind.equals(Judged.FIT)) {
                    System.err.println(kind + ", " + neutral.info().name() + ": " + words);
                }
                judged.add(new Judged(kind, tone, refused));
            }
        }
    }
}
