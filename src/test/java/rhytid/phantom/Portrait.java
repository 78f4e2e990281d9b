package rhytid.phantom;

import java.util.List;

/** Takes a phantom's photo: paints the face in its own frame, then shows it as moved, turned and framed. */
final class Portrait {

    private static final double[] BACKDROP = {0.50, 0.52, 0.53};

    private final Visit visit;
    private final PhotoGeometry geometry;
    private final Canvas canvas;

    Portrait(Phantom phantom, Visit visit) {
        this.visit = visit;
        this.geometry = new PhotoGeometry(phantom, visit);
        this.canvas = new Canvas(phantom, visit, geometry.window());
    }

    PhantomPhoto photograph() {
        int w = visit.framing().widthPx();
        int h = visit.framing().heightPx();
        List<Plane> picture = List.of(new Plane(w, h), new Plane(w, h), new Plane(w, h));
        picture.getFirst().rows(y -> {
            double[] place = new double[2];
            for (int x = 0; x < w; x++) {
                geometry.back(x, y, place);
                double column = canvas.window.column(place[0]);
                double row = canvas.window.row(place[1]);
                float on = Math.clamp(canvas.head.linear(column, row), 0f, 1f);
                for (int c = 0; c < 3; c++) {
                    float face = on > 0 ? canvas.rgb.get(c).cubic(column, row) : 0;
                    float wall = backdrop(c, x / (double) w, y / (double) h);
                    picture.get(c).values[y * w + x] = on * face + (1 - on) * wall;
                }
            }
        });
        return new PhantomPhoto(
                new Development(visit.lighting(), visit.camera()).of(picture),
                geometry.truth(canvas.carved),
                visit.camera().jpegQuality());
    }

    /** A grey wall, a little darker towards the corners. */
    private static float backdrop(int channel, double x, double y) {
        double vignette = 1 - 0.30 * ((x - 0.55) * (x - 0.55) + (y - 0.45) * (y - 0.45));
        return (float) (BACKDROP[channel] * vignette);
    }
}
