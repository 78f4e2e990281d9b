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
 * @param maxBlurMm standard deviation of the blur, mm: from here on a line half a millimetre wide keeps less than a
 *     third of its depth. Sharp portraits measure 0.25 to 0.5
 * @param warnBlurMm from here on fine lines fade
 * @param gridBlurPx a blur up to this many pixels is the pixel grid's and the lens's; it is no reason to refuse a small
 *     picture
 * @param minWhites lightness of the whites of the eyes, 0 to 255: two and a third stops below the usual 155
 * @param warnWhites one and a half stops below
 * @param maxClipped share of the skin that is burnt out
 * @param warnClipped from here on highlights hide lines
 * @param maxBlack share of the skin that is lost in black
 * @param maxOddZones places without the skin's colour, of eight: a beard may change one or two
 * @param lightPerDegreeSideways by how much {@link PhotoQuality#lightFromLeft} grows when the light moves sideways by a
 *     degree: 0.47 for 30°, 0.95 for 60° on London portraits lit anew by computation, a third of the light from
 *     everywhere
 * @param lightPerDegreeUpwards likewise for {@link PhotoQuality#lightFromAbove}: 0.31 for 30°, 0.53 for 50°
 * @param maxLightTurnDeg up to 30° between the lights of two photos are taken out of the lines; half as much again is
 *     what reading the light's direction from a face is off by
 * @param warnLightTurnDeg from here on shadows move enough to be seen as other lines
 * @param maxScaleRatio one face at most so many times as large in pixels as the other: the finer photo is brought down
 *     to the coarser
 * @param maxPersonDifference {@link SamePerson#difference} from which on nobody's two photos were, neutral and smiling
 *     included, of 31 people whom nothing was set on; pairs of different people were in six of seven
 * @param warnPersonDifference 19 of 20 pairs of different people lie beyond it, and 1 of 30 of one person
 * @param expressions from where on an expression is one
 * @param maxRestSmile {@link ExpressionReading#smileFrom} between two photos at rest: 58 of 62 smiles had 0.1 and more,
 *     two photos at rest 0.02
 * @param minOpening opening of the lids against the iris's diameter; a lid at rest covers a part of the iris, a closed
 *     eye leaves less than this
 * @param minEyeOpenness zero of {@link EyeOpenness}
 * @param minMouthContrast ln of light against dark within the lips: 124 London photos had 0.86 and more, 600 generated
 *     portraits 0.75 and more; fingers of the person's own colour laid over the mouth had 0.73 and less
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
        double maxBlurMm,
        double warnBlurMm,
        double gridBlurPx,
        int minWhites,
        int warnWhites,
        double maxClipped,
        double warnClipped,
        double maxBlack,
        int maxOddZones,
        double lightPerDegreeSideways,
        double lightPerDegreeUpwards,
        double maxLightTurnDeg,
        double warnLightTurnDeg,
        double maxScaleRatio,
        double maxPersonDifference,
        double warnPersonDifference,
        ExpressionLimits expressions,
        double maxRestSmile,
        double minOpening,
        double minEyeOpenness,
        double minMouthContrast) {

    public static final GateLimits STANDARD = new GateLimits(
            0.5,
            90,
            320,
            0.25,
            15,
            5,
            5,
            3,
            0.85,
            0.65,
            2,
            70,
            95,
            0.1,
            0.03,
            0.3,
            1,
            0.0157,
            0.0105,
            45,
            25,
            3,
            2.5,
            1.8,
            ExpressionLimits.STANDARD,
            0.1,
            0.25,
            0,
            0.8);
}
