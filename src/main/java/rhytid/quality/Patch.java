package rhytid.quality;

import java.util.Arrays;

/**
 * The pixels of a part of a face, as histograms of their 8-bit values.
 *
 * @param blue how many pixels have each value
 * @param luma Rec. 709 weights on the coded values
 * @param clipped pixels at the upper end in at least two channels
 */
record Patch(int[] blue, int[] green, int[] red, int[] luma, int clipped, int count) {

    /** A channel at or above this has hit the upper end; JPEG rounds some to just below 255. */
    private static final int UPPER_END = 252;

    static final class Builder {
        private final int[] blue = new int[256];
        private final int[] green = new int[256];
        private final int[] red = new int[256];
        private final int[] luma = new int[256];
        private int clipped;
        private int count;

        void add(int b, int g, int r) {
            blue[b]++;
            green[g]++;
            red[r]++;
            int y = (int) Math.round(0.0722 * b + 0.7152 * g + 0.2126 * r);
            luma[y]++;
            int ends = (b >= UPPER_END ? 1 : 0) + (g >= UPPER_END ? 1 : 0) + (r >= UPPER_END ? 1 : 0);
            clipped += ends >= 2 ? 1 : 0;
            count++;
        }

        Patch build() {
            return new Patch(blue, green, red, luma, clipped, count);
        }
    }

    boolean empty() {
        return count == 0;
    }

    /** The luma that this share of the pixels does not exceed; 0 for an empty patch. */
    int lumaAt(double share) {
        return quantile(luma, share);
    }

    /** Share of the pixels that are no lighter than this luma. */
    double darkShare(int upTo) {
        return count == 0 ? 0 : (double) Arrays.stream(luma, 0, upTo + 1).sum() / count;
    }

    double clippedShare() {
        return count == 0 ? 0 : (double) clipped / count;
    }

    /** ln of the median's linear light. */
    double logLight() {
        return Math.log(linear(quantile(luma, 0.5)) + 1e-3);
    }

    /** ln(red ÷ green) of the medians in linear light: what colour it is, however brightly lit. */
    double redness() {
        return Math.log((linear(quantile(red, 0.5)) + 2e-3) / (linear(quantile(green, 0.5)) + 2e-3));
    }

    /** ln(blue ÷ green), likewise. */
    double blueness() {
        return Math.log((linear(quantile(blue, 0.5)) + 2e-3) / (linear(quantile(green, 0.5)) + 2e-3));
    }

    /** ln of how much lighter the light parts are than the dark ones, in linear light. */
    double contrast() {
        return Math.log((linear(lumaAt(0.9)) + 2e-3) / (linear(lumaAt(0.1)) + 2e-3));
    }

    private int quantile(int[] histogram, double share) {
        long sought = (long) Math.ceil(share * count);
        long sum = 0;
        for (int value = 0; value < histogram.length; value++) {
            sum += histogram[value];
            if (sum >= sought && sum > 0) {
                return value;
            }
        }
        return 0;
    }

    /** IEC 61966-2-1: linear light of a coded value, 0 to 1. */
    private static double linear(int code) {
        double v = code / 255.0;
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }
}
