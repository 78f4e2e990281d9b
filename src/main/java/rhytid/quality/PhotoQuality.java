package rhytid.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import rhytid.face.Face;
import rhytid.face.FaceMesh;
import rhytid.face.Side;
import rhytid.photo.Photo;

/**
 * What a photo is like where the face is.
 *
 * @param blurPx standard deviation of its blur in pixels, measured at the sharpest edges around the eyes
 * @param blurMm the same in millimetres of the face
 * @param whites how light the whites of the eyes are, 0 to 255 as coded in sRGB; unlike skin they have the same
 *     lightness in everybody
 * @param eyeOpenness how much each eye looks open, see {@link EyeOpenness}: negative where it is closed or covered
 * @param mouthContrast ln of how much lighter the light parts of the lips are than the dark ones between them
 * @param clipped share of the skin at the upper end of two channels
 * @param black share of the skin in which nothing but black is left
 * @param oddZones how many of the places looked at don't have the colour of the rest of the face's skin
 * @param lightFromLeft ln of how much more light falls on what faces a little to the subject's left than on what faces
 *     to the right: the sides of the nose and the skin beside it, where cheeks are long in the shade
 * @param lightFromAbove the same for what faces up and down: forehead and bridge of the nose against upper lip and the
 *     fold above the chin
 */
public record PhotoQuality(
        double blurPx,
        double blurMm,
        int whites,
        Map<Side, Double> eyeOpenness,
        double mouthContrast,
        double clipped,
        double black,
        int oddZones,
        double lightFromLeft,
        double lightFromAbove) {

    public PhotoQuality {
        eyeOpenness = Map.copyOf(eyeOpenness);
    }

    /** Where skin is looked at: glabella, nose, cheeks, under the nose, lower cheeks, chin; and the forehead. */
    private static final int FOREHEAD = 151;

    private static final int NOSE = 195;
    private static final int PHILTRUM = 164;
    private static final int LOWER_CHEEK_RIGHT = 187;

    private static final int NOSE_BRIDGE = 6;
    private static final int CHIN_FOLD = 18;
    private static final int[] NOSE_SIDES_RIGHT = {131, 198, 36, 100};

    private static final double LIGHT_DISC_MM = 3;
    private static final double DISC_MM = 5;
    private static final double SMALL_DISC_MM = 2.5;

    /** Luma up to which only noise is left. */
    private static final int BLACK = 6;

    /**
     * ln of ratios of red and blue to green: on 62 portraits of all tones the places lay within 0.5 of the face's
     * median, beards and highlights included; grey cloth lies 0.5 and more away, coloured cloth farther.
     */
    private static final double ODD_COLOUR = 0.55;

    /** Grey things have next to no red; skin has in every tone. */
    private static final double GREY = 0.1;

    static PhotoQuality of(Photo photo, Face face) {
        FacePicture picture = FacePicture.of(photo, face);
        List<Patch> skin = new ArrayList<>();
        for (int index : List.of(FaceMesh.GLABELLA, NOSE, FaceMesh.POGONION)) {
            skin.add(disc(picture, face, index, DISC_MM));
        }
        skin.add(disc(picture, face, PHILTRUM, SMALL_DISC_MM));
        Patch[] cheeks = sides(picture, face, FaceMesh.cheek(Side.RIGHT));
        Patch[] lower = sides(picture, face, LOWER_CHEEK_RIGHT);
        skin.addAll(List.of(cheeks));
        skin.addAll(List.of(lower));
        skin.removeIf(Patch::empty);
        double blur = Sharpness.blurPx(photo, face);
        Map<Side, Patch> eyes = eyes(picture, face);
        return new PhotoQuality(
                blur,
                face.scale().mm(blur),
                whites(eyes),
                openness(picture, face),
                picture.within(face.landmarks().points(FaceMesh.outerLips())).contrast(),
                mean(skin, Patch::clippedShare),
                mean(skin, patch -> patch.darkShare(BLACK)),
                odd(skin),
                lightFromLeft(picture, face),
                lightFromAbove(picture, face));
    }

    private static double lightFromLeft(FacePicture picture, Face face) {
        return Arrays.stream(NOSE_SIDES_RIGHT)
                .mapToDouble(right -> disc(picture, face, FaceMesh.mirror(right), LIGHT_DISC_MM)
                                .logLight()
                        - disc(picture, face, right, LIGHT_DISC_MM).logLight())
                .average()
                .orElseThrow();
    }

    private static double lightFromAbove(FacePicture picture, Face face) {
        double up = light(picture, face, FOREHEAD) + light(picture, face, NOSE_BRIDGE);
        return (up - light(picture, face, PHILTRUM) - light(picture, face, CHIN_FOLD)) / 2;
    }

    private static double light(FacePicture picture, Face face, int index) {
        return disc(picture, face, index, LIGHT_DISC_MM).logLight();
    }

    private static Patch disc(FacePicture picture, Face face, int index, double radiusMm) {
        return picture.disc(face.landmarks().point(index), radiusMm);
    }

    private static Patch[] sides(FacePicture picture, Face face, int rightIndex) {
        return new Patch[] {
            disc(picture, face, rightIndex, DISC_MM), disc(picture, face, FaceMesh.mirror(rightIndex), DISC_MM)
        };
    }

    private static Map<Side, Patch> eyes(FacePicture picture, Face face) {
        Map<Side, Patch> eyes = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            eyes.put(side, picture.within(face.landmarks().points(FaceMesh.eyeOutline(side))));
        }
        return eyes;
    }

    /** The lighter of the two eyes' light parts. */
    private static int whites(Map<Side, Patch> eyes) {
        return eyes.values().stream().mapToInt(eye -> eye.lumaAt(0.9)).max().orElse(0);
    }

    private static Map<Side, Double> openness(FacePicture picture, Face face) {
        Map<Side, Double> openness = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            openness.put(side, EyeOpenness.of(picture, face, side));
        }
        return openness;
    }

    private static int odd(List<Patch> skin) {
        double red = median(skin, Patch::redness);
        double blue = median(skin, Patch::blueness);
        int odd = 0;
        for (Patch patch : skin) {
            double away = Math.hypot(patch.redness() - red, patch.blueness() - blue);
            boolean grey = patch.redness() < GREY && red - patch.redness() > GREY;
            odd += away > ODD_COLOUR || grey ? 1 : 0;
        }
        return odd;
    }

    private static double mean(List<Patch> skin, ToDoubleFunction<Patch> value) {
        return skin.stream().mapToDouble(value).average().orElse(0);
    }

    private static double median(List<Patch> skin, ToDoubleFunction<Patch> value) {
        double[] sorted = skin.stream().mapToDouble(value).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }
}
