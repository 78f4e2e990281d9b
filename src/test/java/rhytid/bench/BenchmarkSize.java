package rhytid.bench;

/**
 * How much of everything is looked at. The long form takes a quarter of an hour on two cores, the short one a minute.
 */
record BenchmarkSize(
        int londonFaces, int reframedFaces, int reframings, int detectionFaces, int coveredFaces, int drawnPictures) {

    static final BenchmarkSize LONG = new BenchmarkSize(62, 31, 8, 1697, 200, 200);
    static final BenchmarkSize SHORT = new BenchmarkSize(16, 5, 5, 20, 12, 20);
}
