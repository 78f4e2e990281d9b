package rhytid.measure;

import rhytid.face.Side;

/** Why a measure is not known, in words for the one who took the photo. */
final class Reasons {

    private Reasons() {}

    static String noPupillaryLine(FaceGeometry face) {
        boolean right = face.sees(Side.RIGHT);
        boolean left = face.sees(Side.LEFT);
        String hidden = right ? "the left iris is" : left ? "the right iris is" : "both irises are";
        return hidden + " not visible, so there is no pupillary line to measure from";
    }

    static String noIris(Side side) {
        return "the " + side.key() + " iris is not visible";
    }

    static String noBrow(Side side) {
        return "the upper border of the " + side.key() + " brow could not be found there";
    }

    static String noBrowEnd(FaceGeometry face) {
        boolean right = face.browEnd(Side.RIGHT).isPresent();
        boolean left = face.browEnd(Side.LEFT).isPresent();
        String faint = right ? "the left brow ends" : left ? "the right brow ends" : "the brows end";
        return "where " + faint + " towards the nose could not be told";
    }

    static String noLid(Side side) {
        return "the margins of the " + side.key() + " lids could not be found";
    }
}
