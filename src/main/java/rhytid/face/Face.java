package rhytid.face;

import java.util.Map;
import java.util.Optional;
import rhytid.geometry.Point;

/**
 * A face found in a photo, with what was refined at full resolution. All positions are pixels of the upright photo.
 *
 * @param landmarks the mesh
 * @param pose how the head is held
 * @param poseErrorDeg standard error of yaw and pitch, degrees
 * @param irises the visible irises; a side that is closed or covered is missing
 * @param upperLids upper lid margins
 * @param lowerLids lower lid margins
 * @param upperBrows upper borders of the brows
 * @param browEnds medial ends of the brows where the photo shows them; a side whose end is too faint is missing
 * @param scale pixels per millimetre in the plane of the eyes
 */
public record Face(
        FaceLandmarks landmarks,
        HeadPose pose,
        double poseErrorDeg,
        Map<Side, Iris> irises,
        Map<Side, Contour> upperLids,
        Map<Side, Contour> lowerLids,
        Map<Side, Contour> upperBrows,
        Map<Side, Point> browEnds,
        MillimetreScale scale) {

    public Face {
        irises = Map.copyOf(irises);
        upperLids = Map.copyOf(upperLids);
        lowerLids = Map.copyOf(lowerLids);
        upperBrows = Map.copyOf(upperBrows);
        browEnds = Map.copyOf(browEnds);
    }

    /** A face whose brows' ends are where the mesh has them. */
    public Face(
            FaceLandmarks landmarks,
            HeadPose pose,
            double poseErrorDeg,
            Map<Side, Iris> irises,
            Map<Side, Contour> upperLids,
            Map<Side, Contour> lowerLids,
            Map<Side, Contour> upperBrows,
            MillimetreScale scale) {
        this(landmarks, pose, poseErrorDeg, irises, upperLids, lowerLids, upperBrows, Map.of(), scale);
    }

    /** The same face, held otherwise. */
    public Face withPose(HeadPose other) {
        return new Face(landmarks, other, poseErrorDeg, irises, upperLids, lowerLids, upperBrows, browEnds, scale);
    }

    /** The same face in another scale. */
    public Face withScale(MillimetreScale other) {
        return new Face(landmarks, pose, poseErrorDeg, irises, upperLids, lowerLids, upperBrows, browEnds, other);
    }

    public Optional<Iris> iris(Side side) {
        return Optional.ofNullable(irises.get(side));
    }
}
