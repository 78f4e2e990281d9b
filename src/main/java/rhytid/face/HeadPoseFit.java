package rhytid.face;

import rhytid.geometry.Point;

/**
 * The pose of a head, from where the mean face's steady points are seen in perspective: Levenberg-Marquardt on the
 * reprojection error with Huber's weights. The turns are relative to the line of sight from the camera to the middle of
 * the face, so that cropping a photo does not change them; the head is turned by pitch first, then yaw, then roll.
 *
 * @param pose the turns
 * @param errorDeg standard error of yaw and pitch by which repeated photos of one head scatter, in degrees. How far a
 *     head's own shape differs from the mean face's adds a few degrees of pitch that are the same in all its photos.
 * @param misfit root mean square of the reprojection error, as a share of the distance of the outer canthi
 * @param distanceMm from the camera to the eyes, if the head has the mean face's size
 */
record HeadPoseFit(HeadPose pose, double errorDeg, double misfit, double distanceMm) {

    /** Where a portrait is taken from when nobody says: about what a 50 mm lens needs for head and shoulders. */
    static final double USUAL_DISTANCE_MM = 1000;

    /** Nearer than this no face is photographed whole, and a stated focal length cannot be true of the picture. */
    private static final double NEAREST_MM = 200;

    /** Farther off, perspective no longer shows. */
    private static final double FARTHEST_MM = 5000;

    /** Diagonal of a frame of 35 mm film, to which stated focal lengths refer (CIPA DCG-001). */
    private static final double FILM_DIAGONAL_MM = 43.27;

    private static final double MEAN_INTERPUPILLARY_MM = 63.4;

    /**
     * Bone-borne points: neither brows, lids and lips (an expression moves them) nor chin and jaw (an open mouth does).
     */
    private static final int[] STEADY_RIGHT = {
        33, 133, 122, 196, 3, 236, 174, 188, 193, 245, 129, 234, 127, 116, 162, 54
    };

    private static final int[] STEADY_MIDLINE = {168, 6, 197, 195, 5, 4, 1, 2, 10, 151};

    /**
     * Fits the pose.
     *
     * @param points the mesh, in pixels
     * @param focalPx the focal length in pixels of the photo, or NaN where unknown
     * @param middle the photo's middle, in pixels
     */
    static HeadPoseFit of(FaceLandmarks points, double focalPx, Point middle) {
        PerspectiveFit fit = fit(points, steady(), plausibleFocal(points, focalPx), middle);
        double canthi = points.point(FaceMesh.lateralCanthus(Side.RIGHT))
                .distanceTo(points.point(FaceMesh.lateralCanthus(Side.LEFT)));
        return new HeadPoseFit(
                fit.poseAlongSight(), fit.errorDeg(points.spreadPx()), fit.rmsPx() / canthi, fit.distanceMm());
    }

    /** Pitch in degrees by some of the mesh's points, seen from where portraits are usually taken. */
    static double pitch(FaceLandmarks points, int[] used) {
        return fit(points, used, plausibleFocal(points, Double.NaN), points.point(FaceMesh.NASION))
                .poseAlongSight()
                .pitch();
    }

    private static PerspectiveFit fit(FaceLandmarks points, int[] used, double focal, Point middle) {
        return PerspectiveFit.of(
                java.util.Arrays.stream(used).mapToObj(CanonicalFace::vertex).toList(),
                points.points(used),
                focal,
                middle);
    }

    /** Focal length in pixels of a photo that says its 35 mm equivalent. */
    static double focalPx(double focalLength35mm, int width, int height) {
        return focalLength35mm / FILM_DIAGONAL_MM * Math.hypot(width, height);
    }

    private static double plausibleFocal(FaceLandmarks points, double focalPx) {
        double perMm = points.interpupillaryPx() / MEAN_INTERPUPILLARY_MM;
        double distance = focalPx / perMm;
        // A cropped photo keeps its focal length in mm but not its diagonal.
        boolean plausible = distance >= NEAREST_MM && distance <= FARTHEST_MM;
        return plausible ? focalPx : USUAL_DISTANCE_MM * perMm;
    }

    /** Of both sides and between them. */
    static int[] steady() {
        java.util.stream.IntStream right = java.util.Arrays.stream(STEADY_RIGHT);
        java.util.stream.IntStream left = java.util.Arrays.stream(STEADY_RIGHT).map(FaceMesh::mirror);
        return java.util.stream.IntStream.concat(
                        java.util.stream.IntStream.concat(right, left), java.util.Arrays.stream(STEADY_MIDLINE))
                .toArray();
    }
}
