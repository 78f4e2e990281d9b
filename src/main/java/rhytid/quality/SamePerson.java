package rhytid.quality;

import rhytid.face.Face;

/** Placeholder until calibrated. */
final class SamePerson {
    private SamePerson() {}

    static void judge(Face before, Face after, Objections objections) {}
}
