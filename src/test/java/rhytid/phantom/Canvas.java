package rhytid.phantom;

import java.util.ArrayList;
import java.util.List;
import rhytid.face.Expression;
import rhytid.wrinkle.Region;

/**
 * The face in its own frame, before brows, lids and head are moved: the mean face with the phantom's skin, hair and
 * lines, lit. Linear light.
 */
final class Canvas {

    private static final Effect NO_FOLDS = Effect.NONE.lines(0, Region.values());

    final Window window;
    final List<Plane> rgb;
    final Plane head;
    final List<TrueLine> carved = new ArrayList<>();

    private final MeanFace mean;
    private final Plane height;
    private final Plane open;

    Canvas(Phantom phantom, Visit visit, Window window) {
        boolean smiling = visit.expression() == Expression.SMILE;
        this.mean = MeanFace.of(phantom.base(), smiling);
        this.window = window;
        this.rgb = mean.rgb().stream()
                .map(plane -> window.seen(plane, mean.pxPerMm()))
                .toList();
        OwnFolds.of(mean).fade(window, rgb, phantom.folds() ? visit.effect() : NO_FOLDS);
        this.head = window.seen(mean.head(), mean.pxPerMm());
        this.open = window.filled(1);
        this.height = window.filled(0);
        SkinPainter skin = new SkinPainter(phantom, mean, window);
        skin.relief(height);
        carveLines(phantom, visit);
        light(visit.lighting());
        new FaceLight(mean.anatomy(), visit.lighting()).draw(window, rgb);
        skin.colour(rgb);
        new Eyes(phantom, mean.anatomy(), window, rgb).draw();
        new Hair(phantom, mean, window, rgb).draw();
        new Garment(phantom, mean.anatomy()).draw(window, rgb, head);
    }

    private void carveLines(Phantom phantom, Visit visit) {
        List<Crease> lines = new ArrayList<>(AgeLines.of(mean.anatomy(), phantom.age(), phantom.seed()));
        lines.addAll(phantom.lines());
        CreasePainter painter = new CreasePainter(window, height, open, phantom.seed());
        Expression expression = visit.expression();
        for (Crease line : lines) {
            double moved = visit.effect().movement().getOrDefault(expression, 1.0);
            double rest = line.depth(Expression.REST);
            double full = rest + (line.depth(expression) - rest) * moved;
            double depth = full * visit.effect().left(line);
            if (depth > 0.002) {
                CreasePainter.Carved c = painter.carve(line, depth);
                carved.add(
                        new TrueLine(line.name(), line.region(), c.course(), c.lengthMm(), line.widthMm(), c.depth()));
            }
        }
    }

    /** Lambert on the fine relief; what the mean face shows is already lit. Valleys keep more red than blue. */
    private void light(Lighting lighting) {
        double[] l = lighting.direction();
        float ax = (float) (l[0] / l[2]);
        float ay = (float) (l[1] / l[2]);
        float[] r = rgb.get(0).values;
        float[] g = rgb.get(1).values;
        float[] b = rgb.get(2).values;
        float perPx = (float) (window.pxPerMm() / 2);
        height.rows(y -> {
            for (int x = 0; x < height.width; x++) {
                float hx = (height.get(x + 1, y) - height.get(x - 1, y)) * perPx;
                float hy = (height.get(x, y + 1) - height.get(x, y - 1)) * perPx;
                float lit = Math.max(0.25f, (1 - ax * hx - ay * hy) / (float) Math.sqrt(1 + hx * hx + hy * hy));
                int i = y * height.width + x;
                float shade = 1 - open.values[i];
                r[i] *= lit * (1 - 0.90f * shade);
                g[i] *= lit * (1 - 1.02f * shade);
                b[i] *= lit * (1 - 1.10f * shade);
            }
        });
    }
}
