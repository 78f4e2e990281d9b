package rhytid.comparison;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rhytid.face.Expression;
import rhytid.face.Face;
import rhytid.face.FaceFinder;
import rhytid.face.Model;
import rhytid.measure.Movement;
import rhytid.photo.Both;
import rhytid.photo.Photo;
import rhytid.photo.Reading;
import rhytid.quality.Asked;
import rhytid.quality.ExpressionReading;
import rhytid.quality.GateLimits;
import rhytid.quality.PairGate;
import rhytid.quality.PairVerdict;
import rhytid.quality.PhotoVerdict;
import rhytid.quality.Reason;

/**
 * Compares two visits of one person: finds the faces, lets the gates judge them, brings all photos to the patient's one
 * scale, measures, and says of every change how sure it is. Both photos of a pair are looked at at once. Safe for use
 * by many threads.
 */
public final class Comparer {

    private static final String BASELINE = "baseline/";
    private static final String FOLLOW_UP = "follow-up/";

    private final Assessor assessor;
    private final PairGate pairGate = new PairGate(GateLimits.STANDARD);
    private final PairMeasurement measurement = new PairMeasurement(ErrorModel.shipped());
    private final MovementChanges movementChanges = new MovementChanges(ErrorModel.shipped());
    private final Map<String, String> models = new LinkedHashMap<>();

    /** @param finder stays the caller's */
    public Comparer(FaceFinder finder) {
        assessor = new Assessor(finder);
        for (Model model : finder.models().all()) {
            this.models.put(model.name(), model.sha256());
        }
    }

    /**
     * Compares what both visits have photos of. The photos are taken over: those that were compared belong to the
     * comparison, all others are closed before this returns, or throws.
     */
    public Comparison compare(Map<Expression, Photo> baseline, Map<Expression, Photo> followUp, Progress progress) {
        return compareReadings(readings(baseline), readings(followUp), progress);
    }

    /** As {@link #compare}; a file that is no photo counts as a refused photo of its expression. */
    public Comparison compareReadings(
            Map<Expression, Reading> baseline, Map<Expression, Reading> followUp, Progress progress) {
        return compareReadings(baseline, followUp, Corrections.NONE, progress);
    }

    /** As the other, with places of the faces that somebody put right. */
    public Comparison compareReadings(
            Map<Expression, Reading> baseline,
            Map<Expression, Reading> followUp,
            Corrections corrections,
            Progress progress) {
        Map<Expression, Photo> before = photos(baseline);
        Map<Expression, Photo> after = photos(followUp);
        List<Photo> photos = new ArrayList<>(before.values());
        photos.addAll(after.values());
        try (Handover<Photo> held = new Handover<>(photos)) {
            Set<Expression> common = EnumSet.noneOf(Expression.class);
            common.addAll(baseline.keySet());
            common.retainAll(followUp.keySet());
            Verdicts verdicts = new Verdicts(common);
            warnOfTheLonely(baseline.keySet(), followUp.keySet(), verdicts);
            refuseUnread(BASELINE, common, baseline, verdicts);
            refuseUnread(FOLLOW_UP, common, followUp, verdicts);
            Steps steps = new Steps(progress, 2 * common.size());
            Map<Expression, PhotoPair> pairs = admitted(common, before, after, corrections, verdicts, steps);
            Map<Expression, ExpressionComparison> compared = measured(pairs, verdicts, steps);
            compared.values().forEach(c -> {
                held.release(c.baseline().photo());
                held.release(c.followUp().photo());
            });
            progress.at(1, "done");
            return comparison(verdicts, compared, corrections);
        }
    }

    private static Map<Expression, Reading> readings(Map<Expression, Photo> visit) {
        Map<Expression, Reading> readings = new EnumMap<>(Expression.class);
        visit.forEach((expression, photo) -> readings.put(expression, new Reading.Accepted(photo)));
        return readings;
    }

    private static Map<Expression, Photo> photos(Map<Expression, Reading> visit) {
        Map<Expression, Photo> photos = new EnumMap<>(Expression.class);
        visit.forEach((expression, reading) -> {
            if (reading instanceof Reading.Accepted accepted) {
                photos.put(expression, accepted.photo());
            }
        });
        return photos;
    }

    private static void refuseUnread(
            String visit, Set<Expression> common, Map<Expression, Reading> readings, Verdicts verdicts) {
        for (Expression expression : common) {
            if (readings.get(expression) instanceof Reading.Refused refused) {
                verdicts.refuse(expression, visit + expression.key(), List.of(refused.refusal()));
            }
        }
    }

    private static void warnOfTheLonely(Set<Expression> baseline, Set<Expression> followUp, Verdicts verdicts) {
        for (Expression expression : Expression.values()) {
            if (baseline.contains(expression) != followUp.contains(expression)) {
                String missing = baseline.contains(expression) ? FOLLOW_UP : BASELINE;
                verdicts.warn(missing + expression.key(), List.of(Reason.EXPRESSION_MISSING.refusal()));
            }
        }
    }

    private Map<Expression, PhotoPair> admitted(
            Set<Expression> common,
            Map<Expression, Photo> baseline,
            Map<Expression, Photo> followUp,
            Corrections corrections,
            Verdicts verdicts,
            Steps steps) {
        Map<Expression, PhotoPair> pairs = new EnumMap<>(Expression.class);
        ExpressionReading restBefore = null;
        ExpressionReading restAfter = null;
        // Rest comes first: the others are held against it.
        for (Expression expression : common) {
            if (verdicts.isRefused(expression)) {
                continue;
            }
            Photo before = photo(baseline, expression);
            Photo after = photo(followUp, expression);
            Asked asked = Asked.of(expression).inPair();
            ExpressionReading restOfBaseline = restBefore;
            ExpressionReading restOfFollowUp = restAfter;
            steps.next("finding the face in both photos of " + expression.key());
            Both<PhotoVerdict> judged = Both.of(
                    () -> assessor.judge(
                            before, asked.at(Asked.Stage.BEFORE_TREATMENT).against(restOfBaseline)),
                    () -> assessor.judge(after, asked.against(restOfFollowUp)));
            PhotoVerdict first = judged.baseline();
            PhotoVerdict second = judged.followUp();
            note(BASELINE, expression, first, verdicts);
            note(FOLLOW_UP, expression, second, verdicts);
            if (expression == Expression.REST) {
                restBefore = reading(first);
                restAfter = reading(second);
            }
            if (first instanceof PhotoVerdict.Fit one && second instanceof PhotoVerdict.Fit two) {
                pairs.put(expression, corrections.applied(new PhotoPair(expression, before, one, after, two)));
            }
        }
        pairs.values().forEach(pair -> judged(pair, verdicts));
        pairs.keySet().removeIf(verdicts::isRefused);
        return verdicts.pairRefused() ? Map.of() : pairs;
    }

    private static @Nullable ExpressionReading reading(PhotoVerdict rest) {
        return rest instanceof PhotoVerdict.Fit fit ? ExpressionReading.of(fit.face()) : null;
    }

    private static void note(String visit, Expression expression, PhotoVerdict verdict, Verdicts verdicts) {
        switch (verdict) {
            case PhotoVerdict.Fit fit -> verdicts.warn(visit + expression.key(), fit.warnings());
            case PhotoVerdict.Unfit unfit -> verdicts.refuse(expression, visit + expression.key(), unfit.refusals());
        }
    }

    private void judged(PhotoPair pair, Verdicts verdicts) {
        PairVerdict verdict = pairGate.judge(pair.baselineFit(), pair.followUpFit(), pair.expression());
        verdicts.refuse(pair.expression(), pair.expression().key(), verdict.refusals());
        verdicts.warn(pair.expression().key(), verdict.warnings());
    }

    private Map<Expression, ExpressionComparison> measured(
            Map<Expression, PhotoPair> pairs, Verdicts verdicts, Steps steps) {
        List<Face> faces = pairs.values().stream()
                .flatMap(pair -> Stream.of(pair.baselineFace(), pair.followUpFace()))
                .toList();
        Map<Expression, ExpressionComparison> compared = new EnumMap<>(Expression.class);
        if (faces.isEmpty()) {
            return compared;
        }
        Optional<PatientScale> scale = PatientScale.of(faces);
        PatientPose pose = PatientPose.of(faces);
        pairs.forEach((expression, pair) -> {
            steps.next("measuring " + expression.key());
            scale.ifPresent(s -> {
                s.warning(pair.baselineFace()).ifPresent(w -> verdicts.warn(BASELINE + expression.key(), List.of(w)));
                s.warning(pair.followUpFace()).ifPresent(w -> verdicts.warn(FOLLOW_UP + expression.key(), List.of(w)));
            });
            PhotoPair posed = pair.locked(pose::lock);
            compared.put(
                    expression,
                    measurement.of(scale.map(s -> posed.locked(s::lock)).orElse(posed)));
        });
        return compared;
    }

    private Comparison comparison(
            Verdicts verdicts, Map<Expression, ExpressionComparison> compared, Corrections corrections) {
        Map<String, MovementChange> movement = movement(compared);
        return new Comparison(
                Algorithm.VERSION,
                models,
                verdicts.refusals(),
                verdicts.warnings(),
                compared,
                movement,
                Findings.of(FindingLimits.STANDARD, compared, movement),
                corrections);
    }

    private Map<String, MovementChange> movement(Map<Expression, ExpressionComparison> compared) {
        Map<String, MovementChange> changes = new LinkedHashMap<>();
        ExpressionComparison rest = compared.get(Expression.REST);
        for (Movement movement : Movement.values()) {
            ExpressionComparison moved = compared.get(movement.expression());
            if (rest != null && moved != null) {
                changes.put(
                        movement.key(),
                        movementChanges.between(
                                movement,
                                movement.between(
                                        rest.baseline().face(), moved.baseline().face()),
                                movement.between(
                                        rest.followUp().face(), moved.followUp().face())));
            }
        }
        return changes;
    }

    private static Photo photo(Map<Expression, Photo> visit, Expression expression) {
        return java.util.Objects.requireNonNull(visit.get(expression));
    }

    /** Counts what is done. */
    private static final class Steps {
        private final Progress progress;
        private final int all;
        private int done;

        Steps(Progress progress, int all) {
            this.progress = progress;
            this.all = all;
        }

        void next(String step) {
            progress.at((double) done++ / all, step);
        }
    }
}
