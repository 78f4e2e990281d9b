package rhytid.phantom;

import java.util.Arrays;
import java.util.stream.IntStream;

/** One channel of numbers, row by row. Sampling positions are pixel centres: (0, 0) is the centre of the first. */
final class Plane {

    final int width;
    final int height;
    final float[] values;

    Plane(int width, int height) {
        this.width = width;
        this.height = height;
        this.values = new float[width * height];
    }

    /** What a pixel becomes, by its column and row. */
    @FunctionalInterface
    interface Pixel {
        float at(int x, int y);
    }

    static Plane of(int width, int height, Pixel pixel) {
        Plane plane = new Plane(width, height);
        plane.rows(y -> {
            for (int x = 0; x < width; x++) {
                plane.values[y * width + x] = pixel.at(x, y);
            }
        });
        return plane;
    }

    static Plane filled(int width, int height, float value) {
        Plane plane = new Plane(width, height);
        Arrays.fill(plane.values, value);
        return plane;
    }

    /** A row's work. */
    @FunctionalInterface
    interface Row {
        void at(int y);
    }

    void rows(Row work) {
        IntStream.range(0, height).parallel().forEach(work::at);
    }

    Plane map(Pixel pixel) {
        return of(width, height, pixel);
    }

    float get(int x, int y) {
        return values[Math.clamp(y, 0, height - 1) * width + Math.clamp(x, 0, width - 1)];
    }

    /** Linear between the four nearest; the rim goes on outside. */
    float linear(double x, double y) {
        int x0 = (int) Math.floor(x);
        int y0 = (int) Math.floor(y);
        float fx = (float) (x - x0);
        float fy = (float) (y - y0);
        float top = get(x0, y0) * (1 - fx) + get(x0 + 1, y0) * fx;
        float bottom = get(x0, y0 + 1) * (1 - fx) + get(x0 + 1, y0 + 1) * fx;
        return top * (1 - fy) + bottom * fy;
    }

    /** Catmull-Rom through the sixteen nearest; the rim goes on outside. */
    float cubic(double x, double y) {
        int x0 = (int) Math.floor(x);
        int y0 = (int) Math.floor(y);
        float fx = (float) (x - x0);
        float fy = (float) (y - y0);
        float a = row(x0, y0 - 1, fx);
        float b = row(x0, y0, fx);
        float c = row(x0, y0 + 1, fx);
        float d = row(x0, y0 + 2, fx);
        return spline(a, b, c, d, fy);
    }

    private float row(int x, int y, float t) {
        return spline(get(x - 1, y), get(x, y), get(x + 1, y), get(x + 2, y), t);
    }

    private static float spline(float a, float b, float c, float d, float t) {
        return b + 0.5f * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
    }

    /** At another size, the same picture: cubic when it grows, the mean of what it covers when it shrinks. */
    Plane resized(int newWidth, int newHeight) {
        double kx = width / (double) newWidth;
        double ky = height / (double) newHeight;
        if (kx <= 1.01) {
            return of(newWidth, newHeight, (x, y) -> cubic((x + 0.5) * kx - 0.5, (y + 0.5) * ky - 0.5));
        }
        double sigma = 0.45 * Math.sqrt(Math.max(0, kx * kx - 1));
        Plane soft = sigma > 0.2 ? blurred(sigma) : this;
        return of(newWidth, newHeight, (x, y) -> soft.cubic((x + 0.5) * kx - 0.5, (y + 0.5) * ky - 0.5));
    }

    /** Blurred by a Gaussian of the given standard deviation in pixels. */
    Plane blurred(double sigma) {
        int radius = Math.max(1, (int) Math.ceil(3 * sigma));
        float[] kernel = new float[2 * radius + 1];
        float sum = 0;
        for (int i = -radius; i <= radius; i++) {
            kernel[i + radius] = (float) Math.exp(-0.5 * i * i / (sigma * sigma));
            sum += kernel[i + radius];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= sum;
        }
        return convolvedAlong(kernel, radius).convolvedDown(kernel, radius);
    }

    private Plane convolvedAlong(float[] kernel, int radius) {
        Plane out = new Plane(width, height);
        rows(y -> {
            int base = y * width;
            for (int x = 0; x < width; x++) {
                float sum = 0;
                for (int i = -radius; i <= radius; i++) {
                    sum += kernel[i + radius] * values[base + Math.clamp(x + i, 0, width - 1)];
                }
                out.values[base + x] = sum;
            }
        });
        return out;
    }

    private Plane convolvedDown(float[] kernel, int radius) {
        Plane out = new Plane(width, height);
        rows(y -> {
            for (int i = -radius; i <= radius; i++) {
                int from = Math.clamp(y + i, 0, height - 1) * width;
                float weight = kernel[i + radius];
                for (int x = 0; x < width; x++) {
                    out.values[y * width + x] += weight * values[from + x];
                }
            }
        });
        return out;
    }
}
