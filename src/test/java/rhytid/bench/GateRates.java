package rhytid.bench;

import java.util.ArrayList;
import java.util.List;
import rhytid.London;
import rhytid.face.Expression;
import rhytid.face.Face;
import rhytid.face.FaceFinder;
import rhytid.face.Side;
import rhytid.measure.Movement;
import rhytid.photo.Photo;
import rhytid.quality.Asked;
import rhytid.quality.ExpressionReading;
import rhytid.quality.GateLimits;
import rhytid.quality.PhotoGate;
import rhytid.quality.PhotoVerdict;

/**
 * How many fit portraits the photo gate refuses, and how many unfit ones it lets through: portraits spoilt in every way
 * ({@link Unfit}), smiles at rest, and faces that do something else than they were asked for.
 */
final class GateRates implements Benchmark {

    /** A “smile” whose corners moved by less is none that a look at both photos would find. */
    private static final double SMILE_MM = 4;

    /** Of four people's photos a single one refused is more than the 5 % that the goal allows. */
    private static final int FEW = 8;

    private static final List<Expression> NEEDS_MOVEMENT =
            List.of(Expression.BROW_RAISE, Expression.FROWN, Expression.SQUINT, Expression.SMILE, Expression.PUCKER);

    private final PhotoGate gate = new PhotoGate(GateLimits.STANDARD);

    @Override
    public String name() {
        return "gates";
    }

    @Override
    public List<GoalRow> run(Bench bench) {
        List<GatePerson> people = GatePerson.of(bench.size().of(31, FEW));
        List<Judged> judged = bench.crew().each(people, this::person).stream()
                .flatMap(List::stream)
                .toList();
        return Judged.rows("gate", "photos", judged);
    }

    private List<Judged> person(FaceFinder finder, GatePerson person) {
        List<Judged> judged = new ArrayList<>();
        try (Photo neutral = London.read(person.neutral());
                Photo smiling = London.read(person.smiling());
                Photo retaken = Retake.random(person.seed()).of(neutral)) {
            Face rest = finder.find(neutral).getFirst();
            Face smile = finder.find(smiling).getFirst();
            Tally tally = new Tally(finder, SkinTone.of(neutral, rest.landmarks()), judged);
            tally.judge(Judged.FIT, neutral, Asked.of(Expression.REST));
            tally.judge(Judged.FIT, retaken, Asked.of(Expression.REST));
            for (Unfit kind : Unfit.values()) {
                try (Photo spoilt = kind.of(neutral, rest)) {
                    tally.judge(kind.words(), spoilt, Asked.of(Expression.REST));
                }
            }
            expressions(tally, person, neutral, rest, retaken, smiling, smile);
        }
        return judged;
    }

    /** What was asked for and not done, done and not asked for, and both. */
    private static void expressions(
            Tally tally, GatePerson person, Photo neutral, Face rest, Photo retaken, Photo smiling, Face smile) {
        ExpressionReading reading = ExpressionReading.of(rest);
        Asked before =
                Asked.of(Expression.REST).at(Asked.Stage.BEFORE_TREATMENT).against(reading);
        Expression notDone = NEEDS_MOVEMENT.get(person.seed() % NEEDS_MOVEMENT.size());
        tally.judge("rest instead of an expression", retaken, before.to(notDone));
        if (cornersMovedMm(rest, smile) >= SMILE_MM) {
            tally.judge("smile at rest", smiling, Asked.of(Expression.REST));
            tally.judge("smile instead of a frown", smiling, before.to(Expression.FROWN));
            tally.judge(Judged.FIT, smiling, before.to(Expression.SMILE));
        }
        try (Photo oneRaised = PictureWarp.browMoved(neutral, rest, Side.RIGHT, 5);
                Photo raised = PictureWarp.browMoved(oneRaised, rest, Side.LEFT, 5);
                Photo retakenRaised = Retake.random(person.seed() + 100L).of(raised)) {
            tally.judge(Judged.FIT, retakenRaised, before.to(Expression.BROW_RAISE));
        }
        // After a treatment no movement is left: that is no reason to refuse.
        tally.judge(Judged.FIT, retaken, Asked.of(Expression.FROWN).against(reading));
    }

    private static double cornersMovedMm(Face rest, Face smile) {
        return Movement.SMILE.between(rest, smile).value();
    }

    /** Judges pictures of one person. */
    private final class Tally {
        private final FaceFinder finder;
        private final SkinTone tone;
        private final List<Judged> judged;

        Tally(FaceFinder finder, SkinTone tone, List<Judged> judged) {
            this.finder = finder;
            this.tone = tone;
            this.judged = judged;
        }

        void judge(String kind, Photo photo, Asked asked) {
            PhotoVerdict verdict = gate.judge(photo, finder.find(photo), asked);
            boolean refused = verdict instanceof PhotoVerdict.Unfit;
            if (refused == kind.equals(Judged.FIT)) {
                System.err.println(kind + ", " + asked.expression().key() + ", "
                        + photo.info().name() + ": " + Judged.words(verdict));
            }
            judged.add(new Judged(kind, tone, refused));
        }
    }
}
