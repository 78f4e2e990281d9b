package rhytid.wrinkle;

/**
 * Reads a raster at the pixels of another, bilinear; the nearest border's value beyond them. Both lie upright in the
 * same frame, so that columns and rows can be found once each.
 */
final class Stretching {

    private final int[] before;
    private final float[] share;

    private Stretching(int size, double first, double step, int available) {
        before = new int[size];
        share = new float[size];
        for (int i = 0; i < size; i++) {
            double place = Math.clamp(first + i * step, 0.0, available - 1.0);
            before[i] = Math.min((int) place, Math.max(0, available - 2));
            share[i] = (float) (place - before[i]);
        }
    }

    static Raster of(Raster from, Raster frame) {
        double step = from.pxPerMm() / frame.pxPerMm();
        Stretching columns = new Stretching(frame.width(), from.column(frame.left()), step, from.width());
        Stretching rows = new Stretching(frame.height(), from.row(frame.top()), step, from.height());
        int w = frame.width();
        float[] out = new float[frame.values().length];
        float[] upper = new float[w];
        float[] lower = new float[w];
        float[] mean = new float[w];
        int held = -2;
        for (int r = 0; r < frame.height(); r++) {
            int at = rows.before[r];
            if (at == held + 1) {
                float[] spare = upper;
                upper = lower;
                lower = spare;
                columns.read(from, at + 1, lower);
            } else if (at != held) {
                columns.read(from, at, upper);
                columns.read(from, at + 1, lower);
            }
            held = at;
            between(upper, lower, rows.share[r], mean);
            System.arraycopy(mean, 0, out, r * w, w);
        }
        return frame.with(out);
    }

    private void read(Raster from, int row, float[] to) {
        float[] values = from.values();
        int begin = Math.min(row, from.height() - 1) * from.width();
        int next = from.width() > 1 ? 1 : 0;
        for (int i = 0; i < to.length; i++) {
            int at = begin + before[i];
            to[i] = values[at] + share[i] * (values[at + next] - values[at]);
        }
    }

    private static void between(float[] upper, float[] lower, float share, float[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = upper[i] + share * (lower[i] - upper[i]);
        }
    }
}
