package rhytid.bench;

import static rhytid.wrinkle.Region.CROWS_FEET_LEFT;
import static rhytid.wrinkle.Region.CROWS_FEET_RIGHT;
import static rhytid.wrinkle.Region.FOREHEAD;
import static rhytid.wrinkle.Region.GLABELLA;
import static rhytid.wrinkle.Region.NASAL;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import rhytid.comparison.PatientPose;
import rhytid.comparison.PatientScale;
import rhytid.face.Expression;
import rhytid.face.Face;
import rhytid.face.FaceFinder;
import rhytid.face.Side;
import rhytid.geometry.Point;
import rhytid.measure.Estimate;
import rhytid.measure.Movement;
import rhytid.phantom.Base;
import rhytid.phantom.BrowShift;
import rhytid.phantom.Camera;
import rhytid.phantom.Effect;
import rhytid.phantom.Framing;
import rhytid.phantom.Lighting;
import rhytid.phantom.Phantom;
import rhytid.phantom.PhantomPhoto;
import rhytid.phantom.Truth;
import rhytid.phantom.Visit;
import rhytid.photo.Photo;

/**
 * Pairs of phantoms: painted before and after a random treatment, each time with the head held a little differently and
 * in another light, then retaken by computation ({@link Retake}), because painting is dear and retaking is not. Seeds
 * below {@link #JUDGED_FROM} are for estimating, the others for judging.
 */
final class PhantomPairs {

    static final int JUDGED_FROM = 1000;

    /**
     * One pair, measured, and what is true of it.
     *
     * @param pxPerMm of the baseline as it was retaken
     */
    record Known(MeasuredPair measured, Truth before, Truth after, double pxPerMm) {}

    /** This share of the phantoms is not treated. */
    private static final double UNTREATED = 0.3;

    /** How far a careful photographer lets the head turn or nod: Δ stays within the pair gate's 5°. */
    private static final double TURN_DEG = 2.4;

    private static final double AZIMUTH_DEG = 8;
    private static final double ELEVATION_DEG = 6;

    private PhantomPairs() {}

    /**
     * Retakes of one phantom at rest.
     *
     * @param withLines of how many of them the lines too: they take ten times as long as the rest
     */
    static List<Known> of(FaceFinder finder, int seed, int retakes, int withLines) {
        Random random = random(seed);
        Base base = Base.values()[seed % Base.values().length];
        Phantom phantom = Phantom.of(base).seed(seed).aged(between(random, 0.4, 1.1));
        boolean treated = random.nextDouble() >= UNTREATED;
        Effect effect = treated ? treatment(random) : Effect.NONE;
        try (PhantomPhoto before =
                        phantom.photograph(visit(random, treated ? lids(random, Effect.NONE) : Effect.NONE));
                PhantomPhoto after = phantom.photograph(visit(random, treated ? lids(random, effect) : effect));
                Photo one = before.photo("before");
                Photo two = after.photo("after")) {
            List<Known> known = new ArrayList<>();
            for (int i = 0; i < retakes; i++) {
                Retake first = retake(random);
                try (Photo baseline = first.of(one);
                        Photo followUp = retake(random).of(two)) {
                    MeasuredPair.of(finder, baseline, followUp, i < withLines)
                            .ifPresent(m -> known.add(new Known(
                                    m,
                                    before.truth(),
                                    after.truth(),
                                    before.truth().pxPerMm() * first.scale())));
                }
            }
            return known;
        }
    }

    /** One movement on two days, measured, and what share of it is truly left. */
    record Moved(SkinTone tone, Movement movement, Estimate before, Estimate after, double left) {}

    /** A movement as it was photographed on two days. */
    private record Filmed(Movement movement, double left, Photo first, Photo second) implements AutoCloseable {
        @Override
        public void close() {
            first.close();
            second.close();
        }
    }

    /**
     * Retakes of one phantom that makes every {@link Movement} on two days; some of each is lost between them. Both
     * rests serve all movements.
     */
    static List<Moved> moving(FaceFinder finder, int seed, int retakes) {
        Random random = random(seed);
        Base base = Base.values()[seed % Base.values().length];
        Phantom phantom = Phantom.of(base).seed(seed).aged(between(random, 0.4, 1.1));
        List<Filmed> films = new ArrayList<>();
        try (Photo rest1 = painted(phantom, visit(random, Effect.NONE));
                Photo rest2 = painted(phantom, visit(random, Effect.NONE))) {
            for (Movement movement : Movement.values()) {
                films.add(filmed(phantom, movement, random));
            }
            List<Moved> moved = new ArrayList<>();
            for (int i = 0; i < retakes; i++) {
                Optional<Face> one = retaken(finder, rest1, random);
                Optional<Face> two = retaken(finder, rest2, random);
                for (Filmed film : films) {
                    Optional<Face> first = retaken(finder, film.first(), random);
                    Optional<Face> second = retaken(finder, film.second(), random);
                    List<Face> faces = Stream.of(one, first, two, second)
                            .flatMap(Optional::stream)
                            .toList();
                    moved(faces, film, SkinTone.of(base)).ifPresent(moved::add);
                }
            }
            return moved;
        } finally {
            films.forEach(Filmed::close);
        }
    }

    /**
     * Neighbouring seeds of java.util.Random give neighbouring numbers, and a base's phantoms are every fifth: their
     * heads would all nod the same way from one day to the other, which passed for an error on tan skin.
     */
    private static Random random(int seed) {
        return new Random(seed * 0x9E3779B97F4A7C15L);
    }

    private static Filmed filmed(Phantom phantom, Movement movement, Random random) {
        // A phantom's smile is another mean face: none of it can be lost.
        double left = movement == Movement.SMILE ? 1 : between(random, 0.2, 1);
        Effect lost = Effect.NONE.movement(movement.expression(), left);
        return new Filmed(
                movement,
                left,
                painted(phantom, visit(random, Effect.NONE, movement.expression())),
                painted(phantom, visit(random, lost, movement.expression())));
    }

    private static Optional<Face> retaken(FaceFinder finder, Photo photo, Random random) {
        try (Photo again = retake(random).of(photo)) {
            return finder.find(again).stream().findFirst();
        }
    }

    private static Optional<Moved> moved(List<Face> faces, Filmed film, SkinTone tone) {
        Optional<PatientScale> scale = PatientScale.of(faces);
        if (faces.size() < 4 || scale.isEmpty()) {
            return Optional.empty();
        }
        List<Face> f = faces.stream()
                .map(PatientPose.of(faces)::lock)
                .map(scale.get()::lock)
                .toList();
        return Optional.of(new Moved(
                tone,
                film.movement(),
                film.movement().between(f.get(0), f.get(1)),
                film.movement().between(f.get(2), f.get(3)),
                film.left()));
    }

    private static Photo painted(Phantom phantom, Visit visit) {
        try (PhantomPhoto photo = phantom.photograph(visit)) {
            return photo.photo("phantom");
        }
    }

    private static Visit visit(Random random, Effect effect) {
        return visit(random, effect, Expression.REST);
    }

    private static Visit visit(Random random, Effect effect, Expression expression) {
        Framing framing = Framing.PORTRAIT
                .heightPx((int) between(random, 900, 1600))
                .turned(between(random, -TURN_DEG, TURN_DEG), between(random, -TURN_DEG, TURN_DEG));
        Lighting light = Lighting.NOMINAL.from(
                Lighting.NOMINAL.azimuthDeg() + between(random, -AZIMUTH_DEG, AZIMUTH_DEG),
                Lighting.NOMINAL.elevationDeg() + between(random, -ELEVATION_DEG, ELEVATION_DEG));
        return Visit.of(expression)
                .with(effect)
                .with(framing)
                .with(light)
                // The retake adds the noise.
                .with(Camera.GOOD.noise(0))
                .retaken(random.nextInt(1_000_000));
    }

    /** As {@link Retake#random}, but not shrunk as far: the phantom's photo is no larger than it need be. */
    private static Retake retake(Random random) {
        Retake any = Retake.random(random.nextLong());
        return new Retake(
                any.turnDeg(),
                between(random, 0.85, 1.1),
                new Point(any.shiftPx().x(), any.shiftPx().y()),
                any.exposure(),
                any.warmth(),
                any.blurPx(),
                any.noise(),
                any.jpegQuality(),
                any.seed());
    }

    private static Effect treatment(Random random) {
        Effect effect = Effect.NONE
                .lines(between(random, 0.2, 1), FOREHEAD)
                .lines(between(random, 0.2, 1), GLABELLA, NASAL)
                .lines(between(random, 0.2, 1), CROWS_FEET_RIGHT)
                .lines(between(random, 0.2, 1), CROWS_FEET_LEFT);
        BrowShift both = brow(random);
        boolean alike = random.nextBoolean();
        for (Side side : Side.values()) {
            if (random.nextDouble() < 0.7) {
                effect = effect.brow(side, alike ? both : brow(random));
            }
            if (random.nextDouble() < 0.4) {
                effect = effect.commissure(side, between(random, -2, 2));
            }
        }
        return effect;
    }

    /** A lid only ever hangs lower than painted: what a raised one would lay bare is not in the mean face. */
    private static Effect lids(Random random, Effect effect) {
        Effect lowered = effect;
        for (Side side : Side.values()) {
            if (random.nextDouble() < 0.4) {
                lowered = lowered.lid(side, between(random, -1.5, 0));
            }
        }
        return lowered;
    }

    /** The whole brow, or its ends apart. */
    private static BrowShift brow(Random random) {
        double mm = between(random, -3, 3);
        double tilt = random.nextBoolean() ? 0 : between(random, -1.5, 1.5);
        return new BrowShift(mm - tilt, mm, mm + tilt);
    }

    private static double between(Random random, double low, double high) {
        return low + (high - low) * random.nextDouble();
    }
}
