package rhytid.quality;

/**
 * What a photo, and a pair of photos, must be like to be measured. Each limit with its reason; where a number was found
 * on pictures, {@code GatesOnPortraitsTest} finds it again.
 *
 * @param minPresence the network's word that this is a whole face; half is a coin's toss
 * @param minEyesPx between the pupils, pixels: below it a millimetre is less than one and a half pixels, and no brow
 *     height keeps its promise (CONTRACT.md)
 * @param smallEyesPx below it a warning: a fine line of 0.2 mm is thinner than one pixel
 * @param otherFaceShare another face counts from this share of the first one's size on; smaller ones are passers-by
 * @param maxTurnDeg yaw and pitch beyond which the far side of the face is foreshortened too much
 * @param warnTurnDeg from here on the brows' heights lean on the depth correction
 * @param maxPairTurnDeg difference of yaw, and of pitch, between two photos: 5° move a brow 8 mm off the plane of the
 *     eyes by 0.7 mm
 * @param warnPairTurnDeg from here on by 0.4 mm
 * @param minOpening opening of the lids against the iris's diameter; a lid at rest covers a part of the iris, a closed
 *     eye leaves less than this
 */
public record GateLimits(
        double minPresence,
        double minEyesPx,
        double smallEyesPx,
        double otherFaceShare,
        double maxTurnDeg,
        double warnTurnDeg,
        double maxPairTurnDeg,
        double warnPairTurnDeg,
        double minOpening) {

    public static final GateLimits STANDARD = new GateLimits(0.5, 90, 320, 0.25, 15, 5, 5, 3, 0.25);
}
