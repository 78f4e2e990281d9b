package rhytid.face;

/**
 * What a set of points must be like to be taken for a face.
 *
 * @param minPresence the network's own word; below it there is no face
 * @param maxMovement how far the points may move between the last two passes, root mean square as a share of the
 *     distance of the outer canthi; a network that has found a face comes to rest
 * @param maxMisfit how far the points may lie from the turned mean face, root mean square as a share of that distance
 */
record FixLimits(double minPresence, double maxMovement, double maxMisfit) {

    /**
     * For a face the detector is sure of. On portraits, movement stays below 0.010 and misfit below 0.035; from starts
     * on pictures without a face, movement is 0.019 or more and presence below 0.21 (27 portraits and 360 starts, with
     * both our own network and MediaPipe's). Between them there is room for turned and grimacing faces.
     */
    static final FixLimits DEFAULT = new FixLimits(0.5, 0.03, 0.1);

    /** For a face that only the landmark network sees: nothing is allowed that a plain portrait does not show. */
    static final FixLimits STRICT = new FixLimits(0.95, 0.012, 0.06);
}
