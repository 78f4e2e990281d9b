package rhytid.wrinkle;

/** Weighted least squares of a valley, a ground and a slope on a cross-section; all results are sums of it. */
record ValleyFit(double sigmaMm, double[] depth, double[] ground, double[] valley, double[] taper) {

    static ValleyFit of(double sigma, double step, int half) {
        int n = 2 * half + 1;
        double[] valley = new double[n];
        double[] taper = new double[n];
        double reach = Math.max(0.8, 1.6 * sigma);
        double[][] normal = new double[2][2];
        for (int i = 0; i < n; i++) {
            double x = (i - half) * step;
            valley[i] = -Math.exp(-x * x / (2 * sigma * sigma));
            taper[i] = Math.exp(-x * x / (2 * reach * reach));
            normal[0][0] += taper[i] * valley[i] * valley[i];
            normal[0][1] += taper[i] * valley[i];
            normal[1][1] += taper[i];
        }
        // The slope is odd and the valley even about the line: they don't mix.
        double det = normal[0][0] * normal[1][1] - normal[0][1] * normal[0][1];
        double[] depth = new double[n];
        double[] ground = new double[n];
        for (int i = 0; i < n; i++) {
            depth[i] = taper[i] * (normal[1][1] * valley[i] - normal[0][1]) / det;
            ground[i] = taper[i] * (normal[0][0] - normal[0][1] * valley[i]) / det;
        }
        return new ValleyFit(sigma, depth, ground, valley, taper);
    }

    double residual(double[] profile) {
        double a = sum(depth, profile);
        double b = sum(ground, profile);
        double slopeTop = 0;
        double slopeBottom = 0;
        int half = profile.length / 2;
        for (int i = 0; i < profile.length; i++) {
            slopeTop += taper[i] * (i - half) * profile[i];
            slopeBottom += taper[i] * (i - half) * (i - half);
        }
        double slope = slopeTop / slopeBottom;
        double sum = 0;
        for (int i = 0; i < profile.length; i++) {
            double off = profile[i] - a * valley[i] - b - slope * (i - half);
            // One taper for all widths, or narrow fits would be judged on less.
            double x = (i - half) / (double) half;
            sum += Math.exp(-4 * x * x) * off * off;
        }
        return sum;
    }

    /** Of a cross-section, each place counted as it weighs. */
    static double sum(double[] weights, double[] profile) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * profile[i];
        }
        return sum;
    }
}
