package rhytid.wrinkle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import rhytid.geometry.Point;
import rhytid.geometry.Polyline;

/**
 * Follows valleys from their strongest places in both directions (hysteresis: a line may begin only where it is clear,
 * and go on where it is faint), so that crossing lines stay two lines.
 */
final class LineTracer {

    private static final double STEP_MM = 0.25;

    private final RidgeField field;
    private final float[] skin;
    private final Grain grain;
    private final TraceLimits limits;
    private final int[] taken;

    /** @param skin 1 where lines may run, over the field's frame */
    LineTracer(RidgeField field, float[] skin, Grain grain, TraceLimits limits) {
        this.field = field;
        this.skin = skin;
        this.grain = grain;
        this.limits = limits;
        this.taken = new int[skin.length];
    }

    /** Lines in millimetres, the strongest first. */
    List<Polyline> trace() {
        List<Polyline> lines = new ArrayList<>();
        for (Seed seed : seeds()) {
            if (!isTaken(seed.column, seed.row, seed.direction)) {
                Deque<Step> path = new ArrayDeque<>();
                path.add(new Step(seed.column, seed.row, RidgeField.angle(seed.direction), seed.strength));
                follow(path, true);
                follow(path, false);
                keep(path, lines);
            }
        }
        return lines;
    }

    private record Seed(int column, int row, int direction, double strength) {}

    private record Step(double column, double row, double angle, double strength) {}

    private List<Seed> seeds() {
        List<Seed> seeds = new ArrayList<>();
        int w = field.frame().width();
        for (int row = 2; row < field.frame().height() - 2; row++) {
            for (int column = 2; column < w - 2; column++) {
                int i = row * w + column;
                if (skin[i] > 0.5) {
                    int d = strongest(i);
                    double s = field.strength()[d][i];
                    if (s >= limits.seed() && allowed(column, row, RidgeField.angle(d)) && isCrest(column, row, d, s)) {
                        seeds.add(new Seed(column, row, d, s));
                    }
                }
            }
        }
        seeds.sort(Comparator.comparingDouble(Seed::strength).reversed());
        return seeds;
    }

    private int strongest(int i) {
        int best = 0;
        for (int d = 1; d < RidgeField.DIRECTIONS; d++) {
            if (field.strength()[d][i] > field.strength()[best][i]) {
                best = d;
            }
        }
        return best;
    }

    private boolean isCrest(int column, int row, int direction, double strength) {
        double nx = -Math.sin(RidgeField.angle(direction));
        double ny = Math.cos(RidgeField.angle(direction));
        return strength >= field.at(column + nx, row + ny, direction)
                && strength >= field.at(column - nx, row - ny, direction);
    }

    private boolean allowed(double column, double row, double angle) {
        return grain.allows(new Point(field.frame().xMm(column), field.frame().yMm(row)), angle);
    }

    private void follow(Deque<Step> path, boolean forward) {
        Step from = forward ? path.getLast() : path.getFirst();
        Step at = new Step(from.column, from.row, forward ? from.angle : from.angle + Math.PI, from.strength);
        double lost = 0;
        List<Step> pending = new ArrayList<>();
        while (lost <= limits.gapMm()) {
            Step next = next(at);
            if (!onSkin(next) || isTaken((int) next.column, (int) next.row, RidgeField.direction(next.angle))) {
                return;
            }
            pending.add(next);
            if (next.strength >= limits.follow()) {
                pending.forEach(s -> append(path, s, forward));
                pending.clear();
                lost = 0;
            } else {
                lost += STEP_MM;
            }
            at = next;
        }
    }

    private static void append(Deque<Step> path, Step step, boolean forward) {
        if (forward) {
            path.addLast(step);
        } else {
            path.addFirst(new Step(step.column, step.row, step.angle - Math.PI, step.strength));
        }
    }

    /** One step on, to where the valley is deepest across the way it runs. */
    private Step next(Step at) {
        double step = STEP_MM * field.frame().pxPerMm();
        double turn = Math.toRadians(limits.turnDegPerMm()) * STEP_MM;
        Step best = null;
        for (int t = -1; t <= 1; t++) {
            double angle = at.angle + t * turn;
            double x = at.column + step * Math.cos(angle);
            double y = at.row + step * Math.sin(angle);
            if (!allowed(x, y, angle)) {
                continue;
            }
            double s = strength(x, y, angle);
            // A little reluctance to turn keeps noise from steering.
            if (best == null || s - 0.15 * Math.abs(t) > best.strength) {
                best = new Step(x, y, angle, s);
            }
        }
        if (best == null) {
            return new Step(at.column + step * Math.cos(at.angle), at.row + step * Math.sin(at.angle), at.angle, -1);
        }
        return centred(best);
    }

    /** Moved across itself to the crest, by less than a pixel. */
    private Step centred(Step s) {
        double nx = -Math.sin(s.angle);
        double ny = Math.cos(s.angle);
        double before = strength(s.column - nx, s.row - ny, s.angle);
        double after = strength(s.column + nx, s.row + ny, s.angle);
        double curve = before + after - 2 * s.strength;
        double move = curve < -1e-6 ? Math.clamp((before - after) / (2 * curve), -0.3, 0.3) : 0;
        return new Step(s.column + move * nx, s.row + move * ny, s.angle, s.strength);
    }

    /** Between the two directions nearest to an angle. */
    private double strength(double column, double row, double angle) {
        double place = angle * RidgeField.DIRECTIONS / Math.PI;
        int below = (int) Math.floor(place);
        double share = place - below;
        return (1 - share) * field.at(column, row, Math.floorMod(below, RidgeField.DIRECTIONS))
                + share * field.at(column, row, Math.floorMod(below + 1, RidgeField.DIRECTIONS));
    }

    private boolean onSkin(Step s) {
        int column = (int) Math.round(s.column);
        int row = (int) Math.round(s.row);
        int w = field.frame().width();
        return column >= 1
                && row >= 1
                && column < w - 1
                && row < field.frame().height() - 1
                && skin[row * w + column] > 0.5;
    }

    private boolean isTaken(int column, int row, int direction) {
        return (taken[row * field.frame().width() + column] & (1 << direction)) != 0;
    }

    private void keep(Deque<Step> path, List<Polyline> lines) {
        double length = (path.size() - 1) * STEP_MM;
        double mean = path.stream().mapToDouble(Step::strength).average().orElse(0);
        take(path);
        if (path.size() < 4
                || length < limits.leastLengthMm()
                || mean < limits.mean() + limits.shortPenaltyMm() / length) {
            return;
        }
        List<Point> points = path.stream()
                .map(s -> new Point(field.frame().xMm(s.column), field.frame().yMm(s.row)))
                .toList();
        lines.add(new Polyline(points));
    }

    /** No second line may run beside this one in nearly its direction. */
    private void take(Deque<Step> path) {
        int w = field.frame().width();
        int reach = (int) Math.max(1, Math.round(0.5 * field.frame().pxPerMm()));
        for (Step s : path) {
            int d = RidgeField.direction(s.angle);
            int bits = 0;
            for (int k = -2; k <= 2; k++) {
                bits |= 1 << Math.floorMod(d + k, RidgeField.DIRECTIONS);
            }
            int column = (int) Math.round(s.column);
            int row = (int) Math.round(s.row);
            for (int j = Math.max(0, row - reach); j <= Math.min(field.frame().height() - 1, row + reach); j++) {
                for (int i = Math.max(0, column - reach); i <= Math.min(w - 1, column + reach); i++) {
                    taken[j * w + i] |= bits;
                }
            }
        }
    }
}
