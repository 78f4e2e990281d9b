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

    /** Presence is a coin's toss; see FixLimitsTest for what faces and faceless pictures reach in the others. */
    static final FixLimits DEFAULT = new FixLimits(0.5, 0.03, 0.12);
}
