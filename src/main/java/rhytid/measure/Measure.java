package rhytid.measure;

/**
 * What is measured on one face, with its place in comparison.json. Heights run along the facial vertical, upwards, from
 * the pupillary line; what is called symmetry is signed, the subject's left − right.
 */
public enum Measure {
    BROW_MEDIAL("brows", "medial", "mm", true),
    BROW_PUPIL("brows", "pupil", "mm", true),
    BROW_LATERAL("brows", "lateral", "mm", true),
    /** Between the medial ends of the two brows: what a frown brings together. */
    BROW_DISTANCE("brows", "distance", "mm", false),
    MRD1("eyelids", "mrd1", "mm", true),
    FISSURE("eyelids", "fissure", "mm", true),
    COMMISSURE_HEIGHT("mouth", "commissureHeight", "mm", true),
    GINGIVAL_SHOW("mouth", "gingivalShow", "mm", false),
    WIDTH_RATIO("lowerFace", "widthRatio", "ratio", false),
    SYMMETRY_BROW_PUPIL("symmetry", "browPupil", "mm", false),
    SYMMETRY_BROW_LATERAL("symmetry", "browLateral", "mm", false),
    SYMMETRY_MRD1("symmetry", "mrd1", "mm", false),
    SYMMETRY_COMMISSURE("symmetry", "commissure", "mm", false),
    SYMMETRY_INDEX("symmetry", "index", "mm", false);

    private final String group;
    private final String key;
    private final String unit;
    private final boolean sided;

    Measure(String group, String key, String unit, boolean sided) {
        this.group = group;
        this.key = key;
        this.unit = unit;
        this.sided = sided;
    }

    /** The object in comparison.json that holds it. */
    public String group() {
        return group;
    }

    public String key() {
        return key;
    }

    public String unit() {
        return unit;
    }

    /** Whether there is one for each side of the face. */
    public boolean sided() {
        return sided;
    }
}
